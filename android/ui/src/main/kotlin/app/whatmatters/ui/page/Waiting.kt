package app.whatmatters.ui.page

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ButtonStyle
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.Pressable
import app.whatmatters.ui.theme.LocalPalette

/** Before the first page; [again] after the core has stopped. */
@Composable
fun StartingView(again: Boolean) = Bare {
    Text(
        if (again) Words.BROKEN else Words.STARTING,
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
    )
}

/** When there will be no page. */
@Composable
fun FailedView(retry: () -> Unit) = Bare {
    Text(Words.FAILED_TITLE, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)
    Text(Words.FAILED, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    Choice(ButtonStyle.PRIMARY, Words.TRY_AGAIN, retry)
}

/** When what is on this device cannot be opened: its key is gone. Nothing is put aside before it has been asked for twice. */
@Composable
fun KeyLostView(retry: () -> Unit, beginAgain: () -> Unit) = Bare {
    var asking by remember { mutableStateOf(false) }
    Text(Words.KEY_LOST_TITLE, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)
    Text(if (asking) Words.BEGIN_AGAIN_SURE else Words.KEY_LOST, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    Choice(ButtonStyle.PRIMARY, Words.TRY_AGAIN, retry)
    if (asking) Choice(ButtonStyle.WARNING, Words.BEGIN_AGAIN_NOW, beginAgain)
    else Choice(ButtonStyle.SECONDARY, Words.BEGIN_AGAIN) { asking = true }
}

@Composable
private fun Choice(style: ButtonStyle, words: String, press: () -> Unit) =
    Pressable(style, press = press) { Text(words, style = MaterialTheme.typography.labelLarge) }

@Composable
private fun Bare(content: @Composable () -> Unit) = Surface(
    Modifier.fillMaxSize(),
    color = LocalPalette.current.paper,
    contentColor = LocalPalette.current.ink,
) {
    Column(
        Modifier.windowInsetsPadding(WindowInsets.safeDrawing).verticalScroll(rememberScrollState()).padding(24.dp, 96.dp),
        Arrangement.spacedBy(18.dp),
    ) {
        Text(Words.PRODUCT, color = LocalPalette.current.brand, style = MaterialTheme.typography.headlineLarge)
        content()
    }
}
