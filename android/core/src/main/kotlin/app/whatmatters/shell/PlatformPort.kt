package app.whatmatters.shell

import app.whatmatters.types.*
import kotlinx.coroutines.*
import kotlinx.coroutines.sync.*

/** What belongs to the platform. Called beside the main thread; what throws counts as not to be had. */
interface PlatformPort {
    suspend fun handOver(file: OutgoingFile): Handed
    suspend fun unlock(asking: Unlocking): Unlocked
    suspend fun notifications(asked: Notifications): Notified
    suspend fun widget(widget: Widget)
    suspend fun health(query: HealthQuery): HealthAnswer
    suspend fun setAside(): PutAside
    suspend fun readFile(part: FilePart): FileRead
}

/** Has every operation of the core's answered by the variant of its own name. */
internal class Answers(private val platform: PlatformPort, private val settled: (UInt) -> Unit) {
    // One after another, in the order in which the core asked: each replaces what was said before.
    private val notifying = Mutex()
    private val drawing = Mutex()

    // An expression, so that an operation without an answer does not compile.
    suspend fun to(asked: PlatformOperation): PlatformOutput = when (asked) {
        is PlatformOperation.HandOver -> PlatformOutput.HandOver(or(Handed.FAILED) { platform.handOver(asked.value) })
        is PlatformOperation.Unlock -> PlatformOutput.Unlock(or(Unlocked.NOTPROVED) { platform.unlock(asked.value) })
        is PlatformOperation.Notifications -> notifying.withLock {
            PlatformOutput.Notifications(or(Notified(Notifying.UNAVAILABLE, false, Battery.UNKNOWN)) { platform.notifications(asked.value) })
        }
        is PlatformOperation.Widget -> drawing.withLock {
            or(Unit) { platform.widget(asked.value) }
            PlatformOutput.Widget
        }
        is PlatformOperation.Health -> PlatformOutput.Health(or(HealthAnswer.Unavailable) { platform.health(asked.value) })
        is PlatformOperation.Settled -> PlatformOutput.Settled.also { settled(asked.value) }
        is PlatformOperation.Push -> PlatformOutput.Push(Subscribed.Nowhere) // A phone says by itself what it was given to say.
        is PlatformOperation.ReadFile -> PlatformOutput.ReadFile(or(FileRead.Gone) { platform.readFile(asked.value) })
        is PlatformOperation.Media -> PlatformOutput.Media(MediaShown.UNWANTED)
        is PlatformOperation.SetAside -> PlatformOutput.SetAside(or(PutAside.FAILED) { platform.setAside() })
    }

    private suspend fun <T> or(otherwise: T, act: suspend () -> T): T = try {
        withContext(Dispatchers.IO) { act() }
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (_: Exception) {
        otherwise
    }
}
