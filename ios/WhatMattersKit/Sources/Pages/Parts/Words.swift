// The words of the chrome: the few that no page carries. Everything else comes
// from the core, translated.

enum Words {
    static let product = "What Matters"
    static let navigation = "Parts of the app"
    static let busy = "One moment"
    static let information = "Worth knowing"
    static let success = "Done"
    static let warning = "Take care"
    static let problem = "Problem"
    static let nonUrgent = "Advice that can wait"
    static let urgent = "Urgent advice"
    static let emergency = "Do this now"
    static let chartTable = "See this as a table"
    static let inWords = "In words."
    static let readAloud = "Read aloud"
    static let stopReading = "Stop reading"
    static let show = "Show"
    static let hide = "Hide"
    static let showPassword = "Show the password"
    static let hidePassword = "Hide the password"
    static let error = "Error:"
    static let day = "Day"
    static let month = "Month"
    static let year = "Year"
    static let pounds = "£"
    static let chooseTime = "Choose a time"
    static let choosePhoto = "Choose a photo"
    static let chooseFile = "Choose a file"
    static let chooseOther = "Choose another file"
    static let chosenFile = "Chosen:"
    static let chosen = "chosen"
    static let starting = "Opening your record"
    static let startingSlow =
        "This is taking longer than it should. What you have saved is still on this phone."
    static let broken = "The app stopped and is starting again. What was saved is still here."
    static let failedTitle = "What Matters could not start"
    static let failed = """
        What you have saved is still on this phone. Close the app and open it again. If that does \
        not help, restart your phone.
        """
    static let tryAgain = "Try again"

    static func found(_ count: Int) -> String { count == 0 ? "Nothing found" : "\(count) found" }

    static func charactersLeft(_ count: Int) -> String {
        count == 1 ? "You have 1 character left" : "You have \(count) characters left"
    }

    static func charactersOver(_ count: Int) -> String {
        count == 1 ? "You have 1 character too many" : "You have \(count) characters too many"
    }

    static func frequency(_ some: UInt32, _ all: UInt32) -> String { "\(some) in \(all)" }
}
