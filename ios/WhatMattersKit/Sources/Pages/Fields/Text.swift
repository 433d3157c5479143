// One line of text.
import Core
import SwiftUI
import UIKit

struct TextQuestion: View {
    let field: Model.TextField
    let answer: Answer

    @State private var shown = false

    var body: some View {
        Frame(question: field.question) {
            HStack(spacing: 12) {
                line
                    .textContentType(help.content)
                    .keyboardType(field.purpose == .address ? .URL : .default)
                    .textInputAutocapitalization(help.capitals).autocorrectionDisabled(help.exact)
                    .answers(field.question)
                    .onSubmit { answer.flush() }
                    .box(wrong: field.question.error != nil)
                if secret {
                    Button(shown ? Words.hide : Words.show) { shown.toggle() }
                        .font(.strong).foregroundStyle(Palette.brand)
                        .frame(minWidth: target, minHeight: target)
                        .accessibilityLabel(shown ? Words.hidePassword : Words.showPassword)
                }
            }
        }
    }

    @ViewBuilder private var line: some View {
        if secret && !shown { SecureField("", text: answer.text) } else { TextField("", text: answer.text) }
    }

    /// How the platform can help to fill it.
    private typealias Help = (content: UITextContentType?, capitals: TextInputAutocapitalization, exact: Bool)

    private var help: Help {
        switch field.purpose {
        case .plain: (nil, .sentences, false)
        case .username: (.username, .never, true)
        case .password: (.password, .never, true)
        case .newPassword: (.newPassword, .never, true)
        case .name: (.name, .words, true)
        case .code: (nil, .characters, true)
        case .address: (.URL, .never, true)
        }
    }

    private var secret: Bool { field.purpose == .password || field.purpose == .newPassword }
}
