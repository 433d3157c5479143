package app.whatmatters

import android.Manifest
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.Settings
import app.whatmatters.shell.PlatformPort
import app.whatmatters.types.FilePart
import app.whatmatters.types.FileRead
import app.whatmatters.types.Handed
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.HealthQuery
import app.whatmatters.types.Notifications
import app.whatmatters.types.Notified
import app.whatmatters.types.OutgoingFile
import app.whatmatters.types.PutAside
import app.whatmatters.types.Unlocked
import app.whatmatters.types.Unlocking
import app.whatmatters.types.Widget
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** What the core asks of Android. */
class AndroidPlatform(private val app: WhatMatters) : PlatformPort {
    private val files = SharedFiles(app)
    private val notifier = Notifier(app)
    private val alarms = Alarms(app)

    override suspend fun handOver(file: OutgoingFile): Handed = files.offer(file)

    override suspend fun unlock(asking: Unlocking): Unlocked = when {
        !app.hasLock -> Unlocked.UNAVAILABLE
        app.screen()?.prove(asking.reason) == true -> Unlocked.PROVED
        else -> Unlocked.NOTPROVED
    }

    override suspend fun notifications(asked: Notifications): Notified {
        when (asked) {
            is Notifications.Ask -> ask()
            is Notifications.AskExact -> askExact()
            is Notifications.Show -> notifier.show(asked.value)
            is Notifications.Clear -> notifier.clear(asked.value)
            is Notifications.Arm -> alarms.arm(asked.value)
        }
        return notifier.stands(alarms.exact)
    }

    /** Android asks once or twice; after that only its settings change the answer. */
    private suspend fun ask() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        val screen = app.screen() ?: return
        screen.prompts.permissions(arrayOf(Manifest.permission.POST_NOTIFICATIONS))
        notifier.asked()
    }

    /** Only on a page of Android's settings can it be allowed. */
    private suspend fun askExact() {
        if (alarms.exact || Build.VERSION.SDK_INT < Build.VERSION_CODES.S) return
        val page = Intent(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, Uri.fromParts("package", app.packageName, null))
        app.screen()?.prompts?.visit(page)
    }

    override suspend fun setAside(): PutAside =
        if (withContext(Dispatchers.Main) { app.beginAgain() }) PutAside.DONE else PutAside.FAILED

    override suspend fun readFile(part: FilePart): FileRead = app.lastPicked.read(part)

    override suspend fun widget(widget: Widget) = TodayWidget.keep(app, widget)

    override suspend fun health(query: HealthQuery): HealthAnswer {
        val store = app.healthStore() ?: return HealthAnswer.Unavailable
        val wanted = store.permissions(query.measures)
        // Without a screen only what was allowed before is read.
        if (wanted.isNotEmpty()) app.front.value?.prompts?.permissions(wanted)
        return store.read(query)
    }
}
