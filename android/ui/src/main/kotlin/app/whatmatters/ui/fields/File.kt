package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A photo or file, by the platform's own picker. */
@Composable
internal fun FileQuestion(form: String, field: FileField, spot: Spot) = Grouped(field.question) {
    val asks = LocalDesk.current.asks
    Pressable(ButtonStyle.SECONDARY, Modifier.focusRequester(spot.focus), { asks.pick(form, field) }) {
        PageIcon(Icon.UPLOAD)
        Text(if (field.value == null) Words.CHOOSE_FILE else Words.CHOOSE_OTHER, style = MaterialTheme.typography.labelLarge)
    }
    field.value?.let { name ->
        Beside(8.dp, Modifier.semantics(mergeDescendants = true) {}) {
            PageIcon(Icon.FILE, size = 20.dp, tint = LocalPalette.current.quiet)
            Text(led(Words.CHOSEN_FILE, name))
        }
    }
}
