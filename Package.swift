// swift-tools-version: 6.1
// Who may import whom is decided here and enforced by SwiftPM; `docs/architecture.md` gives the reasons.
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6)
]

let package = Package(
  name: "pyaot",
  products: [.executable(name: "pyaot", targets: ["pyaot"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Frontend", swiftSettings: settings),
    .target(name: "PyIR", swiftSettings: settings),
    .target(name: "Passes", dependencies: ["Frontend", "PyIR"], swiftSettings: settings),
    .target(name: "BackendZig", dependencies: ["PyIR"], swiftSettings: settings),
    .executableTarget(
      name: "pyaot",
      dependencies: [
        "Frontend", "PyIR", "Passes", "BackendZig",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // The build id identifies the compiler in cache keys (`Driver/Version.swift`).
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]),
    .testTarget(name: "FrontendTests", dependencies: ["Frontend"], swiftSettings: settings),
    .testTarget(name: "PyIRTests", dependencies: ["PyIR"], swiftSettings: settings),
    .testTarget(name: "PassTests", dependencies: ["Passes"], swiftSettings: settings),
  ]
)
