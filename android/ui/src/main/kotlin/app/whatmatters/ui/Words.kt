package app.whatmatters.ui

/**
 * The words of the chrome: the few that no page carries. Everything else comes
 * from the core, translated.
 */
internal object Words {
    const val PRODUCT = "What Matters"
    const val NAVIGATION = "Parts of the app"
    const val OUTSIDE = "Open outside the app"
    const val BUSY = "One moment"
    const val INFORMATION = "Worth knowing"
    const val SUCCESS = "Done"
    const val WARNING = "Take care"
    const val PROBLEM = "Problem"
    const val NON_URGENT = "Advice that can wait"
    const val URGENT = "Urgent advice"
    const val EMERGENCY = "Do this now"
    const val CHART_POINTS = "Move through the points"
    const val CHART_TABLE = "See this as a table"
    const val IN_WORDS = "In words."
    const val READ_ALOUD = "Read aloud"
    const val SHOW = "Show"
    const val HIDE = "Hide"
    const val SHOW_PASSWORD = "Show the password"
    const val HIDE_PASSWORD = "Hide the password"
    const val OPEN = "Open"
    const val CLOSE = "Close"
    const val ERROR = "Error:"
    const val DAY = "Day"
    const val MONTH = "Month"
    const val YEAR = "Year"
    const val POUNDS = "£"
    const val PICK_TIME = "Pick a time"
    const val SET_TIME = "Set the time"
    const val CANCEL = "Cancel"
    const val CHOOSE_FILE = "Choose a file"
    const val CHOOSE_OTHER = "Choose another file"
    const val CHOSEN_FILE = "Chosen:"
    const val CHOSEN = "chosen"
    const val STARTING = "Opening your record"
    const val BROKEN = "The app stopped and is starting again. What was saved is still here."
    const val FAILED_TITLE = "What Matters could not start"
    const val FAILED = "What you have saved is still on this device. Close the app and open it again. " +
        "If that does not help, restart your device."
    const val KEY_LOST_TITLE = "Your record on this device cannot be opened"
    const val KEY_LOST = "It is locked with a key that this device keeps, and the device no longer has that key. " +
        "What you shared with your care team is still with them: sign in again to have it back on this device. " +
        "What was never sent cannot be read without the key. Nothing has been deleted."
    const val BEGIN_AGAIN = "Sign in again"
    const val BEGIN_AGAIN_SURE = "The record on this device is put aside, not deleted, and the app starts as new. " +
        "Then sign in. Anything that was never sent will not be there."
    const val BEGIN_AGAIN_NOW = "Put it aside and start as new"
    const val TRY_AGAIN = "Try again"

    fun found(count: Int) = if (count == 0) "Nothing found" else "$count found"
    fun charactersLeft(count: Int) = if (count == 1) "You have 1 character left" else "You have $count characters left"
    fun charactersOver(count: Int) = if (count == 1) "You have 1 character too many" else "You have $count characters too many"
    fun frequency(some: UInt, all: UInt) = "$some in $all"
}
