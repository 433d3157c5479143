// One line of text.
import Core
import SwiftUI
import UIKit

struct TextQuestion: View {
    let field: Model.TextField
    let answer: Answer

    @State private var shown = false

    var body: some View {
        let help = Help(field.purpose)
        Frame(question: field.question) {
            HStack(spacing: 12) {
                line(help)
                    .textContentType(help.content)
                    .keyboardType(help.keyboard)
                    .textInputAutocapitalization(help.capitals)
                    .autocorrectionDisabled(help.exact)
                    .onSubmit { answer.flush() }
                    .box(wrong: field.question.error != nil)
                if help.secret {
                    Button(shown ? Words.hide : Words.show) { shown.toggle() }
                        .font(.strong).foregroundStyle(Palette.brand)
                        .frame(minWidth: target, minHeight: target)
                        .accessibilityLabel(shown ? Words.hidePassword : Words.showPassword)
                }
            }
        }
    }

    @ViewBuilder private func line(_ help: Help) -> some View {
        if help.secret && !shown {
            SecureField("", text: answer.text)
        } else {
            TextField("", text: answer.text)
        }
    }

    /// How the platform can help to fill it.
    private struct Help {
        var content: UITextContentType?
        var keyboard = UIKeyboardType.default
        var capitals = TextInputAutocapitalization.sentences
        var exact = false
        var secret = false

        init(_ purpose: Model.TextPurpose) {
            switch purpose {
            case .plain: break
            case .username: (content, capitals, exact) = (.username, .never, true)
            case .password: (content, capitals, exact, secret) = (.password, .never, true, true)
            case .newPassword: (content, capitals, exact, secret) = (.newPassword, .never, true, true)
            case .name: (content, capitals, exact) = (.name, .words, true)
            case .code: (capitals, exact) = (.characters, true)
            case .address: (content, keyboard, capitals, exact) = (.URL, .URL, .never, true)
            }
        }
    }
}
