package app.whatmatters.shell

import app.whatmatters.core.CoreShell
import app.whatmatters.types.*
import java.util.concurrent.atomic.AtomicBoolean

/** Hears what one core asks for, on that core's own thread, and never keeps it waiting. */
internal class Listener(
    private val render: () -> Unit,
    private val platform: (UInt, PlatformOperation) -> Unit,
) : CoreShell {
    private val due = AtomicBoolean()

    override fun requests(requests: ByteArray) { for (request in Requests.bincodeDeserialize(requests).value) handle(request) }

    /** To be called before a page is read: what is rendered from then on is another one. */
    fun reading() = due.set(false)

    // An expression, so that an effect without a handler does not compile.
    private fun handle(request: Request): Unit = when (val effect = request.effect) {
        // Pages that follow one another before the first is read are one.
        is ShellEffect.Render -> if (due.getAndSet(true)) Unit else render()
        is ShellEffect.Platform -> platform(request.id, effect.value)
    }
}
