package app.whatmatters

object BuildConfig {
    const val DEBUG = false
    const val SERVER = ""
}

object R {
    object drawable {
        const val notification = 1
    }

    object font {
        const val atkinson_regular = 1
        const val atkinson_bold = 2
    }

    object id {
        const val widget = 1
        const val title = 2
        const val line = 3
        const val button_1 = 4
        const val button_2 = 5
        const val button_3 = 6
        const val button_4 = 7
    }

    object layout {
        const val widget = 1
    }

    object string {
        const val product = 1
        const val messages = 2
        const val reminders = 3
    }
}

fun filledBy(purpose: app.whatmatters.types.TextPurpose): androidx.compose.ui.Modifier = TODO("$purpose")
