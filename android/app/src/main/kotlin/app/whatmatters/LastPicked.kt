package app.whatmatters

import android.content.ContentResolver
import android.net.Uri
import app.whatmatters.types.FilePart
import app.whatmatters.types.FileRead
import java.io.FileInputStream
import java.nio.ByteBuffer

/** The file that was picked last: one that is too large to be handed over whole is read part by part. */
class LastPicked(private val resolver: ContentResolver) {
    private class Picked(val form: String, val field: String, val address: Uri)

    @Volatile
    private var last: Picked? = null

    fun remember(form: String, field: String, address: Uri) {
        last = Picked(form, field, address)
    }

    @OptIn(ExperimentalUnsignedTypes::class)
    fun read(part: FilePart): FileRead {
        val picked = last?.takeIf { it.form == part.form && it.field == part.field } ?: return FileRead.Gone
        val open = resolver.openFileDescriptor(picked.address, "r") ?: return FileRead.Gone
        return open.use {
            if (it.statSize != part.size.toLong()) return FileRead.Changed
            val bytes = ByteBuffer.allocate(part.length.toInt())
            val channel = FileInputStream(it.fileDescriptor).channel
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, part.offset.toLong() + bytes.position()) < 0) return FileRead.Changed
            }
            FileRead.Part(bytes.array().asUByteArray().asList())
        }
    }
}
