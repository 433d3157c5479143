package app.whatmatters.shell

import app.whatmatters.types.Event
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.withTimeoutOrNull

/** What the core was asked to say, and has said: that nothing is under way any more. Each time has its number. */
internal class Settling {
    private val asked = MutableStateFlow(0u)
    private val heard = MutableStateFlow(0u)

    /** What a new core has to be asked once more. */
    val open: UInt? get() = asked.value.takeIf { it > heard.value }

    fun next(): UInt = asked.updateAndGet { it + 1u }

    fun hear(number: UInt) = heard.update { maxOf(it, number) }

    suspend fun until(number: UInt, shown: Flow<Shown>) {
        combine(heard, shown) { heard, now -> heard >= number || now is Shown.KeyLost || now is Shown.Failed }.first { it }
    }
}

/** Waits, where nobody looks, until all is over that was set going before. No longer than [most]. */
suspend fun Core.settled(most: Duration = 25.seconds) {
    val number = settling.next()
    send(Event.Settle(number))
    withTimeoutOrNull(most) { settling.until(number, shown) }
}
