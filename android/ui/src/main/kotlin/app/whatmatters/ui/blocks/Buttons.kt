package app.whatmatters.ui.blocks

import androidx.compose.runtime.Composable
import app.whatmatters.types.Buttons
import app.whatmatters.ui.parts.ButtonRow

/** Buttons in a row. */
@Composable
internal fun ButtonsBlock(buttons: Buttons) = ButtonRow(buttons.buttons, label = buttons.label)
