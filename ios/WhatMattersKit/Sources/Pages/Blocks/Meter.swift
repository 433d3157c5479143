// How much of something: a bar, and the same in words.
import Core
import SwiftUI

struct MeterBlock: View {
    let meter: Model.Meter

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(meter.label).font(.strong).accessibilityHidden(true)
            MeterBar(meter: meter)
        }
        .card()
    }
}

/// Without its label inside a card, whose title says what is measured.
struct MeterBar: View {
    let meter: Model.Meter

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            GeometryReader { place in
                Capsule().fill(Palette.of(meter.tone).shape).frame(width: place.size.width * part)
            }
            .frame(height: 14).background(Palette.line, in: .capsule)
            Text(meter.text).foregroundStyle(Palette.quiet)
        }
        .accessibilityElement(children: .ignore).accessibilityLabel(meter.label)
        .accessibilityValue(meter.text)
    }

    private var part: Double { meter.max > 0 ? min(max(meter.value / meter.max, 0), 1) : 0 }
}
