// What the widget shows, in a file that the app writes and the widget reads.
import Foundation

public struct Glance: Codable, Equatable, Sendable {
    public var title: String
    public var line: String?
    public var buttons: [Button]

    public struct Button: Codable, Equatable, Sendable {
        public var label: String
        /// What the core takes for a press of it.
        public var token: String

        public init(label: String, token: String) {
            self.label = label
            self.token = token
        }

        /// Opens the app, which then presses.
        public var link: URL? {
            var link = URLComponents()
            (link.scheme, link.host) = ("whatmatters", Glance.host)
            link.queryItems = [URLQueryItem(name: Glance.item, value: token)]
            return link.url
        }
    }

    public init(title: String, line: String?, buttons: [Button]) {
        self.title = title
        self.line = line
        self.buttons = buttons
    }

    /// The token in a link of one of these buttons; none in any other. Whoever else
    /// makes such a link, another app or a page, presses nothing with it.
    public func token(in link: URL) -> String? {
        buttons.first { $0.link == link }?.token
    }

    /// Whether a link is meant to be a button's.
    public static func isButton(_ link: URL) -> Bool {
        link.scheme == "whatmatters" && link.host == host
    }

    // Not `press`: a link is none until the app has found its button.
    private static let host = "widget"
    private static let item = "press"
}

extension Glance {
    /// What the app and the widget share.
    public static let group = "group.app.whatmatters"
    /// The widget's name to the system.
    public static let kind = "app.whatmatters.today"

    private static let file = "widget.json"

    /// What was kept last in this folder.
    public init?(in folder: URL?) {
        guard let file = folder?.appendingPathComponent(Self.file), let data = try? Data(contentsOf: file),
            let kept = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = kept
    }

    public func keep(in folder: URL) throws {
        try JSONEncoder().encode(self).write(to: folder.appendingPathComponent(Self.file), options: .atomic)
    }
}
