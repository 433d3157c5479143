package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.*
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.*
import app.whatmatters.types.*
import app.whatmatters.types.Paragraph

/** A paragraph, or the person's own words. */
@Composable
internal fun ParagraphBlock(paragraph: Paragraph) {
    val words = led(paragraph.lead, paragraph.text)
    val type = MaterialTheme.typography
    when (paragraph.style) {
        ParagraphStyle.BODY -> Text(words)
        ParagraphStyle.LEDE -> Text(words, style = type.bodyLarge.copy(fontSize = 21.sp, lineHeight = 30.sp))
        ParagraphStyle.SMALL -> Text(words, style = type.bodyMedium, color = LocalPalette.current.quiet)
        ParagraphStyle.QUOTE -> Quote(words)
    }
}

/** Bold words to begin with, then the rest. */
internal fun led(lead: String?, text: String): AnnotatedString = buildAnnotatedString {
    if (lead != null) withStyle(SpanStyle(fontWeight = FontWeight.Bold)) { append("$lead ") }
    append(text)
}

/** The person's own words: the largest, with the yellow bar. */
@Composable
internal fun Quote(words: AnnotatedString) = Row(Modifier.height(IntrinsicSize.Min)) {
    Box(Modifier.width(5.dp).fillMaxHeight().background(LocalPalette.current.sun))
    Text(
        words,
        Modifier.padding(start = 14.dp, top = 2.dp, bottom = 2.dp),
        color = LocalContentColor.current,
        style = MaterialTheme.typography.bodyLarge.copy(fontSize = 22.sp, lineHeight = 31.sp),
    )
}
