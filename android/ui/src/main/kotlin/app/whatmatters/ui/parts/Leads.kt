package app.whatmatters.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.draw.*
import androidx.compose.ui.geometry.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.*
import app.whatmatters.types.*
import app.whatmatters.types.Target

private val pages = Regex("^https?://", RegexOption.IGNORE_CASE)

/** Where a link or button leads. */
internal fun Desk.follow(target: Target): Unit = when (target) {
    is Target.Press -> press(target.value)
    is Target.Call -> asks.call(target.value)
    is Target.Text -> asks.text(target.value)
    // Only what a browser opens as a page; a record may hold other addresses.
    is Target.Open -> if (pages.containsMatchIn(target.value)) asks.open(target.value) else Unit
}

/** What a screen reader says of pressing, where it leads out of the app. */
internal fun spokenClick(target: Target): String? = if (target is Target.Open) Words.OUTSIDE else null

/** Says something else to a screen reader than what is read. */
internal fun Modifier.spoken(words: String?): Modifier =
    if (words == null) this else clearAndSetSemantics { contentDescription = words }

/** Something that is pressed as a whole, where it can be pressed. */
@Composable
internal fun Modifier.pressed(action: Action?): Modifier {
    if (action == null) return this
    val desk = LocalDesk.current
    return pressed { desk.press(action) }
}

@Composable
internal fun Modifier.pressed(label: String? = null, press: () -> Unit): Modifier {
    val source = remember { MutableInteractionSource() }
    return focusRing(source).clip(RoundSmall)
        .clickable(source, ripple(), onClickLabel = label, role = Role.Button, onClick = press)
}

/** Words that lead somewhere: underlined, and large enough to hit. */
@Composable
internal fun LinkView(link: Link, modifier: Modifier = Modifier, style: TextStyle = MaterialTheme.typography.titleSmall) {
    val desk = LocalDesk.current
    val frame = modifier.pressed(spokenClick(link.target)) { desk.follow(link.target) }.sizeIn(minWidth = Reach, minHeight = Reach)
    Box(frame, Alignment.CenterStart) { Lead(link.label, Modifier.spoken(link.spoken), style = style) }
}

/** Underlined: it leads somewhere. */
@Composable
internal fun Lead(
    text: String, modifier: Modifier = Modifier, color: Color = LocalPalette.current.brand, style: TextStyle = MaterialTheme.typography.titleSmall,
) = Text(text, modifier, color, style = style, textDecoration = TextDecoration.Underline)

/**
 * Focus that cannot be missed: yellow with a dark edge, on every ground. On a
 * phone a finger leaves no focus on what it presses, so it is for keys and typing.
 */
@Composable
internal fun Modifier.focusRing(source: InteractionSource, corner: Dp = 14.dp): Modifier {
    val focused = source.collectIsFocusedAsState().value
    val palette = LocalPalette.current
    return if (!focused) this else drawWithContent {
        drawContent()
        ring(palette.focusInk, 6.dp.toPx(), 4.dp.toPx(), corner)
        ring(palette.focus, 2.dp.toPx(), 4.dp.toPx(), corner)
    }
}

private fun DrawScope.ring(colour: Color, out: Float, width: Float, corner: Dp) = drawRoundRect(
    colour, Offset(-out, -out), Size(size.width + 2 * out, size.height + 2 * out), CornerRadius(corner.toPx() + out), Stroke(width),
)
