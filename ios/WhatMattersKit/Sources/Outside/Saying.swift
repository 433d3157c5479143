// What of a notification comes back when it is pressed.
import Core
import Foundation

/// A notification as iOS keeps it: its buttons belong to a kind that is named
/// beforehand, and what they do travels in a dictionary.
public struct Saying: Sendable {
    /// Names buttons that look alike, and what stands there while previews are hidden.
    public let kind: String
    /// Stands in place of its text while previews are hidden.
    public let placeholder: String
    /// Its buttons: what each says, and whether the app comes to the front.
    public let buttons: [Button]
    /// Travels with it and comes back with a press.
    public let info: [String: String]

    public struct Button: Equatable, Sendable {
        public let id: String
        public let label: String
        public let opens: Bool
    }

    public init(_ notification: Model.Notification) {
        buttons = notification.actions.enumerated().map { at, action in
            Button(id: "\(at)", label: action.label, opens: action.opens)
        }
        placeholder = notification.title
        kind = ([notification.title] + buttons.map { "\($0.opens ? "opens" : "stays") \($0.label)" })
            .joined(separator: "\n")
        var info = [Self.open: notification.open.token]
        for (button, action) in zip(buttons, notification.actions) { info[button.id] = action.action.token }
        self.info = info
    }

    /// What was pressed, by the button's name; none for one that was swiped away.
    public static func pressed(_ button: String, in info: [AnyHashable: Any]) -> Model.Action? {
        (info[button] as? String).map(Model.Action.init(token:))
    }

    /// The name of pressing the notification itself.
    public static let open = "open"

    /// Whether it can no longer be done, by what travels with it.
    public static func isOver(_ info: [AnyHashable: Any], now: Date = .now) -> Bool {
        (info[expires] as? String).flatMap(Int64.init).map { Arming.isOver($0, now: now) } ?? false
    }

    /// Under this name travels from when on, in seconds since 1970.
    public static let expires = "expires"

    /// What iOS groups them by, and lets no one mistake for the other.
    public static func thread(of purpose: Model.Purpose) -> String {
        switch purpose {
        case .messages: "messages"
        case .reminders: "reminders"
        }
    }
}
