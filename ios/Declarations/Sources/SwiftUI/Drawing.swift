// Not Apple's: what lets a test look at the views and press them. A view without
// a body of its own notes down its words and what can be done with it.

/// What there is to read and to do, in order.
@MainActor
public final class Drawing {
    public enum Part {
        case words(String)
        case button([String], @MainActor () -> Void)
        case link([String], URL)
        case field(Binding<String>)
    }

    public private(set) var parts: [Part] = []

    /// Looks at a view and all that it is made of.
    public init(of view: any View) { draw(view) }

    private init() {}

    func draw(_ view: any View) {
        if let primitive = view as? any Primitive { primitive.draw(in: self) } else { body(of: view) }
    }

    func note(_ part: Part) {
        parts.append(part)
        if case .field(let text) = part { read(text.wrappedValue) }
    }

    func read(_ words: String?) {
        if let words, !words.isEmpty { parts.append(.words(words)) }
    }

    /// The words alone of some views.
    func words(of view: any View) -> [String] {
        let inner = Drawing()
        inner.draw(view)
        return inner.parts.compactMap { if case .words(let words) = $0 { words } else { nil } }
    }

    private func body<V: View>(of view: V) { draw(view.body) }
}

/// A view without a body.
@MainActor
public protocol Primitive: View where Body == Never {
    func draw(in drawing: Drawing)
}

extension Primitive {
    public var body: Never { nothing }
}

/// A view with some words or surroundings added to it, or nothing that a test sees.
public struct Changed<Content: View>: Primitive {
    let content: Content
    var words: [String] = []
    var more: (any View)?
    var inside: (inout EnvironmentValues) -> Void = { _ in }

    init(_ content: Content, words: [String] = [], more: (any View)? = nil) {
        self.content = content
        self.words = words
        self.more = more
    }

    init(_ content: Content, inside: @escaping (inout EnvironmentValues) -> Void) {
        self.content = content
        self.inside = inside
    }

    public func draw(in drawing: Drawing) {
        for word in words { drawing.read(word) }
        let outside = EnvironmentValues.now
        inside(&EnvironmentValues.now)
        drawing.draw(content)
        EnvironmentValues.now = outside
        if let more { drawing.draw(more) }
    }
}

/// Stands where only Apple's implementation has something to say.
var nothing: Never { fatalError("a declaration has no implementation") }

extension Drawing {
    /// The first of several views.
    func drawFirst(of view: any View) {
        if let several = view as? any Several, let first = several.views.first { draw(first) } else { draw(view) }
    }
}

/// Views beside each other.
@MainActor
protocol Several {
    var views: [any View] { get }
}

extension TupleView: Several {
    var views: [any View] { parts }
}
