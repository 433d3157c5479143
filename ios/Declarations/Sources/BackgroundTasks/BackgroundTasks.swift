// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// BackgroundTasks/BGTaskScheduler
open class BGTaskScheduler: NSObject {
    public class var shared: BGTaskScheduler { BGTaskScheduler() }
    public func submit(_ taskRequest: BGTaskRequest) throws {}
}

// BackgroundTasks/BGTaskRequest
open class BGTaskRequest: NSObject {
    public var earliestBeginDate: Date?
}

// BackgroundTasks/BGAppRefreshTaskRequest
open class BGAppRefreshTaskRequest: BGTaskRequest {
    public init(identifier: String) {}
}
