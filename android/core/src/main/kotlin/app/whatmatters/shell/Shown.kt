package app.whatmatters.shell

import app.whatmatters.types.Page

/** What there is to show. */
sealed interface Shown {
    /** No page yet; [again] after the core has stopped and is starting anew. */
    data class Starting(val again: Boolean) : Shown

    /** The latest page. */
    data class Drawn(val page: Page) : Shown

    /** What is on this device cannot be opened, because its key is gone. */
    data object KeyLost : Shown

    /** The core does not start, or stops each time. */
    data object Failed : Shown
}

/** The key that opens what is on this device is gone for good. */
class KeyLost(cause: Throwable? = null) : Exception(cause)
