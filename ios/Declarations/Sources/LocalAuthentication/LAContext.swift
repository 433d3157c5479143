// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// Foundation/NSErrorPointer
public typealias NSErrorPointer = UnsafeMutablePointer<NSError?>?

// LocalAuthentication/LAContext
open class LAContext: NSObject, @unchecked Sendable {
    public func canEvaluatePolicy(_ policy: LAPolicy, error: NSErrorPointer) -> Bool { false }
    public func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool { false }
}

// LocalAuthentication/LAPolicy
public enum LAPolicy: Int, Sendable {
    case deviceOwnerAuthentication = 2
}

// LocalAuthentication/LAError-swift.struct
public struct LAError: Error {
    // LocalAuthentication/LAError/Code
    public enum Code: Int, Sendable {
        case authenticationFailed = -1
        case userCancel = -2
        case passcodeNotSet = -5
    }
    public let code: Code
}
