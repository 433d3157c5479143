package app.whatmatters.ui.theme

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import app.whatmatters.types.Tone

/** A tone as a strong colour, as ink on its own soft ground, and as that ground. */
@Immutable
class Shades(val strong: Color, val ink: Color, val soft: Color)

/** The shades of a tone. */
internal fun Colours.shades(tone: Tone): Shades = when (tone) {
    Tone.NEUTRAL -> Shades(edge, neutralInk, neutralSoft)
    Tone.GREEN -> Shades(green, greenInk, greenSoft)
    Tone.AMBER -> Shades(amber, amberInk, amberSoft)
    Tone.RED -> Shades(red, redInk, redSoft)
    Tone.BRAND -> Shades(brand, brandOnSoft, brandSoft)
}

val LocalPalette = staticCompositionLocalOf { LightColours }
