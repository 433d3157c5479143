// The type: Atkinson Hyperlegible Next, in sizes that follow the person's own.
import Core
import SwiftUI

extension Font {
    static let pageTitle = bold(32, .largeTitle)
    static let heading = bold(23, .title2)
    static let smallHeading = bold(19, .title3)
    static let lede = regular(21, .title3)
    static let quote = regular(23, .title2)
    static let text = regular(18, .body)
    static let strong = bold(18, .body)
    static let small = regular(17, .callout)
    static let smallStrong = bold(16, .callout)
    static let mark = regular(15, .footnote)

    private static func regular(_ size: CGFloat, _ style: Font.TextStyle) -> Font {
        .custom("AtkinsonHyperlegibleNext-Regular", size: size, relativeTo: style)
    }

    private static func bold(_ size: CGFloat, _ style: Font.TextStyle) -> Font {
        .custom("AtkinsonHyperlegibleNext-Bold", size: size, relativeTo: style)
    }
}

/// What a finger needs at the least.
let target: CGFloat = 48

extension Model.Look {
    /// The person's size here, on top of their size on the device: a step of the
    /// system's is about an eighth.
    func size(on device: DynamicTypeSize) -> DynamicTypeSize {
        let steps =
            switch textSize {
            case .normal: easyRead ? 3 : 0
            case .large: easyRead ? 4 : 2
            case .largest: easyRead ? 5 : 4
            }
        let sizes = DynamicTypeSize.allCases
        guard let at = sizes.firstIndex(of: device) else { return device }
        return sizes[min(at + steps, sizes.count - 1)]
    }

    /// None for what the device says.
    var scheme: ColorScheme? {
        switch theme {
        case .device: nil
        case .light: .light
        case .dark: .dark
        }
    }
}

extension View {
    /// A heading that VoiceOver's rotor finds.
    func heading(_ level: AccessibilityHeadingLevel) -> some View {
        accessibilityAddTraits(.isHeader).accessibilityHeading(level)
    }

    /// A white card with a fine line.
    func panel() -> some View {
        background(Palette.card, in: .rect(cornerRadius: 18))
            .overlay { RoundedRectangle(cornerRadius: 18).stroke(Palette.line, lineWidth: 1) }
    }

    /// The same with room around its content.
    func card() -> some View { padding(20).wide().panel() }

    /// Pressed like a button, looks like a link.
    func quietButton() -> some View {
        font(.strong).foregroundStyle(Palette.brand).frame(minHeight: target).contentShape(.rect)
    }

    /// As wide as there is room, its content at the leading edge.
    func wide() -> some View { frame(maxWidth: .infinity, alignment: .leading) }
}
