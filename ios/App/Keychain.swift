// The key that seals what this phone keeps. It never leaves this phone, nor is it
// in a backup.
import Foundation
import Security

enum Keychain {
    struct Refused: Error {
        let status: OSStatus
    }

    private static var item: [CFString: Any] {
        [
            kSecClass: kSecClassGenericPassword,
            kSecAttrService: "app.whatmatters",
            kSecAttrAccount: "sealing-key",
        ]
    }

    /// The key; none where there is none.
    static func kept() throws -> Data? {
        var query = item
        query[kSecReturnData] = true
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        // Locked, or refused: that is no reason to believe it gone.
        try check(status)
        return found as? Data
    }

    /// 32 unpredictable bytes, kept.
    static func new() throws -> Data {
        var bytes = [UInt8](repeating: 0, count: 32)
        try check(SecRandomCopyBytes(kSecRandomDefault, bytes.count, &bytes))
        let key = Data(bytes)
        var new = item
        new[kSecValueData] = key
        // Once unlocked after a start: the background is mostly on a locked phone.
        new[kSecAttrAccessible] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        // What the key seals must never outlive it: kept first, then used.
        try check(SecItemAdd(new as CFDictionary, nil))
        return key
    }

    private static func check(_ status: OSStatus) throws {
        guard status == errSecSuccess else { throw Refused(status: status) }
    }
}
