// What buttons and links have in common: where they lead.
import Core
import Foundation
import SwiftUI

/// A button where something happens in the app, a link where it leads out.
struct Leads<Face: View>: View {
    let to: Model.Target
    /// What VoiceOver says instead, where the words alone are ambiguous.
    let spoken: String?
    @ViewBuilder let face: Face

    @Environment(Session.self) private var session

    var body: some View { if let spoken { control.accessibilityLabel(spoken) } else { control } }

    @ViewBuilder private var control: some View {
        switch to {
        case .press(let action):
            Button { session.press(action) } label: { face }
        case .call(let number):
            out("tel:\(number.filter { $0 != " " })")
        case .text(let message):
            let body = message.body.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            out("sms:\(message.number.filter { $0 != " " })&body=\(body)")
        case .open(let address):
            // Only what a browser opens as a page; a record may hold others.
            out(address.lowercased().hasPrefix("http") ? address : "")
        }
    }

    @ViewBuilder private func out(_ address: String) -> some View {
        if let url = URL(string: address) { Link(destination: url) { face } } else { face }
    }
}

/// Words that lead somewhere, underlined.
struct LinkView: View {
    let link: Model.Link

    var body: some View {
        Leads(to: link.target, spoken: link.spoken) {
            Text(link.label).underline().quietButton()
        }
    }
}

/// Something that is pressed as a whole, where it can be.
struct Press<Face: View>: View {
    let action: Model.Action?
    @ViewBuilder let face: Face

    @Environment(Session.self) private var session

    var body: some View {
        if let action {
            Button { session.press(action) } label: { face.contentShape(.rect) }
        } else {
            face
        }
    }
}
