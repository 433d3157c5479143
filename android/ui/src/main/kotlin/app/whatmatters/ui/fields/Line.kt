package app.whatmatters.ui.fields

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.focus.onFocusChanged
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Icon
import app.whatmatters.types.Question
import app.whatmatters.ui.parts.PageIcon
import app.whatmatters.ui.parts.Quiet
import app.whatmatters.ui.parts.focusRing
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.RoundSmall

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
    question: Question,
    value: String,
    type: (String) -> Unit,
    flush: () -> Unit,
    spot: Spot?,
    look: LineLook,
    modifier: Modifier = Modifier,
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
                val edge = if (question.error == null) palette.edge else palette.red.strong
                Row(
                    Modifier.focusRing(source, 12.dp)
                        .then(if (look.width == Dp.Unspecified) Modifier.fillMaxWidth() else Modifier)
                        .height(IntrinsicSize.Min)
                        .clip(RoundSmall)
                        .background(palette.card)
                        .border(2.dp, edge, RoundSmall),
                    verticalAlignment = Alignment.CenterVertically,
                ) {
                    look.before?.let { Beside(it) }
                    look.icon?.let { PageIcon(it, Modifier.padding(start = 14.dp), tint = palette.quiet) }
                    val wide = if (look.width == Dp.Unspecified) Modifier.weight(1f)
                    else Modifier.widthIn(max = look.width * LocalDensity.current.fontScale)
                    Box(wide.heightIn(min = 52.dp).padding(horizontal = 14.dp, vertical = 10.dp), Alignment.CenterStart) { typed() }
                    look.after?.takeIf { it.isNotEmpty() }?.let { Beside(it) }
                }
            }
        },
    )
}

@Composable
private fun Beside(words: String) = Box(
    Modifier.fillMaxHeight().background(LocalPalette.current.neutralSoft).padding(horizontal = 14.dp),
    Alignment.Center,
) { Text(words, color = LocalPalette.current.neutralInk) }
