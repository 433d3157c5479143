// The steps of a day, as every shell's person takes them.

private let password = "correct horse battery"

extension Someone {
    /// Begins with no account and no network.
    public func beginOnThisDevice() async throws {
        try await press("Use it on this device")
        try await see("Saved on this device")
    }

    /// Follows blood glucose, and logs one reading.
    public func logReading() async throws {
        try await press("Choose what to follow")
        // Blood glucose in mmol/L.
        try await choose("What do you want to follow?", "1.1")
        try await press("Follow these")
        try await press("Blood glucose")
        try await fill("Reading", "6.8")
        try await press("Save")
        try await see("Blood glucose 6.8 mmol/L")
    }

    /// Looks at what was logged.
    public func seeReading() async throws {
        try await press("Track")
        try await see("6.8 mmol/L")
    }

    /// Makes an account of what is on this phone, and waits until all of it is sent.
    public func createAccount(_ username: String) async throws {
        try await press("More")
        try await press("Create an account")
        try await fill("Your name", "Sam")
        try await fill("Username", username)
        try await fill("Choose a password", password)
        try await press("Create an account")
        try await see("Saved and sent")
    }

    /// Signs in on another device, and waits until everything has come.
    public func signIn(_ username: String) async throws {
        try await press("Sign in")
        try await fill("Username", username)
        try await fill("Password", password)
        try await press("Sign in")
        try await see("Saved and sent")
    }
}
