package app.whatmatters.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextDecoration
import app.whatmatters.types.Action
import app.whatmatters.types.Link
import app.whatmatters.types.Target
import app.whatmatters.ui.*
import app.whatmatters.ui.theme.*
import app.whatmatters.ui.theme.Target as LeastTarget

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
    Box(
        modifier.pressed(spokenClick(link.target)) { desk.follow(link.target) }.sizeIn(minWidth = LeastTarget, minHeight = LeastTarget),
        contentAlignment = Alignment.CenterStart,
    ) {
        Text(
            link.label,
            Modifier.spoken(link.spoken),
            color = LocalPalette.current.brand,
            style = style,
            textDecoration = TextDecoration.Underline,
        )
    }
}
