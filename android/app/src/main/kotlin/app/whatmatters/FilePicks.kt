package app.whatmatters

import android.content.ContentResolver
import android.net.Uri
import android.os.Bundle
import android.provider.OpenableColumns
import android.webkit.MimeTypeMap
import app.whatmatters.types.Event
import app.whatmatters.types.FieldInput
import app.whatmatters.types.FileField
import app.whatmatters.types.Input
import app.whatmatters.types.PickedFile
import java.io.ByteArrayOutputStream
import java.io.InputStream
import kotlin.concurrent.thread

/** The field that a file is being picked for, and what becomes of the file. */
class FilePicks(private val last: LastPicked) {
    private var form = ""
    private var field = ""
    private var most = 0L

    /** Notes the field, and says which media types to offer. */
    fun ask(form: String, field: FileField): Array<String> {
        this.form = form
        this.field = field.question.id
        most = field.maxBytes.toLong()
        val types = field.accept.mapNotNull { accepted ->
            if (!accepted.startsWith('.')) accepted
            else MimeTypeMap.getSingleton().getMimeTypeFromExtension(accepted.drop(1).lowercase())
        }
        // An ending that Android does not know must not hide the file.
        return if (types.size < field.accept.size || types.isEmpty()) arrayOf("*/*") else types.toTypedArray()
    }

    /** Reads it beside the main thread; a file larger than the field takes goes without its bytes, and the core says why. */
    fun picked(resolver: ContentResolver, address: Uri, send: (Event) -> Unit) {
        val (form, field, most) = Triple(form, field, most)
        last.remember(form, field, address)
        thread(name = "picked-file") {
            val file = runCatching { read(resolver, address, most) }.getOrNull() ?: return@thread
            send(Event.Input(FieldInput(form, field, Input.File(file))))
        }
    }

    @OptIn(ExperimentalUnsignedTypes::class)
    private fun read(resolver: ContentResolver, address: Uri, most: Long): PickedFile? {
        val columns = arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE)
        val (name, told) = resolver.query(address, columns, null, null, null)?.use { row ->
            if (row.moveToFirst()) row.getString(0) to row.getLong(1) else null
        } ?: return null
        if (told > most) return PickedFile(name, told.toULong(), null)
        val content = resolver.openInputStream(address)?.use { it.upTo(most) } ?: return null
        // Some sources do not know the size: what goes on after the most has been read is too large.
        return PickedFile(name, content.size.toULong(), if (content.size > most) null else content.asUByteArray().asList())
    }

    private fun InputStream.upTo(most: Long): ByteArray {
        val read = ByteArrayOutputStream()
        val part = ByteArray(64 * 1024)
        while (read.size() <= most) {
            val count = read(part)
            if (count < 0) break
            read.write(part, 0, count)
        }
        return read.toByteArray()
    }

    fun saved() = Bundle().apply {
        putString("form", form)
        putString("field", field)
        putLong("most", most)
    }

    fun restore(saved: Bundle?) {
        form = saved?.getString("form").orEmpty()
        field = saved?.getString("field").orEmpty()
        most = saved?.getLong("most") ?: 0
    }
}
