// The steps of a day, as every shell's person takes them.
package app.whatmatters

const val PASSWORD = "correct horse battery"

/** Begins with no account and no network. */
fun Person.beginOnThisDevice() {
    press("Use it on this device")
    see("Saved on this device")
}

/** Follows blood glucose, and logs one reading. */
fun Person.logReading() {
    press("Choose what to follow")
    // Blood glucose in mmol/L.
    choose("What do you want to follow?", "1.1")
    press("Follow these")
    press("Blood glucose")
    fill("Reading", "6.8")
    press("Save")
    see("Blood glucose 6.8 mmol/L")
}

/** Looks at what was logged. */
fun Person.seeReading() {
    press("Track")
    see("6.8 mmol/L")
}

/** Makes an account of what is on this device, and waits until all of it is sent. */
fun Person.createAccount(username: String) {
    press("More")
    press("Create an account")
    fill("Your name", "Sam")
    fill("Username", username)
    fill("Choose a password", PASSWORD)
    press("Create an account")
    see("Saved and sent")
}

/** Signs in on another device, and waits until everything has come. */
fun Person.signIn(username: String) {
    press("Sign in")
    fill("Username", username)
    fill("Password", PASSWORD)
    press("Sign in")
    see("Saved and sent")
}
