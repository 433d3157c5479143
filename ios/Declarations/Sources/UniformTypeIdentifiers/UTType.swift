// Declared after Apple's documentation; each section names its page there.

// UniformTypeIdentifiers/UTType-swift.struct
public struct UTType: Hashable, Sendable {
    public init?(filenameExtension: String) {}
    public init?(mimeType: String) {}
    public static var item: UTType { UTType(mimeType: "")! }
    public static var image: UTType { UTType(mimeType: "")! }
    public var preferredFilenameExtension: String? { nil }
}
