// The steps of a day, as every shell's person takes them.

private let password = "correct horse battery"

extension Person {
    /// Begins with no account and no network.
    public func beginOnThisDevice() throws {
        try press("Use it on this device")
        try see("Saved on this device")
    }

    /// Follows blood glucose, and logs one reading.
    public func logReading() throws {
        try press("Choose what to follow")
        // Blood glucose in mmol/L.
        try choose("What do you want to follow?", "1.1")
        try press("Follow these")
        try press("Blood glucose")
        try fill("Reading", "6.8")
        try press("Save")
        try see("Blood glucose 6.8 mmol/L")
    }

    /// Looks at what was logged.
    public func seeReading() throws {
        try press("Track")
        try see("6.8 mmol/L")
    }

    /// Makes an account of what is on this device, and waits until all of it is sent.
    public func createAccount(_ username: String) throws {
        try press("More")
        try press("Create an account")
        try fill("Your name", "Sam")
        try fill("Username", username)
        try fill("Choose a password", password)
        try press("Create an account")
        try see("Saved and sent")
    }

    /// Signs in on another device, and waits until everything has come.
    public func signIn(_ username: String) throws {
        try press("Sign in")
        try fill("Username", username)
        try fill("Password", password)
        try press("Sign in")
        try see("Saved and sent")
    }
}
