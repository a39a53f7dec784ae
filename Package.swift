// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  targets: [
    .target(
      name: "CGSL",
      linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]
    ),
    .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
    .target(
      name: "Demand", dependencies: ["CGSL", "CivicTime", "RandomStreams"], swiftSettings: strict),
    .testTarget(
      name: "DemandTests", dependencies: ["Demand", "CivicTime", "RandomStreams"],
      swiftSettings: strict),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", "CGSL"], swiftSettings: strict),
    .target(name: "CivicTime", swiftSettings: strict),
    .testTarget(name: "CivicTimeTests", dependencies: ["CivicTime"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
