// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "huying",
  products: [],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .target(
      name: "ResultFiles",
      dependencies: [.product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["ResultFiles", .product(name: "Mustache", package: "swift-mustache")],
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
  ],
  swiftLanguageModes: [.v6]
)
