// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation
@_exported import Observation

// SwiftUI/View
@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder var body: Body { get }
}

extension Never: View {
    public var body: Never { nothing }
}

// SwiftUI/ViewBuilder
@resultBuilder
@MainActor public struct ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: View>(_ content: repeat each Content)
        -> TupleView<(repeat each Content)>
    {
        var parts: [any View] = []
        for part in repeat each content { parts.append(part) }
        return TupleView((repeat each content), parts)
    }
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
    public static func buildEither<A: View, B: View>(first: A) -> _ConditionalContent<A, B> { .init(.a(first)) }
    public static func buildEither<A: View, B: View>(second: B) -> _ConditionalContent<A, B> { .init(.b(second)) }
}

// SwiftUI/EmptyView
public struct EmptyView: Primitive {
    public init() {}
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/TupleView
public struct TupleView<T>: Primitive {
    public var value: T
    let parts: [any View]
    init(_ value: T, _ parts: [any View]) {
        self.value = value
        self.parts = parts
    }
    public func draw(in drawing: Drawing) { for part in parts { drawing.draw(part) } }
}

extension Optional: View where Wrapped: View {
    public var body: Never { nothing }
}
extension Optional: Primitive where Wrapped: View {
    public func draw(in drawing: Drawing) { if let self { drawing.draw(self) } }
}

// SwiftUI/_ConditionalContent
public struct _ConditionalContent<A: View, B: View>: Primitive {
    enum Branch {
        case a(A)
        case b(B)
    }
    let branch: Branch
    init(_ branch: Branch) { self.branch = branch }
    public func draw(in drawing: Drawing) {
        switch branch {
        case .a(let view): drawing.draw(view)
        case .b(let view): drawing.draw(view)
        }
    }
}

// SwiftUI/Group
public struct Group<Content: View>: Primitive {
    let content: Content
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
    public func draw(in drawing: Drawing) { drawing.draw(content) }
}

// SwiftUI/ForEach
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Primitive {
    public var data: Data
    public var content: (Data.Element) -> Content
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {
        self.data = data
        self.content = content
    }
    public func draw(in drawing: Drawing) { for part in data { drawing.draw(content(part)) } }
}

