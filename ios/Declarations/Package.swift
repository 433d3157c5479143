// swift-tools-version: 6.0
// Declarations of the parts of Apple's frameworks that the iOS shell uses, so that
// a compiler on Linux checks the shell against them. Never part of the app.
import PackageDescription

let alone = [
    "Accessibility", "AVFoundation", "UniformTypeIdentifiers", "Security", "LocalAuthentication", "Network",
    "UserNotifications", "BackgroundTasks", "HealthKit", "AppIntents",
]
let names = alone + ["UIKit", "SwiftUI", "PhotosUI", "WidgetKit"]

let package = Package(
    name: "Declarations",
    products: names.map { .library(name: $0, targets: [$0]) },
    targets: alone.map { .target(name: $0) } + [
        .target(name: "UIKit"),
        .target(name: "SwiftUI", dependencies: ["Accessibility", "UIKit", "UniformTypeIdentifiers"]),
        .target(name: "WidgetKit", dependencies: ["SwiftUI"]),
        .target(name: "PhotosUI", dependencies: ["SwiftUI", "UniformTypeIdentifiers"]),
    ]
)
