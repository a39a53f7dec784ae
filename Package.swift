// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    .target(name: "CivicTime", swiftSettings: strict),
    .target(
      name: "CGSL",
      linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]
    ),
    .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
    .target(
      name: "Demand", dependencies: ["CGSL", "CivicTime", "RandomStreams"], swiftSettings: strict),
    .target(name: "Heaps", swiftSettings: strict),
    .target(name: "AppealCore", dependencies: ["CivicTime", "Heaps"], swiftSettings: strict),
    .target(
      name: "AppealWorld", dependencies: ["AppealCore", "CivicTime", "Demand", "RandomStreams"],
      swiftSettings: strict),
    .target(
      name: "Scenarios",
      dependencies: [
        "AppealCore", "AppealWorld", "CivicTime", "Demand", "RandomStreams",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["AppealCore", "AppealWorld", "CivicTime", "Demand", "RandomStreams", "Scenarios"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
