// Declared after Apple's documentation; each section names its page there.
import SwiftUI
import UniformTypeIdentifiers

// PhotosUI/PhotosPicker
public struct PhotosPicker<Label: View>: View {
    let label: Label
    public init(
        selection: Binding<PhotosPickerItem?>, matching filter: PHPickerFilter? = nil,
        @ViewBuilder label: () -> Label
    ) {
        self.label = label()
    }
    public var body: some View { label }
}

// PhotosUI/PhotosPickerItem
public struct PhotosPickerItem: Equatable, Hashable, Sendable {
    public var supportedContentTypes: [UTType] { [] }
    public func loadTransferable<T: Sendable>(type: T.Type) async throws -> T? { nil }
}

// PhotosUI/PHPickerFilter-swift.struct
public struct PHPickerFilter: Sendable {
    public static let images = PHPickerFilter()
}
