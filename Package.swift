// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [.executable(name: "huying", targets: ["huying"])],
  dependencies: [
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "CivicTime", swiftSettings: strict),
    .target(name: "Heaps", swiftSettings: strict),
    .target(
      name: "CGSL",
      linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]),
    .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "EventEngine", dependencies: ["CivicTime", "Heaps"], swiftSettings: strict),
    .target(name: "AppealCore", dependencies: ["CivicTime", "Heaps"], swiftSettings: strict),
    .target(name: "CSQLiteGuard", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "AppealStore",
      dependencies: [
        "AppealCore", "CSQLiteGuard", "CivicTime", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Demand", dependencies: ["CGSL", "CivicTime", "RandomStreams"], swiftSettings: strict),
    .target(
      name: "AppealWorld",
      dependencies: ["AppealCore", "CivicTime", "Demand", "EventEngine", "RandomStreams"],
      swiftSettings: strict),
    .target(
      name: "Indicators", dependencies: ["AppealCore", "CivicTime"], swiftSettings: strict),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "Traces", dependencies: ["CZlib", "CivicTime"], swiftSettings: strict),
    .target(
      name: "Scenarios",
      dependencies: [
        "AppealCore", "AppealWorld", "CivicTime", "Demand", "RandomStreams", "Traces",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "ResultFiles", dependencies: [.product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Experiments",
      dependencies: [
        "AppealCore", "AppealStore", "AppealWorld", "CivicTime", "Indicators", "RandomStreams",
        "ResultFiles", "Scenarios", "Statistics", "Traces",
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["ResultFiles", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .target(
      name: "Queries",
      dependencies: ["CivicTime", "ResultFiles", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "LoadDriver",
      dependencies: [
        "AppealCore", "AppealService", "AppealStore", "AppealWorld", "CivicTime", "Heaps",
        "RandomStreams", "ResultFiles", "Scenarios", "Statistics", "Traces",
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "AppealService", dependencies: ["AppealCore", "AppealStore", "CivicTime"],
      swiftSettings: strict),
    .target(name: "CYardstick"),
    .target(
      name: "Benchmarks",
      dependencies: [
        "AppealCore", "AppealStore", "AppealWorld", "CGSL", "CYardstick", "CivicTime",
        "EventEngine", "RandomStreams", .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "huying",
      dependencies: [
        "AppealCore", "AppealService", "AppealStore", "AppealWorld", "Benchmarks", "CGSL",
        "CivicTime", "Experiments", "LoadDriver", "Queries", "Reporting", "ResultFiles",
        "Scenarios", "Traces",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "CivicTimeTests", dependencies: ["CivicTime"], swiftSettings: strict),
    .testTarget(name: "HeapsTests", dependencies: ["Heaps"], swiftSettings: strict),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", "CGSL"], swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "CGSL"], swiftSettings: strict),
    .testTarget(
      name: "EventEngineTests", dependencies: ["EventEngine", "CivicTime"], swiftSettings: strict),
    .testTarget(
      name: "TheoryTests",
      dependencies: ["CGSL", "CivicTime", "EventEngine", "RandomStreams"],
      swiftSettings: strict),
    .testTarget(
      name: "BenchmarksTests", dependencies: ["Benchmarks", "CYardstick"], swiftSettings: strict),
    .testTarget(
      name: "AppealCoreTests", dependencies: ["AppealCore", "CivicTime"], swiftSettings: strict),
    .testTarget(
      name: "AppealStoreTests",
      dependencies: [
        "AppealCore", "AppealStore", "AppealWorld", "CivicTime", "Scenarios",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DemandTests",
      dependencies: ["CivicTime", "Demand", "RandomStreams"],
      swiftSettings: strict),
    .testTarget(
      name: "AppealWorldTests",
      dependencies: [
        "AppealCore", "AppealWorld", "CivicTime", "Demand", "RandomStreams", "Scenarios",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TracesTests", dependencies: ["CZlib", "CivicTime", "Traces"], swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests", dependencies: ["AppealCore", "CivicTime", "Indicators"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "AppealCore", "AppealWorld", "CivicTime", "RandomStreams", "Scenarios", "Traces",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "AppealCore", "AppealStore", "AppealWorld", "CivicTime", "Experiments", "Indicators",
        "Queries", "RandomStreams", "ResultFiles", "Scenarios", "Statistics", "Traces",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "ResultFixtures", dependencies: ["ResultFiles"], path: "Tests/ResultFixtures",
      swiftSettings: strict),
    .testTarget(
      name: "ResultFilesTests",
      dependencies: [
        "ResultFiles", "ResultFixtures", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "ResultFiles", "ResultFixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "QueriesTests",
      dependencies: [
        "CivicTime", "Queries", "ResultFiles", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "ServiceFixtures", dependencies: ["AppealCore", "AppealService", "CivicTime"],
      path: "Tests/ServiceFixtures", swiftSettings: strict),
    .testTarget(
      name: "AppealServiceTests",
      dependencies: [
        "AppealCore", "AppealService", "AppealStore", "CivicTime", "CrashChild", "ServiceFixtures",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LoadDriverTests",
      dependencies: [
        "AppealCore", "AppealService", "AppealStore", "AppealWorld", "CivicTime", "LoadDriver",
        "RandomStreams", "ResultFiles", "Scenarios", "Traces",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "CrashChild",
      dependencies: ["AppealCore", "AppealService", "CivicTime", "ServiceFixtures"],
      path: "Tests/CrashChild", swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
