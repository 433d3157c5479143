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

    /// 32 unpredictable bytes, made at the first asking.
    static func sealingKey() throws -> Data {
        if let key = try kept() { return key }
        var bytes = [UInt8](repeating: 0, count: 32)
        try check(SecRandomCopyBytes(kSecRandomDefault, bytes.count, &bytes))
        let key = Data(bytes)
        var new = item
        new[kSecValueData] = key
        new[kSecAttrAccessible] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
        // What the key seals must never outlive it: kept first, then used.
        try check(SecItemAdd(new as CFDictionary, nil))
        return key
    }

    private static func kept() throws -> Data? {
        var query = item
        query[kSecReturnData] = true
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        // Locked, or refused: a new key would lose the record.
        try check(status)
        return found as? Data
    }

    private static func check(_ status: OSStatus) throws {
        guard status == errSecSuccess else { throw Refused(status: status) }
    }
}
