// Whether who holds the phone is its owner: a face, a finger, or the phone's code.
import Core
import LocalAuthentication

enum Owner {
    /// Whether the phone has a lock that can be asked for.
    static var hasLock: Bool {
        var problem: NSError?
        let can = LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: &problem)
        // Any other reason passes: it must not open what is locked.
        return can || problem?.code != LAError.Code.passcodeNotSet.rawValue
    }

    static func ask(_ reason: String) async -> Model.Unlocked {
        guard hasLock else { return .unavailable }
        do {
            let proved = try await LAContext().evaluatePolicy(
                .deviceOwnerAuthentication, localizedReason: reason)
            return proved ? .proved : .notProved
        } catch let error as LAError where error.code == .passcodeNotSet {
            return .unavailable
        } catch {
            return .notProved
        }
    }
}
