// What crosses between the core's owner and the views.
import WhatMattersCore

/// What a core needs to be told before it starts.
public typealias CoreConfig = WhatMattersCore.CoreConfig

// Plain values all the way down; the generator does not say so.
extension Model.Page: @retroactive @unchecked Sendable {}
extension Model.Event: @retroactive @unchecked Sendable {}
extension Model.PlatformOperation: @retroactive @unchecked Sendable {}
extension Model.PlatformOutput: @retroactive @unchecked Sendable {}

extension Model.PlatformOperation {
    /// Whether what was asked later must not be done before it.
    var inTurn: Bool {
        switch self {
        case .notifications, .widget: true
        case .handOver, .unlock, .health, .settled, .setAside, .push, .readFile, .media: false
        }
    }
}
