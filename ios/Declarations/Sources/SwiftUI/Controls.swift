import UIKit
import UniformTypeIdentifiers

// SwiftUI/Button
public struct Button<Label: View>: Primitive {
    let action: @MainActor () -> Void
    let label: Label
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.action = action
        self.label = label()
    }
    public func draw(in drawing: Drawing) {
        let surroundings = EnvironmentValues.now
        drawing.note(.button(drawing.words(of: label)) { [action] in
            EnvironmentValues.now = surroundings
            action()
        })
        drawing.draw(label)
    }
}

extension Button where Label == Text {
    public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {
        self.init(action: action) { Text(title) }
    }
}

// SwiftUI/ButtonRole, SwiftUI/Button/init(_:role:action:)
public struct ButtonRole: Equatable, Sendable {
    public static let cancel = ButtonRole()
    public static let destructive = ButtonRole()
}
extension Button where Label == Text {
    public init<S: StringProtocol>(_ title: S, role: ButtonRole?, action: @escaping @MainActor () -> Void) {
        self.init(action: action) { Text(title) }
    }
}

// SwiftUI/View/confirmationDialog(_:isPresented:titleVisibility:actions:message:)
public enum Visibility: Hashable, Sendable {
    case automatic, visible, hidden
}
extension View {
    public func confirmationDialog<S: StringProtocol, A: View, M: View>(
        _ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
        @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M
    ) -> some View {
        Changed(self)
    }
}

// SwiftUI/PrimitiveButtonStyle
public protocol PrimitiveButtonStyle {}
// SwiftUI/PlainButtonStyle
public struct PlainButtonStyle: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == PlainButtonStyle {
    public static var plain: PlainButtonStyle { PlainButtonStyle() }
}

// SwiftUI/Link
public struct Link<Label: View>: Primitive {
    let destination: URL
    let label: Label
    public init(destination: URL, @ViewBuilder label: () -> Label) {
        self.destination = destination
        self.label = label()
    }
    public func draw(in drawing: Drawing) {
        drawing.note(.link(drawing.words(of: label), destination))
        drawing.draw(label)
    }
}

// SwiftUI/TextField
public struct TextField<Label: View>: Primitive {
    let text: Binding<String>
    public func draw(in drawing: Drawing) { drawing.note(.field(text)) }
}
extension TextField where Label == Text {
    public init<S: StringProtocol>(_ title: S, text: Binding<String>) { self.text = text }
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) { self.text = text }
}

// SwiftUI/SecureField
public struct SecureField<Label: View>: Primitive {
    let text: Binding<String>
    public func draw(in drawing: Drawing) { drawing.note(.field(text)) }
}
extension SecureField where Label == Text {
    public init<S: StringProtocol>(_ title: S, text: Binding<String>) { self.text = text }
}

// SwiftUI/DatePicker
public struct DatePicker<Label: View>: Primitive {
    let selection: Binding<Date>
    public func draw(in drawing: Drawing) {
        let parts = Calendar.current.dateComponents([.hour, .minute], from: selection.wrappedValue)
        drawing.read(String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0))
    }
}
extension DatePicker where Label == Text {
    public init<S: StringProtocol>(
        _ title: S, selection: Binding<Date>, displayedComponents: DatePickerComponents
    ) {
        self.selection = selection
    }
}

// SwiftUI/DatePickerComponents
public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let hourAndMinute = DatePickerComponents(rawValue: 1)
}

// SwiftUI/DisclosureGroup
public struct DisclosureGroup<Label: View, Content: View>: Primitive {
    let label: Label
    let content: Content
    public init(
        isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label
    ) {
        self.label = label()
        self.content = content()
    }
    public func draw(in drawing: Drawing) {
        drawing.draw(label)
        drawing.draw(content)
    }
}

// SwiftUI/ProgressView
public struct ProgressView: Primitive {
    public init() {}
    public func draw(in drawing: Drawing) {}
}

// SwiftUI/TextInputAutocapitalization
public struct TextInputAutocapitalization: Sendable {
    public static var never: TextInputAutocapitalization { .init() }
    public static var words: TextInputAutocapitalization { .init() }
    public static var sentences: TextInputAutocapitalization { .init() }
    public static var characters: TextInputAutocapitalization { .init() }
}

// SwiftUI/SubmitLabel
public struct SubmitLabel: Sendable {
    public static var search: SubmitLabel { .init() }
}

// SwiftUI/KeyEquivalent, SwiftUI/EventModifiers
public struct KeyEquivalent: ExpressibleByExtendedGraphemeClusterLiteral, Sendable {
    public init(extendedGraphemeClusterLiteral: Character) {}
}
public struct EventModifiers: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let command = EventModifiers(rawValue: 1)
}

// SwiftUI/View, controls
extension View {
    public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { Changed(self) }
    public func textContentType(_ textContentType: UITextContentType?) -> some View { Changed(self) }
    public func keyboardType(_ type: UIKeyboardType) -> some View { Changed(self) }
    public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
        Changed(self)
    }
    public func autocorrectionDisabled(_ disable: Bool = true) -> some View { Changed(self) }
    public func onSubmit(_ action: @escaping () -> Void) -> some View { Changed(self) }
    public func submitLabel(_ submitLabel: SubmitLabel) -> some View { Changed(self) }
    public func labelsHidden() -> some View { Changed(self) }
    public func keyboardShortcut(_ key: KeyEquivalent, modifiers: EventModifiers = .command) -> some View {
        Changed(self)
    }
    public func refreshable(action: @escaping @Sendable () async -> Void) -> some View { Changed(self) }
    public func fileImporter(
        isPresented: Binding<Bool>, allowedContentTypes: [UTType],
        onCompletion: @escaping (Result<URL, any Error>) -> Void
    ) -> some View {
        Changed(self)
    }
    public func gesture<T: Gesture>(_ gesture: T) -> some View { Changed(self) }
    public func simultaneousGesture<T: Gesture>(_ gesture: T) -> some View { Changed(self) }
}

// SwiftUI/Gesture
@MainActor @preconcurrency public protocol Gesture {
    associatedtype Value
}
extension Gesture {
    public func onEnded(_ action: @escaping (Value) -> Void) -> some Gesture { self }
}

// SwiftUI/DragGesture
public struct DragGesture: Gesture {
    public struct Value: Sendable {
        public var startLocation: CGPoint
        public var translation: CGSize
    }
    public init(minimumDistance: CGFloat = 10) {}
}

// SwiftUI/SpatialTapGesture
public struct SpatialTapGesture: Gesture {
    public struct Value: Sendable {
        public var location: CGPoint
    }
    public init(count: Int = 1) {}
}

// SwiftUI/withAnimation(_:_:)
@MainActor public func withAnimation<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
