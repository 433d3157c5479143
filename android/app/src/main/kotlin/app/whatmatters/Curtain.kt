package app.whatmatters

import android.app.Activity
import android.os.Build
import android.view.WindowManager
import app.whatmatters.types.Page

/** Whether the page shows nothing but that the app is locked. */
val Page.locked: Boolean get() = name == "locked"

/**
 * Keeps the picture of an app that locks out of the list of recent apps. That picture
 * is taken before the core knows that the app was left, so the curtain is drawn as
 * soon as a page says that nothing of it may be seen.
 */
class Curtain(private val activity: Activity) {
    fun drawn(page: Page?) {
        if (page != null) set(page.look.covered)
    }

    private fun set(closed: Boolean) {
        when {
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU -> activity.setRecentsScreenshotEnabled(!closed)
            closed -> activity.window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
            else -> activity.window.clearFlags(WindowManager.LayoutParams.FLAG_SECURE)
        }
    }
}
