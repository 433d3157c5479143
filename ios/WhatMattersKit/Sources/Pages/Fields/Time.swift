// A time of day, with the platform's own wheel: it takes the person's own clock,
// 12 or 24 hours. The core is always told HH:MM.
import Core
import Foundation
import SwiftUI

struct TimeQuestion: View {
    let field: Model.TimeField
    let answer: Answer

    var body: some View {
        let time = DayTime.date(of: answer.text.wrappedValue)
        Frame(question: field.question, grouped: time == nil) {
            if let time {
                DatePicker("", selection: chosen(time), displayedComponents: .hourAndMinute)
                    .labelsHidden().frame(minHeight: target).answers(field.question)
            } else {
                // A wheel cannot stand empty.
                Button { choose(.now) } label: {
                    Text(Words.chooseTime).quietButton().box(wrong: field.question.error != nil)
                }
            }
        }
    }

    private func chosen(_ time: Date) -> Binding<Date> { Binding { time } set: { @MainActor in choose($0) } }

    private func choose(_ time: Date) { answer.choose(.text(DayTime.text(of: time))) }
}

/// `HH:MM`, as it goes to the core; not for reading.
enum DayTime {
    static func date(of text: String) -> Date? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2 else { return nil }
        return Calendar.current.date(bySettingHour: parts[0], minute: parts[1], second: 0, of: .now)
    }

    static func text(of date: Date) -> String {
        let parts = Calendar.current.dateComponents([.hour, .minute], from: date)
        return String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
    }
}
