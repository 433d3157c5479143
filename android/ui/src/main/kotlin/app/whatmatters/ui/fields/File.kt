package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ButtonStyle
import app.whatmatters.types.FileField
import app.whatmatters.types.Icon
import app.whatmatters.ui.*
import app.whatmatters.ui.blocks.led
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** A photo or file, by the platform's own picker. */
@Composable
internal fun FileQuestion(form: String, field: FileField, spot: Spot) = Grouped(field.question) {
    val asks = LocalDesk.current.asks
    Pressable(ButtonStyle.SECONDARY, Modifier.focusRequester(spot.focus), { asks.pick(form, field) }) {
        PageIcon(Icon.UPLOAD)
        Text(
            if (field.value == null) Words.CHOOSE_FILE else Words.CHOOSE_OTHER,
            style = MaterialTheme.typography.labelLarge,
        )
    }
    field.value?.let { name ->
        Row(
            Modifier.semantics(mergeDescendants = true) {},
            Arrangement.spacedBy(8.dp),
            Alignment.CenterVertically,
        ) {
            PageIcon(Icon.FILE, size = 20.dp, tint = LocalPalette.current.quiet)
            Text(led(Words.CHOSEN_FILE, name))
        }
    }
}
