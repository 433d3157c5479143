// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// CoreFoundation/CFString, CoreFoundation/CFDictionary, CoreFoundation/CFTypeRef
public typealias CFString = String
public typealias CFDictionary = [CFString: Any]
public typealias CFTypeRef = AnyObject

// Kernel/OSStatus
public typealias OSStatus = Int32

// Security/errSecSuccess, Security/errSecItemNotFound
public let errSecSuccess: OSStatus = 0
public let errSecItemNotFound: OSStatus = -25300

// Security/Item-class-keys-and-values
public let kSecClass: CFString = "class"
public let kSecClassGenericPassword: CFString = "genp"
// Security/Item-attribute-keys-and-values
public let kSecAttrService: CFString = "svce"
public let kSecAttrAccount: CFString = "acct"
public let kSecAttrAccessible: CFString = "pdmn"
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: CFString = "cku"
// Security/Item-return-result-keys, Security/kSecValueData
public let kSecReturnData: CFString = "r_Data"
public let kSecValueData: CFString = "v_Data"

// Security/SecItemAdd(_:_:)
public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { -4 }
// Security/SecItemCopyMatching(_:_:)
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { -4 }

// Security/SecRandomRef, Security/SecRandomCopyBytes(_:_:_:)
public final class SecRandomRef: Sendable {}
public let kSecRandomDefault: SecRandomRef? = nil
public func SecRandomCopyBytes(_ rnd: SecRandomRef?, _ count: Int, _ bytes: UnsafeMutableRawPointer) -> Int32 { -4 }
