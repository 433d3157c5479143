// What this phone brings: its key, its folder, its network, its share sheet.
import Core
import Foundation
import Network
import SwiftUI

@MainActor
final class Phone {
    let session: Session
    let files: Files
    let lock = Lock()

    init() {
        let files = Files()
        self.files = files
        session = Session(launch: Self.launch) { try LiveCore(Self.config()) { await files.handOver($0) } }
    }

    /// The app came to the front, or left it.
    func moved(to phase: ScenePhase) {
        switch phase {
        case .active:
            session.send(.resume)
            Task { await lock.open() }
        case .inactive:
            session.drafts.flush()
        case .background:
            session.drafts.flush()
            lock.close()
        @unknown default:
            session.drafts.flush()
        }
    }

    /// Tells the core that the network came or went.
    func watchNetwork() async {
        for await path in NWPathMonitor() { session.send(.network(path.status == .satisfied)) }
    }

    private static var launch: Model.Launch {
        Model.Launch(
            languages: Locale.preferredLanguages,
            platform: .ios,
            invitation: nil,
            place: nil,
            gallery: ProcessInfo.processInfo.arguments.contains("--gallery")
        )
    }

    private static func config() throws -> CoreConfig {
        CoreConfig(directory: try folder().path, key: try Keychain.sealingKey(), server: server)
    }

    /// Sealed by the core, and by the system until the phone is first unlocked
    /// after a start. Not in a backup: without the key, which stays on this phone,
    /// nobody could open it.
    private static func folder() throws -> URL {
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

    /// The care team's server, as the app was built for it; none for an app used alone.
    private static var server: String? {
        let address = Bundle.main.object(forInfoDictionaryKey: "WhatMattersServer") as? String
        return address.flatMap { $0.isEmpty ? nil : $0 }
    }
}
