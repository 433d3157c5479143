package app.whatmatters.shell

import app.whatmatters.types.SyncState
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Waits, where nobody looks, until what is under way is done: nothing is being sent,
 * and the page has not changed for as long as [still]. No longer than [most].
 */
@OptIn(ExperimentalCoroutinesApi::class)
suspend fun Core.quiet(still: Duration = 8.seconds, most: Duration = 25.seconds) {
    withTimeoutOrNull(most) {
        shown.mapLatest { now -> delay(still); !now.underWay }.first { it }
    }
}

private val Shown.underWay: Boolean
    get() = when (this) {
        is Shown.Starting -> true
        is Shown.Drawn -> page.busy || when (page.sync.state) {
            // A page that does not say, such as the locked one, may hide something.
            SyncState.HIDDEN, SyncState.WAITING, SyncState.SENDING -> true
            SyncState.SAVEDHERE, SyncState.SENT, SyncState.NOTSAVED, SyncState.ATTENTION -> false
        }
        Shown.KeyLost, Shown.Failed -> false
    }
