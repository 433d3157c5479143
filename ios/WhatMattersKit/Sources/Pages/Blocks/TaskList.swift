// Things to get done, each with how far it is.
import Core
import SwiftUI

struct TaskListBlock: View {
    let list: Model.TaskList

    var body: some View {
        Rows(count: list.items.count) { at in
            let task = list.items[at]
            Press(action: task.action) {
                ViewThatFits(in: .horizontal) {
                    HStack(spacing: 16) {
                        TaskWords(task: task).wide()
                        TagView(tag: task.status)
                    }
                    VStack(alignment: .leading, spacing: 6) {
                        TaskWords(task: task)
                        TagView(tag: task.status)
                    }
                }
                .frame(minHeight: target)
            }
            .accessibilityElement(children: .combine)
        }
    }
}

private struct TaskWords: View {
    let task: Model.Task

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(task.title)
                .font(task.action == nil ? .text : .strong)
                .underline(task.action != nil)
                .foregroundStyle(task.action == nil ? Palette.ink : Palette.brand)
            if let hint = task.hint { Text(hint).foregroundStyle(Palette.quiet) }
        }
    }
}
