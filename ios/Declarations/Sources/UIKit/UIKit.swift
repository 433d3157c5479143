// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// UIKit/UIColor
public class UIColor: NSObject, @unchecked Sendable {
    public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) {}
    public init(dynamicProvider: @escaping @Sendable (UITraitCollection) -> UIColor) {}
}

// UIKit/UITraitCollection
public class UITraitCollection: NSObject, @unchecked Sendable {
    public var userInterfaceStyle: UIUserInterfaceStyle { .light }
}

// UIKit/UIUserInterfaceStyle
public enum UIUserInterfaceStyle: Int, Sendable {
    case unspecified, light, dark
}

// UIKit/UIImage
public class UIImage: NSObject, @unchecked Sendable {
    public init?(data: Data) {}
}

// UIKit/UITextContentType
public struct UITextContentType: Hashable, Sendable {
    public static let username = UITextContentType()
    public static let password = UITextContentType()
    public static let newPassword = UITextContentType()
    public static let name = UITextContentType()
    public static let URL = UITextContentType()
}

// UIKit/UIKeyboardType
public enum UIKeyboardType: Int, Sendable {
    case `default`, asciiCapable, numbersAndPunctuation, URL, numberPad, decimalPad
}

// UIKit/UIApplication
@MainActor open class UIApplication: NSObject {
    public class var shared: UIApplication { UIApplication() }
    public func beginBackgroundTask(expirationHandler handler: (@MainActor @Sendable () -> Void)? = nil)
        -> UIBackgroundTaskIdentifier
    {
        .invalid
    }
    public func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) {}
}

// UIKit/UIBackgroundTaskIdentifier
public struct UIBackgroundTaskIdentifier: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let invalid = UIBackgroundTaskIdentifier(rawValue: 0)
}

// UIKit/UIViewController
@MainActor open class UIViewController: NSObject {}

// UIKit/UIActivity
public class UIActivity: NSObject {
    // UIKit/UIActivity/ActivityType
    public struct ActivityType: Hashable, Sendable {}
}

// UIKit/UIActivityViewController
open class UIActivityViewController: UIViewController {
    public typealias CompletionWithItemsHandler = (UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void
    public init(activityItems: [Any], applicationActivities: [UIActivity]?) { super.init() }
    public var completionWithItemsHandler: CompletionWithItemsHandler?
}
