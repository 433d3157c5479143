import Accessibility

// SwiftUI/AccessibilityChildBehavior
public struct AccessibilityChildBehavior: Hashable, Sendable {
    public static let ignore = AccessibilityChildBehavior()
    public static let contain = AccessibilityChildBehavior()
    public static let combine = AccessibilityChildBehavior()
}

// SwiftUI/AccessibilityTraits
public struct AccessibilityTraits: SetAlgebra, Sendable {
    public static let isButton = AccessibilityTraits()
    public static let isHeader = AccessibilityTraits()
    public static let isImage = AccessibilityTraits()
    public static let isSelected = AccessibilityTraits()
    public typealias Element = AccessibilityTraits
    public init() {}
    public func contains(_ member: AccessibilityTraits) -> Bool { false }
    public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public mutating func insert(_ new: AccessibilityTraits) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits) {
        (true, new)
    }
    public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func update(with new: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func formUnion(_ other: AccessibilityTraits) {}
    public mutating func formIntersection(_ other: AccessibilityTraits) {}
    public mutating func formSymmetricDifference(_ other: AccessibilityTraits) {}
}

// SwiftUI/AccessibilityHeadingLevel
public enum AccessibilityHeadingLevel: UInt, Sendable {
    case unspecified, h1, h2, h3, h4, h5, h6
}

// SwiftUI/AccessibilityActionKind
public struct AccessibilityActionKind: Equatable, Sendable {
    public static let `default` = AccessibilityActionKind()
    public static let escape = AccessibilityActionKind()
}

// SwiftUI/AccessibilityAdjustmentDirection
public enum AccessibilityAdjustmentDirection: Sendable {
    case increment, decrement
}

// SwiftUI/AXChartDescriptorRepresentable
public protocol AXChartDescriptorRepresentable {
    func makeChartDescriptor() -> AXChartDescriptor
}

// SwiftUI/View, accessibility
extension View {
    public func accessibilityHidden(_ hidden: Bool) -> some View { Changed(self) }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View { Changed(self) }
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View {
        Changed(self, words: [String(label)])
    }
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View {
        Changed(self, words: [String(value)])
    }
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { Changed(self, words: [String(hint)]) }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { Changed(self) }
    public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> some View { Changed(self) }
    public func accessibilityAction(
        _ actionKind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void
    ) -> some View {
        Changed(self)
    }
    public func accessibilityAdjustableAction(
        _ handler: @escaping (AccessibilityAdjustmentDirection) -> Void
    ) -> some View {
        Changed(self)
    }
    public func accessibilityFocused<Value: Hashable>(
        _ binding: AccessibilityFocusState<Value>.Binding, equals value: Value
    ) -> some View {
        Changed(self)
    }
    public func accessibilityFocused(_ condition: AccessibilityFocusState<Bool>.Binding) -> some View { Changed(self) }
    public func accessibilityChartDescriptor<R: AXChartDescriptorRepresentable>(_ representable: R) -> some View {
        // Made at once, so that a test sees it made.
        Changed(self, words: representable.makeChartDescriptor().words)
    }
    public func accessibilityRotor<L: StringProtocol, EntryModel, ID: Hashable>(
        _ rotorLabel: L, entries: [EntryModel], entryID: KeyPath<EntryModel, ID>,
        entryLabel: KeyPath<EntryModel, String>
    ) -> some View {
        Changed(self, words: entries.map { $0[keyPath: entryLabel] })
    }
}
