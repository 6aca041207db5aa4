// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, and a warning stops the build.
let house: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "kith",
  products: [.executable(name: "kith", targets: ["kith"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The domain core: no input or output, no terminal, no SQL.
    .target(name: "Casework", swiftSettings: house),

    // What leaves and enters, and caseloads that are invented.
    .target(
      name: "CaseworkDocuments",
      dependencies: ["Casework", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: house),

    // The local file store.
    .target(
      name: "CaseworkSQLite",
      dependencies: [
        "Casework",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),

    // The terminal: a port and its widgets, and the ncurses adapter behind it.
    .target(name: "CTextWidth"),
    .target(name: "TextUI", dependencies: ["CTextWidth"], swiftSettings: house),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "TextUINcurses", dependencies: ["TextUI", "CNcurses"], swiftSettings: house),
    .target(
      name: "Themes",
      dependencies: ["TextUI", .product(name: "TOMLKit", package: "TOMLKit")],
      path: "themes",
      resources: [
        "terminal", "night", "paper", "high-contrast", "deuteranopia", "tritanopia", "monochrome",
      ].map { .embedInCode("\($0).toml") },
      swiftSettings: house),

    // The front end, and the program that wires the adapters to the ports.
    .target(
      name: "KithApp", dependencies: ["Casework", "CaseworkDocuments", "TextUI", "Themes"],
      swiftSettings: house),
    .executableTarget(
      name: "kith",
      dependencies: [
        "KithApp", "Casework", "CaseworkDocuments", "CaseworkSQLite", "TextUI", "TextUINcurses",
        "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Tests, and what they need: a terminal in memory, and a small program to run in it.
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .target(
      name: "TerminalHarness", dependencies: ["CVterm"], path: "Tests/TerminalHarness",
      swiftSettings: house),
    .executableTarget(
      name: "ProbeProgram", dependencies: ["TextUI", "TextUINcurses"], path: "Tests/ProbeProgram",
      swiftSettings: house),
    // Types at random into everything, and shows hostile text everywhere; scripts/fuzz runs it.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "KithApp", "Casework", "CaseworkDocuments", "CaseworkSQLite", "TextUI", "TextUINcurses",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Fuzz", swiftSettings: house),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework"], swiftSettings: house),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Casework", "CaseworkDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "TextUITests",
      dependencies: ["TextUI", "TextUINcurses", "TerminalHarness", "ProbeProgram"],
      swiftSettings: house),
    .testTarget(name: "ThemesTests", dependencies: ["Themes", "TextUI"], swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Casework", "CaseworkSQLite", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "KithAppTests",
      dependencies: [
        "KithApp", "Casework", "CaseworkDocuments", "CaseworkSQLite", "TextUI", "Themes",
      ],
      exclude: ["Pinned", "PinnedConference"], swiftSettings: house),
    .testTarget(
      name: "kithTests",
      dependencies: [
        "kith", "Fuzz", "TerminalHarness", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),

    // kith measured beside other programs; scripts/bench builds and runs it.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Casework", "CaseworkSQLite", "TerminalHarness",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks", swiftSettings: house),
  ]
)
