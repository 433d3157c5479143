package app.whatmatters

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.graphics.BitmapFactory
import android.net.Uri
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import app.whatmatters.types.Event
import app.whatmatters.types.FileField
import app.whatmatters.types.TextPurpose
import app.whatmatters.types.TextTo
import app.whatmatters.ui.Asks

/** What a page asks of Android. */
class PlatformAsks(
    private val activity: Activity,
    private val core: (Event) -> Unit,
    private val voice: Voice,
    private val picker: (String, FileField) -> Unit,
) : Asks {
    override fun send(event: Event) = core(event)

    /** Shows the number, ready to call: no permission is needed, and no call begins by a slip. */
    override fun call(number: String) = start(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number.filterNot(Char::isWhitespace), null)))

    override fun text(message: TextTo) =
        start(Intent(Intent.ACTION_SENDTO, Uri.fromParts("smsto", message.number, null)).putExtra("sms_body", message.body))

    override fun open(address: String) = start(Intent(Intent.ACTION_VIEW, Uri.parse(address)))

    override fun pick(form: String, field: FileField) = picker(form, field)

    override fun speak(words: String, language: String) = voice.speak(words, language)

    override val canSpeak: Boolean get() = voice.ready

    override fun decode(image: ByteArray): ImageBitmap? {
        val size = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeByteArray(image, 0, image.size, size)
        val smaller = BitmapFactory.Options().apply { inSampleSize = divisor(size.outWidth, size.outHeight) }
        return BitmapFactory.decodeByteArray(image, 0, image.size, smaller)?.asImageBitmap()
    }

    override fun filling(purpose: TextPurpose): Modifier = filledBy(purpose)

    private fun start(intent: Intent) {
        try {
            activity.startActivity(intent)
        } catch (_: ActivityNotFoundException) {
            // A tablet without a telephone: the number stands in the words.
        }
    }
}
