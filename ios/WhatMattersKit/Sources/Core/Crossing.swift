// What crosses between the core's owner and the views.
import WhatMattersCore

/// What a core needs to be told before it starts.
public typealias CoreConfig = WhatMattersCore.CoreConfig

// Plain values all the way down; the generator does not say so.
extension Model.Page: @retroactive @unchecked Sendable {}
extension Model.Event: @retroactive @unchecked Sendable {}
extension Model.FilesOperation: @retroactive @unchecked Sendable {}
extension Model.FilesOutput: @retroactive @unchecked Sendable {}
