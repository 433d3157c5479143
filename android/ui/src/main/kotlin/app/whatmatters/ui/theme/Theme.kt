package app.whatmatters.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.*

internal val Round = RoundedCornerShape(18.dp)
internal val RoundSmall = RoundedCornerShape(12.dp)

/** The least that a finger must be able to hit. */
internal val Reach = 48.dp

/**
 * Material with the product's own colours and type, as the person wants it to
 * look. Colours taken from the device's wallpaper are never used: a tone means
 * something here.
 */
@Composable
fun WhatMattersTheme(look: Look, font: FontFamily, content: @Composable () -> Unit) {
    val dark = when (look.theme) {
        Theme.DEVICE -> isSystemInDarkTheme()
        Theme.LIGHT -> false
        Theme.DARK -> true
    }
    val palette = if (dark) DarkColours else LightColours
    val type = remember(font) { type(font) }
    val density = LocalDensity.current
    CompositionLocalProvider(
        LocalPalette provides palette,
        LocalDensity provides Density(density.density, density.fontScale * scale(look)),
    ) {
        MaterialTheme(scheme(palette), typography = type) {
            CompositionLocalProvider(LocalContentColor provides palette.ink, LocalTextStyle provides type.bodyLarge, content = content)
        }
    }
}

private fun scale(look: Look): Float {
    val chosen = when (look.textSize) {
        TextSize.NORMAL -> 1f
        TextSize.LARGE -> 1.25f
        TextSize.LARGEST -> 1.5f
    }
    return if (look.easyRead) chosen * 1.35f else chosen
}

private fun scheme(palette: Colours) = (if (palette.isDark) darkColorScheme() else lightColorScheme()).copy(
    primary = palette.brand, onPrimary = palette.onBrand,
    primaryContainer = palette.brandSoft, onPrimaryContainer = palette.brandOnSoft,
    secondaryContainer = palette.brandSoft, onSecondaryContainer = palette.brandOnSoft,
    tertiaryContainer = palette.brandSoft, onTertiaryContainer = palette.brandOnSoft,
    background = palette.paper, onBackground = palette.ink,
    surface = palette.card, onSurface = palette.ink, onSurfaceVariant = palette.quiet,
    surfaceContainerHigh = palette.card, surfaceContainerHighest = palette.neutralSoft,
    outline = palette.edge, outlineVariant = palette.line,
    error = palette.red, onError = palette.card,
)

private fun type(font: FontFamily): Typography {
    fun style(size: TextUnit, line: Double, weight: FontWeight = FontWeight.Normal) =
        TextStyle(fontFamily = font, fontSize = size, lineHeight = size * line, fontWeight = weight)
    return Typography(
        headlineLarge = style(30.sp, 1.2, FontWeight.Bold),
        headlineMedium = style(24.sp, 1.25, FontWeight.Bold),
        headlineSmall = style(21.sp, 1.3, FontWeight.Bold),
        titleLarge = style(22.sp, 1.3, FontWeight.Bold),
        titleMedium = style(19.sp, 1.35, FontWeight.Bold),
        titleSmall = style(18.sp, 1.4, FontWeight.Bold),
        bodyLarge = style(18.sp, 1.45),
        bodyMedium = style(17.sp, 1.4),
        bodySmall = style(16.sp, 1.4),
        labelLarge = style(18.sp, 1.25, FontWeight.Bold),
        labelMedium = style(16.sp, 1.35, FontWeight.Bold),
        labelSmall = style(15.sp, 1.2, FontWeight.Bold),
    )
}

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
