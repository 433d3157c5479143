package app.whatmatters.ui

import androidx.compose.runtime.*
import app.whatmatters.types.Input
import kotlinx.coroutines.*

/** The core hears of typing at most so often. It is what a killed app can lose. */
private const val BEAT_MS = 150L

/**
 * A field's value, edited here and kept by the core.
 *
 * A page may be older than what was typed since, and must not undo it: a value
 * that was sent from here is an echo. Any other change is the core's own doing,
 * and is taken over.
 */
@Stable
internal class Draft<T>(first: T, private val scope: CoroutineScope, private val send: (T) -> Unit) {
    var value: T by mutableStateOf(first)
        private set
    private var fromCore = first
    private val sent = ArrayDeque<T>()
    private var unsent = false
    private var timer: Job? = null

    /** Changes it; the core hears in a moment. */
    fun type(next: T) {
        if (next == value) return
        value = next
        unsent = true
        if (timer?.isActive == true) return
        timer = scope.launch {
            delay(BEAT_MS)
            flush()
        }
    }

    /** Changes it and tells the core at once. */
    fun choose(next: T) {
        value = next
        unsent = true
        flush()
    }

    /** Tells the core now, if it does not know yet. */
    fun flush() {
        if (!unsent) return
        unsent = false
        sent.addLast(value)
        send(value)
    }

    /** What the page says. */
    fun hear(said: T) {
        if (said == fromCore) return
        fromCore = said
        val echo = sent.indexOf(said)
        if (echo >= 0) repeat(echo + 1) { sent.removeFirst() }
        else if (!unsent) {
            sent.clear()
            value = said
        }
    }
}

@Composable
internal fun <T> rememberDraft(form: String, field: String, fromCore: T, input: (T) -> Input): Draft<T> {
    val desk = LocalDesk.current
    val scope = rememberCoroutineScope()
    val draft = remember(form, field) { Draft(fromCore, scope) { value -> desk.input(form, field, input(value)) } }
    SideEffect { draft.hear(fromCore) }
    DisposableEffect(draft) {
        desk.keep(draft, draft::flush)
        onDispose {
            draft.flush()
            desk.drop(draft)
        }
    }
    return draft
}
