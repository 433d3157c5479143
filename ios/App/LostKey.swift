// Stands in place of the app when the key to what it kept is gone. Nothing is
// deleted, and nothing is put aside unless the person says so.
import SwiftUI

struct LostKeyView: View {
    let phone: Phone

    @State private var asking = false

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 16) {
                Text(Self.title).font(.title2).bold()
                    .accessibilityAddTraits(.isHeader).accessibilityHeading(.h1)
                Text(Self.what)
                Text(Self.sent)
                button(Self.again) { phone.session.retry() }
                button(Self.anew) { asking = true }
            }
            .frame(maxWidth: 560, alignment: .leading).padding(24).frame(maxWidth: .infinity)
        }
        .confirmationDialog(Self.anew, isPresented: $asking, titleVisibility: .visible) {
            Button(Self.aside, role: .destructive) { phone.beginAnew() }
            Button(Self.leave, role: .cancel) {}
        } message: {
            Text(Self.consequence)
        }
    }

    private func button(_ label: String, _ action: @escaping @MainActor () -> Void) -> some View {
        Button(action: action) { Text(label).bold().underline().frame(minHeight: 48) }
    }

    private static let title = "Your record cannot be opened"
    private static let what = """
        What you saved on this phone is sealed, and this phone no longer has the key. This can \
        happen when a phone is restored or repaired. Nothing has been deleted.
        """
    private static let sent = """
        If you have an account, everything that was sent is safe: sign in again and it comes back. \
        What had not been sent yet cannot be read without the key.
        """
    private static let again = "Try again"
    private static let anew = "Begin again and sign in"
    private static let aside = "Begin again"
    private static let leave = "Not now"
    private static let consequence = """
        What is sealed stays on this phone, put aside. The app begins empty, and you can sign in.
        """
}
