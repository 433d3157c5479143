package app.whatmatters.ui.parts

import androidx.compose.ui.graphics.Path
import app.whatmatters.types.Tone

/** The shape of each tone around 0,0, so that nothing hangs on colour: the same on tags and in charts. */
internal fun shapeOf(tone: Tone, radius: Float): Path? = when (tone) {
    Tone.NEUTRAL, Tone.BRAND -> null
    Tone.GREEN -> dot(radius)
    Tone.AMBER -> Path().apply {
        moveTo(-radius, -radius)
        lineTo(radius, -radius)
        lineTo(radius, radius)
        lineTo(-radius, radius)
        close()
    }
    Tone.RED -> Path().apply {
        moveTo(-1.2f * radius, -radius)
        lineTo(1.2f * radius, -radius)
        lineTo(0f, 1.1f * radius)
        close()
    }
}

internal fun dot(radius: Float): Path = Path().apply {
    addOval(androidx.compose.ui.geometry.Rect(-radius, -radius, radius, radius))
}
