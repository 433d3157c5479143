package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.Text
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*
import java.util.Base64

/** A picture with its words beside it. */
@Composable
internal fun PictureBlock(picture: Picture) = Beside(18.dp, Modifier.fillMaxWidth().padding(vertical = 8.dp)) {
    val described = if (picture.alternative.isEmpty()) Modifier
    else Modifier.semantics { role = Role.Image; contentDescription = picture.alternative }
    val frame = described.size(96.dp).clip(RoundSmall).background(LocalPalette.current.brandSoft)
    when (val source = picture.source) {
        is PictureSource.Icon ->
            Box(frame, Alignment.Center) { PageIcon(source.value, size = 56.dp, tint = LocalPalette.current.brandOnSoft) }
        is PictureSource.Data -> Photo(source.value, frame)
    }
    picture.caption?.let { Text(it, Modifier.weight(1f)) }
}

@Composable internal fun MediaBlock(media: Media) = InsetBlock(Inset(media.run { listOf(name, text, status) }))

@Composable
private fun Photo(address: String, frame: Modifier) {
    val asks = LocalDesk.current.asks
    val image = remember(address) { decoded(address, asks) }
    if (image == null) Box(frame) else Image(image, null, frame, contentScale = ContentScale.Crop)
}

/** Only what the core made itself, never an address to fetch. */
private fun decoded(address: String, asks: Asks): ImageBitmap? {
    val (head, body) = address.split(',', limit = 2).takeIf { it.size == 2 } ?: return null
    if (!head.startsWith("data:image/") || !head.endsWith(";base64")) return null
    return runCatching { asks.decode(Base64.getDecoder().decode(body)) }.getOrNull()
}
