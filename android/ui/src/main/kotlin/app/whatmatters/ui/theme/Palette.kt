package app.whatmatters.ui.theme

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import app.whatmatters.types.Tone

/**
 * The product's own colours, light and dark. Text has 7:1 on every ground it is
 * used on, edges of controls 3:1; the web shell has the same.
 */
@Immutable
class Palette(
    val dark: Boolean,
    val paper: Color,
    val card: Color,
    val ink: Color,
    val quiet: Color,
    val line: Color,
    val edge: Color,
    val brand: Color,
    val brandSoft: Color,
    val onBrand: Color,
    val brandOnSoft: Color,
    val sun: Color,
    val neutralInk: Color,
    val neutralSoft: Color,
    val alarm: Color,
    val green: Shades,
    val amber: Shades,
    val red: Shades,
    val focus: Color = Color(0xFFFFDD33),
    val focusInk: Color = Color(0xFF14191D),
) {
    /** A tone as a strong colour, as ink on its own soft ground, and as that ground. */
    fun shades(tone: Tone): Shades = when (tone) {
        Tone.NEUTRAL -> Shades(edge, neutralInk, neutralSoft)
        Tone.GREEN -> green
        Tone.AMBER -> amber
        Tone.RED -> red
        Tone.BRAND -> Shades(brand, brandOnSoft, brandSoft)
    }
}

@Immutable
class Shades(val strong: Color, val ink: Color, val soft: Color)

internal val LightPalette = Palette(
    dark = false,
    paper = Color(0xFFFAF7F2),
    card = Color(0xFFFFFFFF),
    ink = Color(0xFF1F2A33),
    quiet = Color(0xFF44505A),
    line = Color(0xFFE3DBCE),
    edge = Color(0xFF7A7264),
    brand = Color(0xFF0B5D4E),
    brandSoft = Color(0xFFE4F1EC),
    onBrand = Color(0xFFFFFFFF),
    brandOnSoft = Color(0xFF0A4F42),
    sun = Color(0xFFF5B942),
    neutralInk = Color(0xFF3D4953),
    neutralSoft = Color(0xFFEFEAE1),
    alarm = Color(0xFF8A1812),
    green = Shades(Color(0xFF1F7A4D), Color(0xFF115236), Color(0xFFE0F3E6)),
    amber = Shades(Color(0xFF9A5B00), Color(0xFF663C00), Color(0xFFFDEED0)),
    red = Shades(Color(0xFFB3261E), Color(0xFF8A1812), Color(0xFFFCE4E1)),
)

internal val DarkPalette = Palette(
    dark = true,
    paper = Color(0xFF14191D),
    card = Color(0xFF1D2429),
    ink = Color(0xFFF3EFE8),
    quiet = Color(0xFFB9C1C7),
    line = Color(0xFF343D44),
    edge = Color(0xFF8A969E),
    brand = Color(0xFF7FD3BF),
    brandSoft = Color(0xFF1B332E),
    onBrand = Color(0xFF0D1F1B),
    brandOnSoft = Color(0xFF9ADFCE),
    sun = Color(0xFFF5B942),
    neutralInk = Color(0xFFCFD5D9),
    neutralSoft = Color(0xFF2C353B),
    alarm = Color(0xFFA3201A),
    green = Shades(Color(0xFF7FD6A2), Color(0xFF8FDCAE), Color(0xFF173324)),
    amber = Shades(Color(0xFFF3C26B), Color(0xFFF3C26B), Color(0xFF3A2C10)),
    red = Shades(Color(0xFFFF9C92), Color(0xFFFFB0A8), Color(0xFF43211E)),
)

val LocalPalette = staticCompositionLocalOf { LightPalette }
