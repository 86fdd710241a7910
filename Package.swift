// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The targets stand in the order of the flow: file, report, observations, changes, scene, picture, document.
let package = Package(
  name: "tongbi",
  products: [
    Product.`library`(name: "Tongbi", targets: ["Tongbi"]),
    .executable(name: "tongbi", targets: ["TongbiCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CMemory"),
    .systemLibrary(name: "CThread"),
    .target(name: "Tongbi", dependencies: ["CMemory", "CThread"], swiftSettings: strict),
    .target(name: "CScan"),
    .systemLibrary(name: "CIconv"),
    .target(name: "COnDemand"),
    .target(name: "CZip", dependencies: ["COnDemand"]),
    .target(name: "CXML", dependencies: ["COnDemand"]),
    .target(name: "TongbiReports", dependencies: ["Tongbi", "CScan", "CIconv", "CZip", "CXML"], swiftSettings: strict),
    .target(
      name: "TongbiNormalizer",
      dependencies: ["TongbiReports", "Tongbi"],
      resources: [.embedInCode("Catalogue/metrics.csv")],
      swiftSettings: strict
    ),
    .target(name: "TongbiCharts", dependencies: ["Tongbi"], swiftSettings: strict),
    .target(name: "CCairo", dependencies: ["COnDemand"]),
    .target(name: "CDeflate", dependencies: ["COnDemand"]),
    .target(name: "TongbiCairo", dependencies: ["TongbiCharts", "CCairo", "CDeflate"], swiftSettings: strict),
    .target(name: "CYAML", dependencies: ["COnDemand"]),
    .target(name: "TongbiDocuments", dependencies: ["TongbiReports", "TongbiCharts"], swiftSettings: strict),
    .executableTarget(
      name: "TongbiCommand",
      dependencies: [
        "Tongbi", "TongbiReports", "TongbiNormalizer", "TongbiCharts", "TongbiCairo", "TongbiDocuments", "CMemory",
        "CYAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(name: "TongbiTestRandom", path: "Tests/TongbiTestRandom", swiftSettings: strict),
    .testTarget(name: "TongbiTests", dependencies: ["Tongbi", "TongbiTestRandom"], swiftSettings: strict),
    .testTarget(
      name: "TongbiReportsTests", dependencies: ["TongbiReports", "CScan", "TongbiTestRandom"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "TongbiNormalizerTests",
      dependencies: ["TongbiNormalizer", "TongbiReports", "Tongbi", "TongbiTestRandom"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .target(
      name: "TongbiChartSamples", dependencies: ["TongbiCharts", "TongbiTestRandom"], path: "Tests/TongbiChartSamples",
      swiftSettings: strict),
    .testTarget(
      name: "TongbiChartsTests", dependencies: ["TongbiCharts", "TongbiChartSamples"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "TongbiCairoTests", dependencies: ["TongbiCairo", "TongbiChartSamples"], swiftSettings: strict),
    .testTarget(name: "TongbiDocumentsTests", dependencies: ["TongbiDocuments"], swiftSettings: strict),
    .testTarget(
      name: "TongbiCommandTests", dependencies: ["TongbiCommand"], exclude: ["Samples"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
