// A time of day, with the platform's own wheel: it takes the person's own clock,
// 12 or 24 hours. The core is always told HH:MM.
import Core
import Foundation
import SwiftUI

struct TimeQuestion: View {
    let field: Model.TimeField
    let answer: Answer

    var body: some View {
        if DayTime.date(of: answer.text.wrappedValue) == nil {
            // A wheel cannot stand empty.
            Frame(question: field.question, grouped: true) {
                Button { answer.choose(.text(DayTime.text(of: .now))) } label: {
                    Text(Words.chooseTime).font(.strong).foregroundStyle(Palette.brand)
                        .box(wrong: field.question.error != nil)
                }
                .buttonStyle(.plain)
            }
        } else {
            Frame(question: field.question) {
                DatePicker("", selection: time, displayedComponents: .hourAndMinute)
                    .labelsHidden()
                    .frame(minHeight: target)
            }
        }
    }

    private var time: Binding<Date> {
        Binding { @MainActor in
            DayTime.date(of: answer.text.wrappedValue) ?? .now
        } set: { @MainActor in
            answer.choose(.text(DayTime.text(of: $0)))
        }
    }
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
