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
    .target(
      name: "CGSL",
      linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]
    ),
    .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", "CGSL"], swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "CGSL"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
