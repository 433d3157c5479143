package app.whatmatters

object BuildConfig {
    const val DEBUG = false
    const val SERVER = ""
}

object R {
    object font {
        const val atkinson_regular = 1
        const val atkinson_bold = 2
    }
}

fun filledBy(purpose: app.whatmatters.types.TextPurpose): androidx.compose.ui.Modifier = TODO("$purpose")
