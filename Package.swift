// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  targets: [
    .target(name: "CivicTime", swiftSettings: strict),
    .target(name: "AppealCore", dependencies: ["CivicTime"], swiftSettings: strict),
    .target(name: "Indicators", dependencies: ["AppealCore", "CivicTime"], swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests", dependencies: ["AppealCore", "CivicTime", "Indicators"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
