package app.whatmatters

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.os.Build
import android.util.AtomicFile
import app.whatmatters.types.Telling
import java.time.Instant

/** As many alarms as [Tellings] ever asks for at once. */
private const val SLOTS = 3

/**
 * Has Android ring for what is to be said later. The list lies where it can be read
 * before the device has first been unlocked; it holds only what a notification may show.
 */
class Alarms(private val context: Context) {
    private val file = AtomicFile(context.createDeviceProtectedStorageContext().filesDir.resolve("tellings"))
    private val manager = context.service<AlarmManager>()

    val exact: Boolean get() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || manager.canScheduleExactAlarms()

    /** When something last came by itself, in milliseconds. */
    val last: Long? get() = synchronized(Alarms) { read().last }

    /** Says what is due of the list before, and puts another in its place. */
    fun arm(list: List<Telling>) = synchronized(Alarms) {
        keep(round(read()).replacedBy(list))
        ring()
    }

    /** Says what is due and has Android ring for what follows. May be called at any time, any number of times. */
    fun ring() = synchronized(Alarms) { keep(round(read())) }

    private fun round(tellings: Tellings): Tellings {
        val round = tellings.round(Instant.now(), exact)
        round.say.forEach { Notifier(context).show(it.notification, it.expires) }
        for (slot in 0 until SLOTS) round.rings.getOrNull(slot)?.let { set(slot, it) } ?: manager.cancel(intent(slot))
        SyncWork.backstop(context, round.rings.firstOrNull()?.at)
        return round.left
    }

    private fun set(slot: Int, ring: Ring) {
        val at = ring.at.toEpochMilli()
        if (ring.exact) manager.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, intent(slot))
        else manager.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, intent(slot))
    }

    private fun intent(slot: Int): PendingIntent =
        PendingIntent.getBroadcast(context, slot, Intent(context, AlarmReceiver::class.java), PendingIntent.FLAG_IMMUTABLE)

    private fun read() = if (file.baseFile.exists()) Tellings.read(file.readFully()) else Tellings()

    private fun keep(tellings: Tellings) = file.replace(tellings.write())

    private companion object
}

/** An alarm has rung, or something has changed that alarms depend on. */
class AlarmReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = inBackground {
        Alarms(context).ring()
        // The core is told of what has changed, and arms anew what it wants.
        if (intent.action != null) SyncWork.now(context)
    }
}
