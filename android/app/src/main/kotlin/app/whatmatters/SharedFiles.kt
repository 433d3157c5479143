package app.whatmatters

import android.content.Context
import android.content.Intent
import androidx.core.content.FileProvider
import app.whatmatters.types.Handed
import app.whatmatters.types.OutgoingFile
import java.io.File
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Hands a file over by the share sheet, which keeps and sends. */
class SharedFiles(private val context: Context) {
    private val folder = context.cacheDir.resolve("shared")

    @OptIn(ExperimentalUnsignedTypes::class)
    suspend fun offer(file: OutgoingFile): Handed {
        // What was handed over before lies here no longer than it must.
        folder.deleteRecursively()
        folder.mkdirs()
        val kept = folder.resolve(File(file.name).name)
        kept.writeBytes(file.content.toUByteArray().toByteArray())
        val address = FileProvider.getUriForFile(context, "${context.packageName}.files", kept)
        val send = Intent(Intent.ACTION_SEND)
            .setType(file.mediaType)
            .putExtra(Intent.EXTRA_STREAM, address)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        val sheet = Intent.createChooser(send, null).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        withContext(Dispatchers.Main) { context.startActivity(sheet) }
        return Handed.SAVED
    }
}
