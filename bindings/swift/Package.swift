// swift-tools-version: 5.9
// The core for Swift, and the tests that drive it as the iOS shell does.
import PackageDescription

/// Where cargo put libbindings.
let libraries = "\(Context.packageDirectory)/../../target/debug"

let package = Package(
    name: "WhatMattersCore",
    products: [
        .library(name: "WhatMattersCore", targets: ["WhatMattersCore"])
    ],
    dependencies: [
        .package(path: "../generated/swift/WhatMattersTypes")
    ],
    targets: [
        .systemLibrary(name: "WhatMattersCoreFFI"),
        .target(
            name: "WhatMattersCore",
            dependencies: ["WhatMattersCoreFFI"],
            linkerSettings: [
                .unsafeFlags(["-L\(libraries)", "-lbindings", "-Xlinker", "-rpath", "-Xlinker", libraries])
            ]
        ),
        // What the tests share.
        .target(
            name: "Person",
            dependencies: [
                "WhatMattersCore",
                .product(name: "WhatMattersTypes", package: "WhatMattersTypes"),
            ]
        ),
        .executableTarget(name: "diarist", dependencies: ["Person"]),
        .testTarget(name: "DayTests", dependencies: ["Person", "diarist"]),
    ]
)
