// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  targets: [
    .target(name: "CivicTime", swiftSettings: strict),

    .target(
      name: "CGSL",
      linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]
    ),
    .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", "CGSL"], swiftSettings: strict),

    .target(name: "Heaps", swiftSettings: strict),
    .testTarget(name: "HeapsTests", dependencies: ["Heaps"], swiftSettings: strict),

    .target(name: "EventEngine", dependencies: ["CivicTime", "Heaps"], swiftSettings: strict),
    .testTarget(
      name: "EventEngineTests", dependencies: ["EventEngine", "CivicTime"], swiftSettings: strict),

    .testTarget(
      name: "TheoryTests",
      dependencies: ["CGSL", "CivicTime", "EventEngine", "RandomStreams"], swiftSettings: strict),

    .target(name: "CYardstick"),
    .target(
      name: "Benchmarks",
      dependencies: ["CGSL", "CYardstick", "CivicTime", "EventEngine", "RandomStreams"],
      swiftSettings: strict),
    .testTarget(
      name: "BenchmarksTests", dependencies: ["Benchmarks", "CYardstick"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
