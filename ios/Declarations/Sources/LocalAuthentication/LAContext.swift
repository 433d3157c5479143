// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// Foundation/NSErrorPointer
public typealias NSErrorPointer = UnsafeMutablePointer<NSError?>?

// LocalAuthentication/LAContext
open class LAContext: NSObject, @unchecked Sendable {
    public func canEvaluatePolicy(_ policy: LAPolicy, error: NSErrorPointer) -> Bool {
        guard let refusal = Self.refusal else { return true }
        error?.pointee = NSError(domain: "LAError", code: refusal.rawValue)
        return false
    }
    public func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool {
        Self.asked += 1
        if let refusal = Self.refusal { throw LAError(code: refusal) }
        return true
    }

    // Not Apple's: what a test says and looks for.
    public nonisolated(unsafe) static var refusal: LAError.Code?
    public nonisolated(unsafe) static var asked = 0
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
    init(code: Code) { self.code = code }
}
