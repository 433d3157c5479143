package app.whatmatters

import android.app.Activity
import android.os.Build
import android.view.WindowManager
import app.whatmatters.types.Page

/** Whether the page shows nothing but that the app is locked. */
val Page.locked: Boolean get() = name == "locked"

/**
 * Keeps the picture of an app that locks out of the list of recent apps. That picture
 * is taken before the core knows that the app was left, so the curtain is drawn from
 * the moment that a lock is seen or asked for, until the app is found not locked by leaving it.
 */
class Curtain(private val activity: Activity) {
    fun drawn(page: Page?) {
        if (page?.locked == true) set(true)
    }

    /** The app comes back: a lock that is on shows, as it does from the moment the app is left. */
    fun returned(page: Page?) {
        if (page != null) set(page.locked)
    }

    fun asked() = set(true)

    private fun set(closed: Boolean) {
        when {
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU -> activity.setRecentsScreenshotEnabled(!closed)
            closed -> activity.window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
            else -> activity.window.clearFlags(WindowManager.LayoutParams.FLAG_SECURE)
        }
    }
}
