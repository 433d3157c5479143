package app.whatmatters.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.*

private val shape = RoundedCornerShape(14.dp)

@Composable
internal fun ButtonView(button: Button, modifier: Modifier = Modifier, snug: Boolean = false, pressed: () -> Unit = {}) {
    val desk = LocalDesk.current
    val press = {
        pressed()
        desk.follow(button.target)
    }
    val words: @Composable RowScope.() -> Unit = {
        button.icon?.let { PageIcon(it) }
        Text(
            button.label,
            Modifier.weight(1f, fill = false).spoken(button.spoken),
            style = if (button.chosen == false) MaterialTheme.typography.bodyMedium else MaterialTheme.typography.labelLarge,
            textAlign = TextAlign.Center,
            textDecoration = if (button.style == ButtonStyle.QUIET && button.chosen == null) TextDecoration.Underline else null,
        )
    }
    val label = spokenClick(button.target)
    val told = if (label == null) modifier else modifier.semantics { onClick(label, null) }
    when (val chosen = button.chosen) {
        null -> Pressable(button.style, told, press, snug, words)
        else -> Chip(chosen, told, press, words)
    }
}

/** A button of the chrome's own, or the body of a page's. */
@Composable
internal fun Pressable(
    style: ButtonStyle, modifier: Modifier = Modifier, press: () -> Unit, snug: Boolean = false, words: @Composable RowScope.() -> Unit,
) {
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    val quiet = style == ButtonStyle.QUIET
    val (ground, ink) = when (style) {
        ButtonStyle.PRIMARY -> palette.brand to palette.onBrand
        ButtonStyle.SECONDARY -> palette.card to palette.brand
        ButtonStyle.QUIET -> Color.Transparent to palette.brand
        ButtonStyle.WARNING -> palette.alarm to Color.White
    }
    val edge = if (style == ButtonStyle.SECONDARY) BorderStroke(2.dp, palette.brand) else null
    val told = modifier.semantics { role = Role.Button }.focusRing(source)
    Surface(press, told, shape = shape, color = ground, contentColor = ink, border = edge, interactionSource = source) { Body(if (quiet) 0 else if (snug) 14 else 18, if (quiet) 48 else 52, words) }
}

/** One of a group of which one is chosen. */
@Composable
private fun Chip(chosen: Boolean, modifier: Modifier, press: () -> Unit, words: @Composable RowScope.() -> Unit) {
    val palette = LocalPalette.current
    val (ground, ink) = if (chosen) palette.brandSoft to palette.brandOnSoft else palette.card to palette.quiet
    Pick(chosen, press, 24.dp, ground, ink, modifier) { Body(15, 48, words) }
}

/** What is pressed to be chosen among others. */
@Composable
internal fun Pick(
    chosen: Boolean, press: () -> Unit, corner: Dp, ground: Color, ink: Color, modifier: Modifier, content: @Composable () -> Unit,
) {
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    val edge = if (chosen) BorderStroke(2.dp, palette.brand) else BorderStroke(1.dp, palette.edge)
    val told = modifier.semantics { role = Role.RadioButton }.focusRing(source, corner)
    Surface(chosen, press, told, shape = RoundedCornerShape(corner), color = ground, contentColor = ink, border = edge, interactionSource = source) { content() }
}

@Composable
private fun Body(side: Int, height: Int, words: @Composable RowScope.() -> Unit) =
    Box(Modifier.heightIn(min = height.dp).widthIn(min = Reach), Alignment.Center) {
        Beside(8.dp, Modifier.padding(horizontal = side.dp, vertical = 8.dp), words)
    }

/** Buttons in a row that wraps. */
@Composable
internal fun ButtonRow(
    buttons: List<Button>, modifier: Modifier = Modifier, label: String? = null, snug: Boolean = false, pressed: () -> Unit = {},
) {
    if (buttons.isEmpty()) return
    val chips = buttons.any { it.chosen != null }
    val gap = if (chips || snug) 8.dp else 12.dp
    val told = modifier.then(if (chips) Modifier.selectableGroup() else Modifier).semantics {
        isTraversalGroup = true
        if (label != null) contentDescription = label
    }
    Wrapped(gap, told) { buttons.forEach { ButtonView(it, snug = snug, pressed = pressed) } }
}
