package app.whatmatters

import android.content.BroadcastReceiver
import android.util.AtomicFile
import java.io.IOException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull

/** Android ends a receiver that takes longer than ten seconds. */
private const val MOST_MS = 9_000L

/** Does what a receiver is for, beside the main thread and until it is done. */
fun BroadcastReceiver.inBackground(act: suspend () -> Unit) {
    val pending = goAsync()
    CoroutineScope(Dispatchers.Default).launch {
        try {
            withTimeoutOrNull(MOST_MS) { act() }
        } catch (_: IOException) {
            // There is no room: what could not be kept is done again next time.
        } finally {
            pending.finish()
        }
    }
}

/** Puts something else in its place, whole or not at all. */
fun AtomicFile.replace(content: ByteArray) {
    val out = startWrite()
    try {
        out.write(content)
        finishWrite(out)
    } catch (problem: IOException) {
        failWrite(out)
        throw problem
    }
}
