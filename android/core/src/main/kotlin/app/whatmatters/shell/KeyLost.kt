package app.whatmatters.shell

/** The key that opens what is on this device is gone for good. */
class KeyLost(cause: Throwable? = null) : Exception(cause)
