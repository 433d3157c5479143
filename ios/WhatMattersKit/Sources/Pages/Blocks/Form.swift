// Questions to answer. What is wrong is said at the top, with ways to the
// questions, and again at each of them.
import Core
import SwiftUI

struct FormBlock: View {
    let form: Model.Form
    let level: AccessibilityHeadingLevel

    @AccessibilityFocusState private var focus: String?
    @Environment(\.jump) private var jump

    var body: some View {
        VStack(alignment: .leading, spacing: 24) {
            if let problem = form.problem { summary(problem) }
            ForEach(form.fields.indices, id: \.self) { at in
                FieldView(form: form.id, field: form.fields[at])
                    .id(place(form.fields[at].question))
                    .accessibilityFocused($focus, equals: place(form.fields[at].question))
            }
            ButtonRow(buttons: form.buttons)
        }
        .wide()
        .onChange(of: form.problem) {
            if form.problem != nil { go(to: top) }
        }
    }

    private struct Wrong {
        let place: String
        let error: String
    }

    private var wrong: [Wrong] {
        form.fields.map(\.question).compactMap { question in
            question.error.map { Wrong(place: place(question), error: $0) }
        }
    }

    private func summary(_ problem: String) -> some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(problem).font(.smallHeading).heading(level).accessibilityFocused($focus, equals: top)
            ForEach(wrong.indices, id: \.self) { at in
                Button { go(to: wrong[at].place) } label: {
                    Text(wrong[at].error).font(.strong).underline()
                        .foregroundStyle(Palette.red.ink).frame(minHeight: target)
                }
                .buttonStyle(.plain)
            }
        }
        .padding(20)
        .wide()
        .overlay { RoundedRectangle(cornerRadius: 12).stroke(Palette.red.shape, lineWidth: 4) }
        .id(top)
        .accessibilityElement(children: .contain)
        .accessibilityRotor(problem, entries: wrong, entryID: \.place, entryLabel: \.error)
    }

    private var top: String { "\(form.id)." }

    private func place(_ question: Model.Question) -> String { "\(form.id).\(question.id)" }

    private func go(to place: String) {
        jump(place)
        focus = place
    }
}
