package app.whatmatters.shell

import app.whatmatters.core.*
import app.whatmatters.core.Core as NativeCore
import app.whatmatters.types.*
import java.util.concurrent.Executors
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

/** So many restarts within a minute mean that restarting does not help. */
private const val MOST_RESTARTS = 3
private const val MINUTE = 60_000_000_000L

/**
 * Owns the core. Everything that touches it happens on one thread, in the order
 * in which it was said; what the core asks of the platform is done beside it.
 * Pages are decoded on that thread too: whoever collects [shown] on the main
 * thread only draws them.
 */
class Core(
    private val config: () -> CoreConfig,
    private var launch: Launch,
    platform: PlatformPort,
) : AutoCloseable {
    private val thread = Executors.newSingleThreadExecutor { Thread(it, "core-owner") }.asCoroutineDispatcher()
    private val scope = CoroutineScope(SupervisorJob() + thread)
    private val latest = MutableStateFlow<Shown>(Shown.Starting(again = false))
    private val restarts = ArrayDeque<Long>()
    internal val settling = Settling()
    private val answers = Answers(platform, settling::hear)
    private var native: NativeCore? = null

    val shown: StateFlow<Shown> = latest.asStateFlow()

    init { scope.launch { start() } }

    /** Hands the core an event. Returns at once. */
    fun send(event: Event) {
        scope.launch {
            // A core that starts again is told where the app is now.
            if (event is Event.Resume || event is Event.Left) launch = launch.copy(background = event is Event.Left)
            withCore { it.update(event.bincodeSerialize()) }
        }
    }

    /** Starts from the beginning, because the person asked. */
    fun retry() {
        scope.launch {
            restarts.clear()
            latest.value = Shown.Starting(again = true)
            restart()
        }
    }

    /** Lets go of the core, once what was said before has reached it. What is given back ends when its file is free. */
    fun end(): Job = scope.launch { native?.close() }.also {
        it.invokeOnCompletion {
            scope.cancel()
            thread.close()
        }
    }

    override fun close() { end() }

    private fun start() = try {
        lateinit var listener: Listener
        listener = Listener({ scope.launch { draw(listener) } }, ::ask)
        native = NativeCore(config(), listener)
        native?.update(Event.Start(launch).bincodeSerialize())
        settling.open?.let { native?.update(Event.Settle(it).bincodeSerialize()) }
    } catch (problem: Exception) {
        // Nothing is touched: the key may come back.
        latest.value = if (problem is KeyLost) Shown.KeyLost else Shown.Failed
    }

    /** A core that has stopped is replaced, and what it did not take is said again. */
    private fun withCore(act: (NativeCore) -> Unit) {
        try {
            native?.let(act)
        } catch (_: CoreException.Stopped) {
            if (restart()) native?.let { runCatching { act(it) } }
        } catch (_: CoreException.UnknownRequest) {
            // A new core does not know what the one before it asked for.
        }
    }

    private fun restart(): Boolean {
        native?.close()
        native = null
        val now = System.nanoTime()
        restarts.removeAll { now - it > MINUTE }
        restarts.addLast(now)
        if (restarts.size > MOST_RESTARTS) latest.value = Shown.Failed else start()
        return native != null
    }

    private fun draw(listener: Listener) {
        listener.reading()
        withCore {
            val page = Page.bincodeDeserialize(it.view())
            // A core that starts again goes on from here.
            launch = launch.copy(place = page.place, link = null)
            latest.value = Shown.Drawn(page)
        }
    }

    private fun ask(request: UInt, operation: PlatformOperation) {
        scope.launch {
            val output = answers.to(operation)
            withCore { it.resolve(request, output.bincodeSerialize()) }
        }
    }
}
