package app.whatmatters

import android.Manifest
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import android.graphics.drawable.Icon
import android.os.Build
import android.os.PowerManager
import app.whatmatters.types.Battery
import app.whatmatters.types.Notified
import app.whatmatters.types.Notifying
import app.whatmatters.types.Purpose
import app.whatmatters.types.Notification as Said

/** Says things outside the app. A screen that others see shows no more than the app's name. */
class Notifier(private val context: Context) {
    private val manager = context.service<NotificationManager>()

    /** Android takes it away once it [expires] (in seconds), whoever sleeps then. */
    fun show(said: Said, expires: Long? = null) {
        val builder = builder(said.purpose)
            .setContentTitle(said.title)
            .setContentText(said.text)
            .setStyle(Notification.BigTextStyle().bigText(said.text))
            .setContentIntent(Presses.opening(context, said.open))
            .setAutoCancel(true)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
            .setPublicVersion(builder(said.purpose).setContentTitle(context.getString(R.string.product)).build())
        for (button in said.actions) {
            val press = if (button.opens) Presses.opening(context, button.action) else Presses.quiet(context, button.action, said.id)
            builder.addAction(Notification.Action.Builder(null as Icon?, button.label, press).build())
        }
        if (expires != null) builder.setTimeoutAfter(expires * 1000 - System.currentTimeMillis())
        manager.notify(said.id, 0, builder.build())
    }

    fun clear(ids: List<String>) = ids.forEach { manager.cancel(it, 0) }

    private fun builder(purpose: Purpose) =
        Notification.Builder(context, channel(purpose)).setSmallIcon(R.drawable.notification)

    /** Made when it is first of use, and again when the language has changed. */
    private fun channel(purpose: Purpose): String {
        val (name, importance) = when (purpose) {
            Purpose.MESSAGES -> R.string.messages to NotificationManager.IMPORTANCE_DEFAULT
            Purpose.REMINDERS -> R.string.reminders to NotificationManager.IMPORTANCE_HIGH
        }
        val channel = NotificationChannel(purpose.name, context.getString(name), importance)
        channel.lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        manager.createNotificationChannel(channel)
        return purpose.name
    }

    fun stands(exact: Boolean, last: Long?) = Notified(
        when {
            manager.areNotificationsEnabled() -> Notifying.ALLOWED
            asksFirst() -> Notifying.NOTASKED
            else -> Notifying.DENIED
        },
        exact,
        if (context.service<PowerManager>().isIgnoringBatteryOptimizations(context.packageName)) Battery.UNRESTRICTED else Battery.RESTRICTED,
        last,
    )

    /** Notes that the person has been asked, which Android does not tell apart from a no. */
    fun asked() = remembered.edit().putBoolean(ASKED, true).apply()

    private fun asksFirst() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
        context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) != PackageManager.PERMISSION_GRANTED &&
        !remembered.getBoolean(ASKED, false)

    private val remembered get() = context.getSharedPreferences("notifications", Context.MODE_PRIVATE)

    private companion object {
        const val ASKED = "asked"
    }
}
