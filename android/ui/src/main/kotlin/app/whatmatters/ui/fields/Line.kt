package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.*
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.*
import app.whatmatters.types.*

/** How a control for typing looks and helps. */
internal class LineLook(
    val width: Dp = Dp.Unspecified,
    val lines: Int = 1,
    val keyboard: KeyboardOptions = KeyboardOptions.Default,
    val hidden: VisualTransformation = VisualTransformation.None,
    val before: String? = null,
    val after: String? = null,
    val small: Boolean = false,
    val icon: Icon? = null,
)

/**
 * A control for typing. Its question is a part of it, so that a screen reader
 * says it with the answer and pressing the words begins the typing.
 */
@Composable
internal fun Line(question: Question, draft: Draft<String>, spot: Spot, look: LineLook, modifier: Modifier = Modifier) =
    Line(question, draft.value, draft::type, draft::flush, spot, look, modifier)

@Composable
internal fun Line(
    question: Question, value: String, type: (String) -> Unit, flush: () -> Unit, spot: Spot?, look: LineLook, modifier: Modifier = Modifier,
) {
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    BasicTextField(
        value,
        type,
        modifier
            .then(if (spot == null) Modifier else Modifier.focusRequester(spot.focus))
            .onFocusChanged { if (!it.isFocused) flush() }
            .semantics { question.error?.let(::error) },
        textStyle = MaterialTheme.typography.bodyLarge.copy(color = palette.ink),
        cursorBrush = SolidColor(palette.ink),
        keyboardOptions = look.keyboard,
        visualTransformation = look.hidden,
        interactionSource = source,
        singleLine = look.lines == 1,
        minLines = look.lines,
        decorationBox = { typed ->
            Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
                if (look.small) Quiet(question.label) else QuestionWords(question, saysError = false)
                val edge = if (question.error == null) palette.edge else palette.red
                val whole = if (look.width == Dp.Unspecified) Modifier.fillMaxWidth() else Modifier
                val frame = Modifier.focusRing(source, 12.dp).then(whole).height(IntrinsicSize.Min)
                Beside(0.dp, frame.clip(RoundSmall).background(palette.card).border(2.dp, edge, RoundSmall)) {
                    look.before?.let { Affix(it) }
                    look.icon?.let { PageIcon(it, Modifier.padding(start = 14.dp), tint = palette.quiet) }
                    val wide = if (look.width == Dp.Unspecified) Modifier.weight(1f)
                    else Modifier.weight(1f, fill = false).widthIn(max = look.width * LocalDensity.current.fontScale).fillMaxWidth()
                    Box(wide.heightIn(min = 52.dp).padding(horizontal = 14.dp, vertical = 10.dp), Alignment.CenterStart) { typed() }
                    look.after?.takeIf { it.isNotEmpty() }?.let { Affix(it) }
                }
            }
        },
    )
}

@Composable
private fun Affix(words: String) {
    val palette = LocalPalette.current
    val frame = Modifier.fillMaxHeight().background(palette.neutralSoft).padding(horizontal = 14.dp)
    Box(frame, Alignment.Center) { Text(words, color = palette.neutralInk) }
}
