// An invitation's link: `https://SERVER/join?code=…`, or `whatmatters://join?code=…`.
import Foundation

public enum Invitation {
    /// The code in a link that opened the app.
    public static func code(in url: URL) -> String? {
        let parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
        guard let parts, parts.path == "/join" || parts.host == "join" else { return nil }
        return parts.queryItems?.first { $0.name == "code" }?.value
    }
}
