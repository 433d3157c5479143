// SwiftUI/State
@propertyWrapper
public struct State<Value> {
    private let box: Box<Value>
    public init(wrappedValue: Value) { box = Box(wrappedValue) }
    public var wrappedValue: Value {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    @MainActor public var projectedValue: Binding<Value> {
        let box = box
        return Binding { @MainActor in box.value } set: { @MainActor in box.value = $0 }
    }
}

extension State where Value: ExpressibleByNilLiteral {
    public init() { self.init(wrappedValue: nil) }
}

final class Box<Value> {
    var value: Value
    init(_ value: Value) { self.value = value }
}

// SwiftUI/Binding
@propertyWrapper @dynamicMemberLookup
public struct Binding<Value> {
    private let get: @isolated(any) @Sendable () -> Value
    private let set: @isolated(any) @Sendable (Value) -> Void
    public init(
        get: @escaping @isolated(any) @Sendable () -> Value,
        set: @escaping @isolated(any) @Sendable (Value) -> Void
    ) {
        self.get = get
        self.set = set
    }
    public var wrappedValue: Value {
        get { unsafeBitCast(get, to: (@Sendable () -> Value).self)() }
        nonmutating set { unsafeBitCast(set, to: (@Sendable (Value) -> Void).self)(newValue) }
    }
    public var projectedValue: Binding<Value> { self }
    public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
        nonisolated(unsafe) let (whole, path) = (self, keyPath)
        return Binding<Subject> { whole.wrappedValue[keyPath: path] } set: { whole.wrappedValue[keyPath: path] = $0 }
    }
}

// SwiftUI/Environment
@propertyWrapper
public struct Environment<Value> {
    private let read: (EnvironmentValues) -> Value
    public init(_ keyPath: KeyPath<EnvironmentValues, Value>) { read = { $0[keyPath: keyPath] } }
    public init(_ objectType: Value.Type) where Value: AnyObject & Observable {
        read = { $0.objects[ObjectIdentifier(objectType)] as! Value }
    }
    @MainActor public var wrappedValue: Value { read(EnvironmentValues.now) }
}

// SwiftUI/EnvironmentKey
public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

// SwiftUI/EnvironmentValues
public struct EnvironmentValues {
    @MainActor static var now = EnvironmentValues()
    var objects: [ObjectIdentifier: AnyObject] = [:]
    private var values: [ObjectIdentifier: Any] = [:]
    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { values[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }
    public var dynamicTypeSize = DynamicTypeSize.large
    public var horizontalSizeClass: UserInterfaceSizeClass? = .compact
    public var locale = Locale(identifier: "en_GB")
    public var scenePhase = ScenePhase.active
}

extension View {
    public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        Changed(self) { $0[keyPath: keyPath] = value }
    }
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some View {
        Changed(self) { $0.objects[ObjectIdentifier(T.self)] = object }
    }
}

// SwiftUI/UserInterfaceSizeClass
public enum UserInterfaceSizeClass: Sendable {
    case compact, regular
}

// SwiftUI/DynamicTypeSize
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}

// SwiftUI/ScenePhase
public enum ScenePhase: Comparable, Sendable {
    case background, inactive, active
}

// SwiftUI/ScaledMetric
@propertyWrapper
public struct ScaledMetric<Value: BinaryFloatingPoint> {
    public let wrappedValue: Value
    public init(wrappedValue: Value, relativeTo textStyle: Font.TextStyle) { self.wrappedValue = wrappedValue }
}

// SwiftUI/SceneStorage
@propertyWrapper
public struct SceneStorage<Value> {
    private let box = Box<Value?>(nil)
    public init(_ key: String) where Value == String? {}
    public var wrappedValue: Value {
        get { box.value ?? Optional<String>.none as! Value }
        nonmutating set { box.value = newValue }
    }
}

// SwiftUI/AccessibilityFocusState
@propertyWrapper
public struct AccessibilityFocusState<Value: Hashable> {
    public struct Binding {}
    private let box: Box<Value>
    public init() where Value == Bool { box = Box(false) }
    public init<T: Hashable>() where Value == T? { box = Box(nil) }
    public var wrappedValue: Value {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    public var projectedValue: Binding { Binding() }
}
