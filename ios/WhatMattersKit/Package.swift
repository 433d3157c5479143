// swift-tools-version: 6.0
// The iOS shell: `Core` runs the core, `Pages` draws its pages. Beside them, the
// parts of the app that need nothing of Apple's: `Outside`, for what is seen outside
// the pages, and `Glance`, which the app and its widget share.
import PackageDescription

// On Linux there is no SwiftUI: `Pages` is compiled against the declarations in
// ios/Declarations, and the core is the library that cargo built.
#if os(Linux)
let libraries = "\(Context.packageDirectory)/../../target/debug"
let onLinux: [Package.Dependency] = [.package(path: "../Declarations")]
func declared(_ names: String...) -> [Target.Dependency] {
    names.map { .product(name: $0, package: "Declarations") }
}
let apple = declared("SwiftUI", "UIKit", "Accessibility", "AVFoundation", "PhotosUI", "UniformTypeIdentifiers")
let core: Target = .systemLibrary(name: "WhatMattersCoreFFI", path: "Generated/WhatMattersCoreFFI")
// Swift 6.0's Observation on Linux names a function that it never calls.
let observing: LinkerSetting = .unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])
let linking: [LinkerSetting] = [
    .unsafeFlags(["-L\(libraries)", "-lbindings", "-Xlinker", "-rpath", "-Xlinker", libraries]), observing,
]
let checks: [Target] = [
    // Somebody whose phone dies, for the tests.
    .executableTarget(name: "Diarist", dependencies: ["Someone"], path: "Tests/Diarist"),
    .target(name: "Someone", dependencies: ["Core", "Outside"], path: "Tests/Someone"),
    .testTarget(name: "CoreTests", dependencies: ["Core", "Someone", "Diarist"]),
    .testTarget(name: "OutsideTests", dependencies: ["Core", "Outside", "Glance", "Someone"]),
    .testTarget(name: "AppTests", dependencies: ["WhatMatters"]),
    .testTarget(name: "PagesTests", dependencies: ["Pages", "Someone"] + apple),
    // The app and its widget themselves (links to ios/App and ios/Widget), so that all
    // of them is compiled and a test can run what of them runs here.
    .executableTarget(
        name: "WhatMatters",
        dependencies: ["Core", "Pages", "Outside", "Glance"] + apple
            + declared(
                "Security", "LocalAuthentication", "Network", "UserNotifications", "BackgroundTasks",
                "WidgetKit", "AppIntents", "HealthKit"
            ),
        path: "Tests/App",
        exclude: ["Fonts", "Assets.xcassets"],
        swiftSettings: [.unsafeFlags(["-warnings-as-errors"])]
    ),
    .executableTarget(
        name: "WhatMattersWidget",
        dependencies: ["Glance"] + declared("SwiftUI", "WidgetKit"),
        path: "Tests/Widget",
        swiftSettings: [.unsafeFlags(["-warnings-as-errors"])],
        linkerSettings: [observing]
    ),
]
#else
let onLinux: [Package.Dependency] = []
let apple: [Target.Dependency] = []
// Made by ios/scripts/xcframework.
let core: Target = .binaryTarget(name: "WhatMattersCoreFFI", path: "WhatMattersCore.xcframework")
let linking: [LinkerSetting] = []
let checks: [Target] = []
#endif

let package = Package(
    name: "WhatMattersKit",
    platforms: [.iOS(.v17)],
    products: [
        .library(name: "Core", targets: ["Core"]),
        .library(name: "Pages", targets: ["Pages"]),
        .library(name: "Outside", targets: ["Outside"]),
        .library(name: "Glance", targets: ["Glance"]),
    ],
    dependencies: onLinux + [
        .package(path: "../../bindings/generated/swift/WhatMattersTypes")
    ],
    targets: [
        core,
        // Written by the generator, which knows nothing of strict concurrency.
        .target(
            name: "WhatMattersCore",
            dependencies: ["WhatMattersCoreFFI"],
            path: "Generated/WhatMattersCore",
            swiftSettings: [.swiftLanguageMode(.v5)],
            linkerSettings: linking
        ),
        .target(
            name: "Core",
            dependencies: [
                "WhatMattersCore",
                .product(name: "WhatMattersTypes", package: "WhatMattersTypes"),
            ]
        ),
        .target(name: "Pages", dependencies: ["Core"] + apple),
        .target(name: "Outside", dependencies: ["Core", "Glance"]),
        .target(name: "Glance"),
    ] + checks
)
