package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ButtonStyle

/** Before the first page; [again] after the core has stopped. */
@Composable
fun StartingView(again: Boolean) = Bare {
    Text(if (again) Words.BROKEN else Words.STARTING, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
}

/** When there will be no page. */
@Composable
fun FailedView(retry: () -> Unit) = Bare {
    Titled(Words.FAILED_TITLE, MaterialTheme.typography.headlineMedium)
    Text(Words.FAILED, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    Choice(ButtonStyle.PRIMARY, Words.TRY_AGAIN, retry)
}

/** When what is on this device cannot be opened: its key is gone. Nothing is put aside before it has been asked for twice. */
@Composable
fun KeyLostView(retry: () -> Unit, beginAgain: () -> Unit) = Bare {
    var asking by remember { mutableStateOf(false) }
    Titled(Words.KEY_LOST_TITLE, MaterialTheme.typography.headlineMedium)
    Text(if (asking) Words.BEGIN_AGAIN_SURE else Words.KEY_LOST, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    Choice(ButtonStyle.PRIMARY, Words.TRY_AGAIN, retry)
    if (asking) Choice(ButtonStyle.WARNING, Words.BEGIN_AGAIN_NOW, beginAgain)
    else Choice(ButtonStyle.SECONDARY, Words.BEGIN_AGAIN) { asking = true }
}

@Composable
private fun Choice(style: ButtonStyle, words: String, press: () -> Unit) =
    Pressable(style, press = press) { Text(words, style = MaterialTheme.typography.labelLarge) }

@Composable
private fun Bare(content: @Composable () -> Unit) = Ground {
    val frame = Modifier.windowInsetsPadding(WindowInsets.safeDrawing).verticalScroll(rememberScrollState()).padding(24.dp, 96.dp)
    Column(frame, Arrangement.spacedBy(18.dp)) {
        Name(style = MaterialTheme.typography.headlineLarge)
        content()
    }
}

/** What everything stands on. */
@Composable
internal fun Ground(modifier: Modifier = Modifier, content: @Composable () -> Unit) =
    Surface(modifier.fillMaxSize(), color = LocalPalette.current.paper, contentColor = LocalPalette.current.ink, content = content)
