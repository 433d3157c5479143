package app.whatmatters

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult

/** Words of a node that end in the middle at the end of a line, or that do not fit where they stand. */
fun harmed(node: SemanticsNode): List<String> {
    val layouts = mutableListOf<TextLayoutResult>()
    node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
    return layouts.flatMap { layout ->
        val text = layout.layoutInput.text.text
        val broken = (0 until layout.lineCount - 1).map { layout.getLineEnd(it) }
            .filter { it in 1 until text.length && text[it - 1].isLetterOrDigit() && text[it].isLetterOrDigit() }
            .map { "broken at $it: $text" }
        val last = layout.lineCount - 1
        val wide = (0..last).any { layout.getLineRight(it) - layout.getLineLeft(it) > layout.size.width + 1 || layout.isLineEllipsized(it) }
        val high = layout.getLineBottom(last) > layout.size.height + 1
        broken + if (wide || high) listOf("cut: $text") else emptyList()
    }
}
