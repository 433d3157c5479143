import UIKit

// SwiftUI/Text
public struct Text: Primitive, Sendable {
    nonisolated let words: String
    nonisolated public init(verbatim content: String) { words = content }
    nonisolated public init<S: StringProtocol>(_ content: S) { words = String(content) }
    nonisolated public func font(_ font: Font?) -> Text { self }
    nonisolated public func bold() -> Text { self }
    nonisolated public func underline(_ isActive: Bool = true) -> Text { self }
    nonisolated public func monospacedDigit() -> Text { self }
    nonisolated public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
    nonisolated public static func + (lhs: Text, rhs: Text) -> Text { Text(verbatim: lhs.words + rhs.words) }
    public func draw(in drawing: Drawing) { drawing.read(words) }
}

// SwiftUI/Font
public struct Font: Hashable, Sendable {
    // SwiftUI/Font/TextStyle
    public enum TextStyle: Sendable {
        case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2
    }
    public static let title2 = Font()
    public static let headline = Font()
    public static let subheadline = Font()
    public static func custom(_ name: String, size: CGFloat, relativeTo textStyle: TextStyle) -> Font { Font() }
}

// SwiftUI/Image
public struct Image: Primitive {
    public init(systemName: String) {}
    public init(uiImage: UIImage) {}
    public func resizable() -> Image { self }
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/Label
public struct Label<Title: View, Icon: View>: Primitive {
    let title: Title
    public func draw(in drawing: Drawing) { drawing.draw(title) }
}

extension Label where Title == Text, Icon == Image {
    public init<S: StringProtocol>(_ title: S, systemImage name: String) { self.title = Text(title) }
}

// SwiftUI/View, text
extension View {
    public func font(_ font: Font?) -> some View { Changed(self) }
    public func underline(_ isActive: Bool = true) -> some View { Changed(self) }
    public func monospacedDigit() -> some View { Changed(self) }
    public func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View { Changed(self) }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { Changed(self) }
    public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View { Changed(self) { $0.dynamicTypeSize = size } }
}

// SwiftUI/TextAlignment
public enum TextAlignment: Sendable {
    case leading, center, trailing
}
