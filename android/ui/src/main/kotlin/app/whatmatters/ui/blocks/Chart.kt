package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A chart: its sentence, its picture, and its table, which all say the same. */
@Composable
internal fun ChartBlock(chart: Chart) = Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
    Titled(chart.title)
    ButtonRow(chart.ranges, label = chart.title)
    Panel {
        Column(Modifier.padding(start = 16.dp, end = 16.dp, top = 16.dp, bottom = 10.dp), Arrangement.spacedBy(8.dp)) {
            if (chart.series.any { it.points.isNotEmpty() }) Plot(chart)
            Text(led(Words.IN_WORDS, chart.sentence))
            ReadAloud("${chart.title}. ${chart.sentence}")
            if (chart.table.rows.isNotEmpty()) Opens(Words.CHART_TABLE) { TableBlock(chart.table) }
        }
    }
}

/** With a voice that is on the device, where there is one. */
@Composable
internal fun ReadAloud(words: String) {
    val asks = LocalDesk.current.asks
    val language = LocalLanguage.current
    if (!asks.canSpeak) return
    Pressable(ButtonStyle.QUIET, press = { asks.speak(words, language) }) {
        PageIcon(Icon.SPEAKER)
        Text(Words.READ_ALOUD, style = MaterialTheme.typography.labelLarge, textDecoration = TextDecoration.Underline)
    }
}
