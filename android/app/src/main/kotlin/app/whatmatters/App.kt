package app.whatmatters

import androidx.activity.compose.PredictiveBackHandler
import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableFloatStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.text.font.Font
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import app.whatmatters.shell.Core
import app.whatmatters.shell.Shown
import app.whatmatters.types.Look
import app.whatmatters.types.Page
import app.whatmatters.types.TextSize
import app.whatmatters.types.Theme
import app.whatmatters.ui.Desk
import app.whatmatters.ui.FailedView
import app.whatmatters.ui.KeyLostView
import app.whatmatters.ui.PageView
import app.whatmatters.ui.StartingView
import app.whatmatters.ui.WhatMattersTheme
import kotlin.coroutines.cancellation.CancellationException

private val atkinson = FontFamily(
    Font(R.font.atkinson_regular, FontWeight.Normal),
    Font(R.font.atkinson_bold, FontWeight.Bold),
)

private val plain = Look(Theme.DEVICE, TextSize.NORMAL, false, false)

/** The latest that the core has to show. */
@Composable
fun App(core: Core, desk: Desk, curtain: Curtain, beginAgain: () -> Unit) {
    // Behind other apps too: who comes back to a locked app sees no frame of the page before.
    val shown by core.shown.collectAsState()
    SideEffect { curtain.drawn((shown as? Shown.Drawn)?.page) }
    WhatMattersTheme((shown as? Shown.Drawn)?.page?.look ?: plain, atkinson) {
        when (val now = shown) {
            is Shown.Starting -> StartingView(now.again)
            is Shown.Drawn -> Leaving(now.page, desk)
            Shown.KeyLost -> KeyLostView(core::retry, beginAgain)
            Shown.Failed -> FailedView(core::retry)
        }
    }
}

/** Back leads within the app while the page has a way back; the page gives way under the finger until it is let go. */
@Composable
private fun Leaving(page: Page, desk: Desk) {
    var gone by remember { mutableFloatStateOf(0f) }
    PredictiveBackHandler(enabled = page.back != null) { progress ->
        try {
            progress.collect { gone = it.progress }
            desk.back()
        } catch (stayed: CancellationException) {
            throw stayed
        } finally {
            gone = 0f
        }
    }
    Box(
        Modifier.graphicsLayer {
            scaleX = 1f - gone * 0.08f
            scaleY = scaleX
        },
    ) { PageView(page, desk) }
}
