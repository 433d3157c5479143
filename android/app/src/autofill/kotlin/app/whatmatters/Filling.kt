package app.whatmatters

import androidx.compose.ui.Modifier
import androidx.compose.ui.autofill.ContentType
import androidx.compose.ui.semantics.contentType
import androidx.compose.ui.semantics.semantics
import app.whatmatters.types.TextPurpose

// Apart from the rest, because these words are Compose 1.8's: what pom.xml
// type-checks against is 1.7.

/** Lets Android offer to fill in a line of this purpose. */
fun filledBy(purpose: TextPurpose): Modifier =
    contentOf(purpose)?.let { type -> Modifier.semantics { contentType = type } } ?: Modifier

private fun contentOf(purpose: TextPurpose): ContentType? = when (purpose) {
    TextPurpose.USERNAME -> ContentType.Username
    TextPurpose.PASSWORD -> ContentType.Password
    TextPurpose.NEWPASSWORD -> ContentType.NewPassword
    TextPurpose.NAME -> ContentType.PersonFullName
    TextPurpose.PLAIN, TextPurpose.CODE, TextPurpose.ADDRESS -> null
}
