package app.whatmatters.ui.fields

import androidx.compose.ui.focus.FocusRequester

/** Where the first control of a question is, for the way from what is wrong to it. */
class Spot {
    internal val focus = FocusRequester()

    internal fun goTo() {
        // A question may have nothing to focus on: it is then at least said what is wrong.
        runCatching { focus.requestFocus() }
    }
}

/** The spots of a form, by question. */
internal class Spots {
    private val spots = HashMap<String, Spot>()

    fun of(question: String): Spot = spots.getOrPut(question) { Spot() }
}
