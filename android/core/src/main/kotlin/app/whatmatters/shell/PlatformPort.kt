package app.whatmatters.shell

import app.whatmatters.types.Handed
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.HealthQuery
import app.whatmatters.types.Notifications
import app.whatmatters.types.Notified
import app.whatmatters.types.Notifying
import app.whatmatters.types.OutgoingFile
import app.whatmatters.types.PlatformOperation
import app.whatmatters.types.PlatformOutput
import app.whatmatters.types.Unlocked
import app.whatmatters.types.Unlocking
import app.whatmatters.types.Widget
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/** What belongs to the platform. Called beside the main thread; what throws counts as not to be had. */
interface PlatformPort {
    suspend fun handOver(file: OutgoingFile): Handed

    suspend fun unlock(asking: Unlocking): Unlocked

    suspend fun notifications(asked: Notifications): Notified

    suspend fun widget(widget: Widget)

    suspend fun health(query: HealthQuery): HealthAnswer
}

/** Has every operation of the core's answered by the variant of its own name. */
internal class Answers(private val platform: PlatformPort) {
    // One after another, in the order in which the core asked: each replaces what was said before.
    private val notifying = Mutex()
    private val drawing = Mutex()

    // An expression, so that an operation without an answer does not compile.
    suspend fun to(asked: PlatformOperation): PlatformOutput = when (asked) {
        is PlatformOperation.HandOver ->
            PlatformOutput.HandOver(or(Handed.FAILED) { platform.handOver(asked.value) })
        is PlatformOperation.Unlock ->
            PlatformOutput.Unlock(or(Unlocked.NOTPROVED) { platform.unlock(asked.value) })
        is PlatformOperation.Notifications -> notifying.withLock {
            PlatformOutput.Notifications(or(Notified(Notifying.UNAVAILABLE, false)) { platform.notifications(asked.value) })
        }
        is PlatformOperation.Widget -> drawing.withLock {
            or(Unit) { platform.widget(asked.value) }
            PlatformOutput.Widget
        }
        is PlatformOperation.Health ->
            PlatformOutput.Health(or(HealthAnswer.Unavailable) { platform.health(asked.value) })
    }

    private suspend fun <T> or(otherwise: T, act: suspend () -> T): T = try {
        withContext(Dispatchers.IO) { act() }
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (_: Exception) {
        otherwise
    }
}
