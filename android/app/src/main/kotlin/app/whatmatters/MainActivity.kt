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
import app.whatmatters.types.Launch
import app.whatmatters.types.Platform
import app.whatmatters.ui.Desk

/** Where the app is, for a process that the system ended in the middle of a visit. */
private const val PLACE = "place"

class MainActivity : ComponentActivity() {
    private lateinit var core: Core
    private lateinit var desk: Desk
    private lateinit var voice: Voice
    private lateinit var network: NetworkWatch
    private val picks = FilePicks()
    private val picking = registerForActivityResult(ActivityResultContracts.OpenDocument()) { address ->
        if (address != null) picks.picked(contentResolver, address, core::send)
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        core = (application as WhatMatters).core { launch(savedInstanceState) }
        voice = Voice(this)
        network = NetworkWatch(this) { core.send(Event.Network(it)) }
        desk = Desk(PlatformAsks(this, core::send, voice) { form, field -> picking.launch(picks.ask(form, field)) })
        setContent { App(core, desk) }
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
    }

    override fun onStop() {
        // What is typed may be the last that this process does.
        desk.flush()
        network.stop()
        super.onStop()
    }

    override fun onDestroy() {
        voice.close()
        super.onDestroy()
    }

    private fun launch(saved: Bundle?) = Launch(
        languages = resources.configuration.locales.let { locales -> List(locales.size()) { locales[it].toLanguageTag() } },
        platform = Platform.ANDROID,
        invitation = invitation(intent),
        place = saved?.getString(PLACE),
        gallery = BuildConfig.DEBUG && intent.getBooleanExtra("gallery", false),
    )

    /** The code of `https://…/?invitation=CODE`. */
    private fun invitation(intent: Intent): String? =
        if (intent.action == Intent.ACTION_VIEW) intent.data?.getQueryParameter("invitation") else null

    private companion object {
        const val PICKS = "picks"
    }
}
