package app.whatmatters

import app.whatmatters.types.Page
import app.whatmatters.types.Theme

/** The ways in which every page is drawn. */
enum class Mode(val title: String, val fontScale: Float = 1f, private val theme: Theme = Theme.LIGHT, private val language: String? = null) {
    LIGHT("light"),
    DARK("dark", theme = Theme.DARK),
    LARGE("large", fontScale = 2f),

    /** The words stay English: it is the arrangement that is looked at. */
    MIRRORED("mirrored", language = "ar");

    fun of(page: Page): Page =
        page.copy(look = page.look.copy(theme = theme), language = language ?: page.language)
}
