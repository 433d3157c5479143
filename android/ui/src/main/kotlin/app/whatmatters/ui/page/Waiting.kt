package app.whatmatters.ui.page

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
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
    Pressable(ButtonStyle.PRIMARY, press = retry) { Text(Words.TRY_AGAIN, style = MaterialTheme.typography.labelLarge) }
}

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
