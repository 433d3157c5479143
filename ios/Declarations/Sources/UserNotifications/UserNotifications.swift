// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// UserNotifications/UNUserNotificationCenter
open class UNUserNotificationCenter: NSObject {
    private nonisolated(unsafe) static let one = UNUserNotificationCenter()
    public class func current() -> UNUserNotificationCenter { one }
    public weak var delegate: (any UNUserNotificationCenterDelegate)?
    public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool {
        asked += 1
        return status == .authorized
    }
    public func notificationSettings() async -> UNNotificationSettings { UNNotificationSettings(status) }
    public func notificationCategories() async -> Set<UNNotificationCategory> { categories }
    public func setNotificationCategories(_ categories: Set<UNNotificationCategory>) { self.categories = categories }
    public func add(_ request: UNNotificationRequest) async throws {
        requests.removeAll { $0.identifier == request.identifier }
        requests.append(request)
    }
    public func removePendingNotificationRequests(withIdentifiers identifiers: [String]) {
        requests.removeAll { identifiers.contains($0.identifier) && $0.trigger != nil }
    }
    public func removeAllPendingNotificationRequests() { requests.removeAll { $0.trigger != nil } }
    public func removeDeliveredNotifications(withIdentifiers identifiers: [String]) {
        requests.removeAll { identifiers.contains($0.identifier) && $0.trigger == nil }
    }

    public func deliveredNotifications() async -> [UNNotification] {
        requests.filter { $0.trigger == nil }.map { UNNotification($0, on: delivered) }
    }

    // Not Apple's: what a test says and looks for. What has no trigger is delivered.
    public var status = UNAuthorizationStatus.notDetermined
    public var asked = 0
    public var categories: Set<UNNotificationCategory> = []
    public var requests: [UNNotificationRequest] = []
    public var delivered = Date(timeIntervalSince1970: 0)
}

// UserNotifications/UNUserNotificationCenterDelegate: its methods are optional there
public protocol UNUserNotificationCenterDelegate: NSObjectProtocol {
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void)
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void)
}

// UserNotifications/UNAuthorizationOptions
public struct UNAuthorizationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let sound = UNAuthorizationOptions(rawValue: 1 << 1)
    public static let alert = UNAuthorizationOptions(rawValue: 1 << 2)
}

// UserNotifications/UNNotificationPresentationOptions
public struct UNNotificationPresentationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let sound = UNNotificationPresentationOptions(rawValue: 1 << 1)
    public static let list = UNNotificationPresentationOptions(rawValue: 1 << 3)
    public static let banner = UNNotificationPresentationOptions(rawValue: 1 << 4)
}

// UserNotifications/UNNotificationSettings
open class UNNotificationSettings: NSObject {
    public let authorizationStatus: UNAuthorizationStatus
    init(_ status: UNAuthorizationStatus) { authorizationStatus = status }
}

// UserNotifications/UNAuthorizationStatus
public enum UNAuthorizationStatus: Int, Sendable {
    case notDetermined, denied, authorized, provisional, ephemeral
}

// UserNotifications/UNNotificationContent, UserNotifications/UNMutableNotificationContent
open class UNNotificationContent: NSObject {
    public var userInfo: [AnyHashable: Any] = [:]
}
open class UNMutableNotificationContent: UNNotificationContent {
    public var title = ""
    public var body = ""
    public var sound: UNNotificationSound?
    public var categoryIdentifier = ""
    public var threadIdentifier = ""
}

// UserNotifications/UNNotificationSound
open class UNNotificationSound: NSObject {
    public class var `default`: UNNotificationSound { UNNotificationSound() }
}

// UserNotifications/UNNotificationTrigger
open class UNNotificationTrigger: NSObject {}

// UserNotifications/UNCalendarNotificationTrigger
open class UNCalendarNotificationTrigger: UNNotificationTrigger {
    public let dateComponents: DateComponents
    public init(dateMatching dateComponents: DateComponents, repeats: Bool) { self.dateComponents = dateComponents }
}

// UserNotifications/UNNotificationRequest
open class UNNotificationRequest: NSObject {
    public let identifier: String
    public let content: UNNotificationContent
    public let trigger: UNNotificationTrigger?
    public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) {
        self.identifier = identifier
        self.content = content
        self.trigger = trigger
    }
}

// UserNotifications/UNNotification
open class UNNotification: NSObject {
    public let request: UNNotificationRequest
    public let date: Date
    /// Not Apple's: a test makes one.
    public init(_ request: UNNotificationRequest, on date: Date = Date(timeIntervalSince1970: 0)) {
        self.request = request
        self.date = date
    }
}

// UserNotifications/UNNotificationResponse
open class UNNotificationResponse: NSObject {
    public let notification: UNNotification
    public let actionIdentifier: String
    /// Not Apple's: a test makes one.
    public init(_ notification: UNNotification, _ actionIdentifier: String) {
        self.notification = notification
        self.actionIdentifier = actionIdentifier
    }
}

// UserNotifications/UNNotificationDefaultActionIdentifier
public let UNNotificationDefaultActionIdentifier = "com.apple.UNNotificationDefaultActionIdentifier"

// UserNotifications/UNNotificationAction
open class UNNotificationAction: NSObject {
    public let identifier: String
    public let title: String
    public let options: UNNotificationActionOptions
    public init(identifier: String, title: String, options: UNNotificationActionOptions = []) {
        self.identifier = identifier
        self.title = title
        self.options = options
    }
}

// UserNotifications/UNNotificationActionOptions
public struct UNNotificationActionOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let authenticationRequired = UNNotificationActionOptions(rawValue: 1 << 0)
    public static let foreground = UNNotificationActionOptions(rawValue: 1 << 2)
}

// UserNotifications/UNNotificationCategory
open class UNNotificationCategory: NSObject {
    public let identifier: String
    public let actions: [UNNotificationAction]
    public let hiddenPreviewsBodyPlaceholder: String
    public init(
        identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
        hiddenPreviewsBodyPlaceholder: String, options: UNNotificationCategoryOptions = []
    ) {
        self.identifier = identifier
        self.actions = actions
        self.hiddenPreviewsBodyPlaceholder = hiddenPreviewsBodyPlaceholder
    }
}

// UserNotifications/UNNotificationCategoryOptions
public struct UNNotificationCategoryOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
}
