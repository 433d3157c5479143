// SwiftUI/HorizontalAlignment
public struct HorizontalAlignment: Sendable {
    public static let leading = HorizontalAlignment()
    public static let center = HorizontalAlignment()
    public static let trailing = HorizontalAlignment()
}

// SwiftUI/VerticalAlignment
public struct VerticalAlignment: Sendable {
    public static let top = VerticalAlignment()
    public static let center = VerticalAlignment()
    public static let bottom = VerticalAlignment()
    public static let firstTextBaseline = VerticalAlignment()
}

// SwiftUI/Alignment
public struct Alignment: Sendable {
    public static let center = Alignment()
    public static let leading = Alignment()
    public static let topLeading = Alignment()
}

// SwiftUI/UnitPoint
public struct UnitPoint: Hashable, Sendable {
    public static let bottomLeading = UnitPoint()
    public static let top = UnitPoint()
    public static let topLeading = UnitPoint()
    public static let topTrailing = UnitPoint()
    public static let trailing = UnitPoint()
}

// SwiftUI/Edge
public enum Edge: Sendable {
    case top, leading, bottom, trailing
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1)
        public static let leading = Set(rawValue: 2)
        public static let vertical = Set(rawValue: 5)
        public static let horizontal = Set(rawValue: 10)
        public static let all = Set(rawValue: 15)
    }
}

// SwiftUI/VerticalEdge
public enum VerticalEdge: Sendable {
    case top, bottom
}

// SwiftUI/Axis
public enum Axis: Sendable {
    case horizontal, vertical
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 2)
    }
}

/// What these containers have in common here: their content is drawn.
public protocol Container: Primitive {
    associatedtype Content: View
    var content: Content { get }
}
extension Container {
    public func draw(in drawing: Drawing) { drawing.draw(content) }
}

// SwiftUI/VStack
public struct VStack<Content: View>: Container {
    public let content: Content
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }
}

// SwiftUI/HStack
public struct HStack<Content: View>: Container {
    public let content: Content
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }
}

// SwiftUI/Layout
public protocol Layout {}
extension Layout {
    @MainActor public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { content() }
}

// SwiftUI/HStackLayout
public struct HStackLayout: Layout {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil) {}
}

// SwiftUI/VStackLayout
public struct VStackLayout: Layout {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil) {}
}

// SwiftUI/AnyLayout
public struct AnyLayout: Layout {
    public init<L: Layout>(_ layout: L) {}
}

// SwiftUI/ViewThatFits
public struct ViewThatFits<Content: View>: Primitive {
    let content: Content
    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) {
        self.content = content()
    }
    // One of them is on the screen; that each says the same is looked at by a test.
    public func draw(in drawing: Drawing) { drawing.drawFirst(of: content) }
}

// SwiftUI/LazyVGrid
public struct LazyVGrid<Content: View>: Container {
    public let content: Content
    public init(columns: [GridItem], spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }
}

// SwiftUI/GridItem
public struct GridItem: Sendable {
    public enum Size: Sendable {
        case flexible(minimum: CGFloat = 10, maximum: CGFloat = .infinity)
        case adaptive(minimum: CGFloat, maximum: CGFloat = .infinity)
    }
    public init(_ size: Size = .adaptive(minimum: 0), spacing: CGFloat? = nil) {}
}

// SwiftUI/Grid
public struct Grid<Content: View>: Container {
    public let content: Content
    public init(
        alignment: Alignment = .center, horizontalSpacing: CGFloat? = nil, verticalSpacing: CGFloat? = nil,
        @ViewBuilder content: () -> Content
    ) {
        self.content = content()
    }
}

// SwiftUI/GridRow
public struct GridRow<Content: View>: Container {
    public let content: Content
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
}

// SwiftUI/Spacer
public struct Spacer: Primitive {
    public init(minLength: CGFloat? = nil) {}
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/Divider
public struct Divider: Primitive {
    public init() {}
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/GeometryReader
public struct GeometryReader<Content: View>: Primitive {
    let content: (GeometryProxy) -> Content
    public init(@ViewBuilder content: @escaping (GeometryProxy) -> Content) { self.content = content }
    public func draw(in drawing: Drawing) { drawing.draw(content(GeometryProxy())) }
}

// SwiftUI/GeometryProxy
public struct GeometryProxy {
    public var size: CGSize { CGSize(width: 320, height: 260) }
}

// SwiftUI/ScrollView
public struct ScrollView<Content: View>: Container {
    public let content: Content
    public init(_ axes: Axis.Set = .vertical, @ViewBuilder content: () -> Content) { self.content = content() }
}

// SwiftUI/ScrollViewReader
public struct ScrollViewReader<Content: View>: Primitive {
    let content: (ScrollViewProxy) -> Content
    public init(@ViewBuilder content: @escaping (ScrollViewProxy) -> Content) { self.content = content }
    public func draw(in drawing: Drawing) { drawing.draw(content(ScrollViewProxy())) }
}

// SwiftUI/ScrollViewProxy
public struct ScrollViewProxy {
    @MainActor public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {}
}

// SwiftUI/View, layout
extension View {
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
        Changed(self)
    }
    public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
        idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View {
        Changed(self)
    }
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { Changed(self) }
    public func padding(_ length: CGFloat) -> some View { Changed(self) }
    public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { Changed(self) }
    public func scaledToFill() -> some View { Changed(self) }
    public func gridColumnAlignment(_ guide: HorizontalAlignment) -> some View { Changed(self) }
    public func safeAreaInset<V: View>(
        edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil,
        @ViewBuilder content: () -> V
    ) -> some View {
        Changed(self, more: content())
    }
    public func id<ID: Hashable>(_ id: ID) -> some View { Changed(self) }
    public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { Changed(self) }
}

// SwiftUI/ScrollDismissesKeyboardMode
public struct ScrollDismissesKeyboardMode: Sendable {
    public static var interactively: ScrollDismissesKeyboardMode { .init() }
}
