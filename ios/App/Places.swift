// Where things are on this phone, and the server that it was built for.
import Core
import Foundation
import Glance
import SwiftUI

extension Phone {
    /// Sealed by the core, and by the system until the phone is first unlocked
    /// after a start. Not in a backup: without the key, which stays on this phone,
    /// nobody could open it.
    static func folder() throws -> URL {
        var folder = try FileManager.default
            .url(for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
            .appendingPathComponent("Core", isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication]
        )
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return folder
    }

    /// What the app and its widget share.
    static var shelf: URL? {
        FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: Glance.group)
    }

    /// The care team's server, as the app was built for it; none for an app used alone.
    static var server: String? {
        let address = Bundle.main.object(forInfoDictionaryKey: "WhatMattersServer") as? String
        return address.flatMap { $0.isEmpty ? nil : $0 }
    }
}
