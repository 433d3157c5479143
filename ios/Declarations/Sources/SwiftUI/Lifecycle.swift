import UIKit

// SwiftUI/View, life
extension View {
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View {
        Changed(self)
    }
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View { Changed(self) }
    public func task(@_inheritActorContext _ action: @escaping @Sendable () async -> Void) -> some View {
        Changed(self)
    }
    public func task<T: Equatable>(id value: T, @_inheritActorContext _ action: @escaping @Sendable () async -> Void)
        -> some View
    {
        Changed(self)
    }
    public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { Changed(self) }
    public func sheet<Item: Identifiable, Content: View>(
        item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content
    ) -> some View {
        Changed(self)
    }
}

// SwiftUI/App
@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder var body: Body { get }
    init()
}
extension App {
    public static func main() { nothing }
}

// SwiftUI/Scene
@MainActor @preconcurrency public protocol Scene {
    associatedtype Body: Scene
    @SceneBuilder var body: Body { get }
}
extension Never: Scene {}

// SwiftUI/SceneBuilder
@resultBuilder
public struct SceneBuilder {
    public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

// SwiftUI/WindowGroup
public struct WindowGroup<Content: View>: Scene {
    public init(@ViewBuilder content: @escaping () -> Content) {}
    public var body: Never { nothing }
}

// SwiftUI/Scene/backgroundTask(_:action:)
extension Scene {
    nonisolated public func backgroundTask<D: Sendable, R: Sendable>(
        _ task: BackgroundTask<D, R>, action: @escaping @Sendable (D) async -> R
    ) -> some Scene {
        self
    }
}

// SwiftUI/BackgroundTask
public struct BackgroundTask<Request: Sendable, Response: Sendable>: Sendable {}
extension BackgroundTask<Void, Void> {
    public static func appRefresh(_ matching: String) -> BackgroundTask<Void, Void> { BackgroundTask() }
}

// SwiftUI/UIViewControllerRepresentable
@MainActor @preconcurrency public protocol UIViewControllerRepresentable: Primitive {
    associatedtype UIViewControllerType: UIViewController
    typealias Context = UIViewControllerRepresentableContext<Self>
    func makeUIViewController(context: Context) -> UIViewControllerType
    func updateUIViewController(_ uiViewController: UIViewControllerType, context: Context)
}
extension UIViewControllerRepresentable {
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/UIViewControllerRepresentableContext
public struct UIViewControllerRepresentableContext<Representable> {}
