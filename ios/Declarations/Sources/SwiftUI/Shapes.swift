import UIKit

// SwiftUI/ShapeStyle
public protocol ShapeStyle: Sendable {}

// SwiftUI/Color
public struct Color: Primitive, ShapeStyle, Hashable {
    nonisolated public init(uiColor: UIColor) {}
    nonisolated public func opacity(_ opacity: Double) -> Color { self }
    public func draw(in drawing: Drawing) {}
    nonisolated private init() {}
}

// SwiftUI/StrokeStyle
public struct StrokeStyle: Sendable {
    public init(lineWidth: CGFloat = 1, dash: [CGFloat] = []) {}
}

// SwiftUI/Shape
public protocol Shape: Sendable, Primitive {}
extension Shape {
    public func draw(in drawing: Drawing) {}
    public func fill<S: ShapeStyle>(_ content: S) -> some View { Changed(self) }
    public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { Changed(self) }
    public func stroke<S: ShapeStyle>(_ content: S, style: StrokeStyle) -> some View { Changed(self) }
}

// SwiftUI/InsettableShape
public protocol InsettableShape: Shape {}

// SwiftUI/RoundedRectangle
public struct RoundedRectangle: InsettableShape {
    nonisolated public init(cornerRadius: CGFloat) {}
}

// SwiftUI/Rectangle
public struct Rectangle: InsettableShape {
    nonisolated public init() {}
}

// SwiftUI/Capsule
public struct Capsule: InsettableShape {
    nonisolated public init() {}
}

// SwiftUI/Circle
public struct Circle: InsettableShape {
    nonisolated public init() {}
}

extension Shape where Self == RoundedRectangle {
    nonisolated public static func rect(cornerRadius: CGFloat) -> Self { RoundedRectangle(cornerRadius: cornerRadius) }
}
extension Shape where Self == Rectangle {
    nonisolated public static var rect: Self { Rectangle() }
}
extension Shape where Self == Capsule {
    nonisolated public static var capsule: Self { Capsule() }
}
extension Shape where Self == Circle {
    nonisolated public static var circle: Self { Circle() }
}

// SwiftUI/Path
public struct Path: Shape {
    nonisolated public init() {}
    nonisolated public init(_ rect: CGRect) {}
    nonisolated public init(ellipseIn rect: CGRect) {}
    nonisolated public init(_ callback: (inout Path) -> Void) { callback(&self) }
    nonisolated public mutating func move(to end: CGPoint) {}
    nonisolated public mutating func addLine(to end: CGPoint) {}
    nonisolated public mutating func addLines(_ lines: [CGPoint]) {}
    nonisolated public mutating func closeSubpath() {}
    nonisolated public func offsetBy(dx: CGFloat, dy: CGFloat) -> Path { self }
}

// SwiftUI/Canvas
public struct Canvas: Primitive {
    let renderer: (inout GraphicsContext, CGSize) -> Void
    public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) { self.renderer = renderer }
    public func draw(in drawing: Drawing) {
        var context = GraphicsContext(drawing: drawing)
        renderer(&context, CGSize(width: 320, height: 260))
    }
}

// SwiftUI/GraphicsContext
@MainActor public struct GraphicsContext {
    let drawing: Drawing
    public struct Shading: Sendable {
        public static func color(_ color: Color) -> Shading { Shading() }
    }
    public struct ResolvedText {
        let words: String
        public func measure(in size: CGSize) -> CGSize { CGSize(width: 9 * CGFloat(words.count), height: 20) }
    }
    public func fill(_ path: Path, with shading: Shading) {}
    public func stroke(_ path: Path, with shading: Shading, style: StrokeStyle) {}
    public func stroke(_ path: Path, with shading: Shading, lineWidth: CGFloat = 1) {}
    public mutating func clip(to path: Path) {}
    public func resolve(_ text: Text) -> ResolvedText { ResolvedText(words: text.words) }
    public func draw(_ text: ResolvedText, in rect: CGRect) { drawing.read(text.words) }
    public func draw(_ text: Text, at point: CGPoint, anchor: UnitPoint = .top) { drawing.read(text.words) }
}

// SwiftUI/View, style
extension View {
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { Changed(self) }
    public func tint(_ tint: Color?) -> some View { Changed(self) }
    public func background<S: ShapeStyle>(_ style: S) -> some View { Changed(self) }
    public func background<S: ShapeStyle, T: InsettableShape>(_ style: S, in shape: T) -> some View { Changed(self) }
    public func overlay<S: ShapeStyle>(_ style: S) -> some View { Changed(self) }
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        Changed(self, more: content())
    }
    public func clipShape<S: Shape>(_ shape: S) -> some View { Changed(self) }
    public func contentShape<S: Shape>(_ shape: S) -> some View { Changed(self) }
    public func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View { Changed(self) }
}

// SwiftUI/ColorScheme
public enum ColorScheme: Sendable {
    case light, dark
}

// SwiftUI/BackgroundStyle
public struct BackgroundStyle: ShapeStyle {}
extension ShapeStyle where Self == BackgroundStyle {
    public static var background: BackgroundStyle { BackgroundStyle() }
}
