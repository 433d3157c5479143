package app.whatmatters

import android.app.Application
import android.os.UserManager
import androidx.work.Configuration
import app.whatmatters.core.CoreConfig
import app.whatmatters.shell.Core
import app.whatmatters.shell.Shown
import app.whatmatters.shell.settled
import app.whatmatters.types.Action
import app.whatmatters.types.Event
import app.whatmatters.types.Launch
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull

/** How long a question waits for a screen that is just coming. */
private const val COMING_MS = 5_000L

/**
 * One process, one core: it lives as long as the process, whatever becomes of the
 * screens; a process without any keeps it no longer than there is something to do.
 * Main thread only, but for [screen].
 */
class WhatMatters : Application(), Configuration.Provider {
    private var core: Core? = null
    private var ending: Job? = null
    private var users = 0

    /** The activity that is in front. */
    val front = MutableStateFlow<MainActivity?>(null)

    /** What was pressed outside the app and has not reached a screen yet. */
    val pressed = ArrayDeque<Action>()

    val lastPicked by lazy { LastPicked(contentResolver) }

    // Made when it is first of use: a device that has just started may not let it be made with the process.
    override val workManagerConfiguration: Configuration get() = Configuration.Builder().build()

    override fun onCreate() {
        super.onCreate()
        // A device that has not been unlocked since it started keeps the rest shut.
        if (service<UserManager>().isUserUnlocked) SyncWork.plan(this)
    }

    /** The running core, which is told of the link; else a new one. To be given back by [leave]. */
    fun enter(launch: Launch): Core {
        users += 1
        core?.let { running -> return running.also { launch.link?.let { running.send(Event.Link(it)) } } }
        return Core(::config, launch, AndroidPlatform(this)).also { core = it }
    }

    fun leave() {
        users -= 1
    }

    /**
     * Lets the core do what follows from an event, though no screen shows it; says
     * whether it was done. Behind a lock the core keeps a press until the person comes.
     */
    suspend fun meanwhile(event: Event): Boolean = withContext(Dispatchers.Main) {
        val running = enter(launch(background = true))
        try {
            running.send(event)
            running.settled()
            (running.shown.value as? Shown.Drawn)?.page?.locked == false
        } finally {
            leave()
            if (users == 0) {
                ending = running.end()
                core = null
            }
        }
    }

    /** The screen in front, or one that is about to be. */
    suspend fun screen(): MainActivity? = withTimeoutOrNull(COMING_MS) { front.filterNotNull().first() }

    /** The person has asked for it: what cannot be opened is put aside. Where it cannot be moved, all stays as it is. */
    fun beginAgain(): Boolean = runCatching { setAside(noBackupFilesDir, listOf("core", SealingKey.FILE), System.currentTimeMillis()) }
        .onSuccess { core?.retry() }
        .isSuccess

    // Called on the core's own thread.
    private fun config(): CoreConfig {
        runBlocking { ending?.join() }
        return CoreConfig(
            directory = noBackupFilesDir.resolve("core").apply { mkdirs() }.path,
            key = SealingKey(noBackupFilesDir).open(),
            server = BuildConfig.SERVER.ifEmpty { null },
        )
    }
}
