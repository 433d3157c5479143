package app.whatmatters

import android.content.Intent
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts
import app.whatmatters.shell.Core
import app.whatmatters.shell.Shown
import app.whatmatters.types.Event
import app.whatmatters.ui.Desk

/** Where the app is, for a process that the system ended in the middle of a visit. */
private const val PLACE = "place"

class MainActivity : ComponentActivity() {
    private val app get() = application as WhatMatters
    private lateinit var core: Core
    private lateinit var desk: Desk
    private lateinit var voice: Voice
    private lateinit var network: NetworkWatch
    val prompts = Prompts(this)
    private val curtain = Curtain(this)
    private val picks by lazy { FilePicks(app.lastPicked) }
    private val picking = registerForActivityResult(ActivityResultContracts.OpenDocument()) { address ->
        if (address != null) picks.picked(contentResolver, address, core::send)
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        core = app.enter(launch(savedInstanceState))
        voice = Voice(this)
        network = NetworkWatch(this) { core.send(Event.Network(it)) }
        desk = Desk(PlatformAsks(this, core::send, voice) { form, field -> picking.launch(picks.ask(form, field)) })
        setContent { App(core, desk, curtain) { app.beginAgain() } }
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putString(PLACE, (core.shown.value as? Shown.Drawn)?.page?.place)
        outState.putBundle(PICKS, picks.saved())
    }

    override fun onRestoreInstanceState(savedInstanceState: Bundle) {
        super.onRestoreInstanceState(savedInstanceState)
        picks.restore(savedInstanceState.getBundle(PICKS))
    }

    override fun onStart() {
        super.onStart()
        network.start()
        core.send(Event.Resume)
        app.front.value = this
        pass()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        link(intent)?.let { core.send(Event.Link(it)) }
        pass()
    }

    /** Whether the person has shown that the device is theirs. */
    suspend fun prove(reason: String): Boolean = prompts.prove(reason)

    /** Hands on what was pressed outside the app. */
    private fun pass() {
        while (app.pressed.isNotEmpty()) desk.press(app.pressed.removeFirst())
    }

    override fun onStop() {
        // What is typed may be the last that this process does.
        desk.flush()
        network.stop()
        app.front.compareAndSet(this, null)
        core.send(Event.Left)
        super.onStop()
    }

    override fun onDestroy() {
        voice.close()
        prompts.close()
        app.leave()
        super.onDestroy()
    }

    private fun launch(saved: Bundle?) = launch(
        background = false,
        // Who comes back to a visit has followed its link.
        link = if (saved == null) link(intent) else null,
        place = saved?.getString(PLACE),
        gallery = BuildConfig.DEBUG && intent.getBooleanExtra("gallery", false),
    )

    /** The whole address: what it means is the core's to say. */
    private fun link(intent: Intent): String? =
        if (intent.action == Intent.ACTION_VIEW && intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY == 0) intent.dataString else null

    private companion object {
        const val PICKS = "picks"
    }
}
