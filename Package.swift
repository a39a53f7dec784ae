// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  targets: [
    .target(name: "CivicTime", swiftSettings: strict),
    .testTarget(name: "CivicTimeTests", dependencies: ["CivicTime"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
