// A conversation, oldest first.
import Core
import SwiftUI

struct ThreadBlock: View {
    let thread: Model.Thread

    var body: some View {
        VStack(spacing: 14) {
            if let older = thread.older { ButtonView(button: older) }
            ForEach(thread.messages.indices, id: \.self) { MessageView(message: thread.messages[$0]) }
        }
    }
}

private struct MessageView: View {
    let message: Model.ThreadMessage

    var body: some View {
        HStack(spacing: 0) {
            if message.mine { Spacer(minLength: 24) }
            VStack(alignment: .leading, spacing: 6) {
                VStack(alignment: .leading, spacing: 6) {
                    Text(message.from).font(.strong)
                    Text(message.whenValue).font(.small).foregroundStyle(Palette.quiet)
                    ForEach(message.text.indices, id: \.self) { Text(message.text[$0]) }
                    if let status = message.status { TagView(tag: status) }
                }
                .accessibilityElement(children: .combine)
                ForEach(message.attachments.indices, id: \.self) { LinkView(link: message.attachments[$0]) }
            }
            .padding(.horizontal, 18).padding(.vertical, 14)
            .background(message.mine ? Palette.brandSoft : Palette.card, in: .rect(cornerRadius: 18))
            .overlay {
                RoundedRectangle(cornerRadius: 18)
                    .stroke(message.mine ? Palette.brandSoft : Palette.line, lineWidth: 1)
            }
            if !message.mine { Spacer(minLength: 24) }
        }
    }
}
