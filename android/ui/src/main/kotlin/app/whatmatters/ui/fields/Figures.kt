package app.whatmatters.ui.fields

import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp

/** How a figure is typed: as text, because what cannot be read is the core's to say. */
internal fun figure(decimals: Boolean, before: String? = null, after: String? = null) = LineLook(
    width = 136.dp,
    keyboard = KeyboardOptions(
        autoCorrectEnabled = false,
        keyboardType = if (decimals) KeyboardType.Decimal else KeyboardType.Number,
    ),
    before = before,
    after = after,
)
