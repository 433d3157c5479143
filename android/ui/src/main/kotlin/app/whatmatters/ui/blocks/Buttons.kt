package app.whatmatters.ui

import androidx.compose.runtime.Composable
import app.whatmatters.types.Buttons

/** Buttons in a row. */
@Composable
internal fun ButtonsBlock(buttons: Buttons) = ButtonRow(buttons.buttons, label = buttons.label)
