// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "lossplot",
    products: [
        .executable(name: "lossplot", targets: ["lossplot"]),
        .library(name: "LossPlots", targets: ["LossPlots"]),
        .library(name: "CurveSampling", targets: ["CurveSampling"]),
        .library(name: "Certificates", targets: ["Certificates"]),
        .library(name: "Figures", targets: ["Figures", "Scenes", "Typography", "CairoRenderer", "SVGWriter"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // C libraries: a module map and a shim header each, imported by one Swift target only.
        .systemLibrary(name: "CCairo", pkgConfig: "cairo-pdf cairo-ft", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CMPFR", pkgConfig: "mpfr", providers: [.apt(["libmpfr-dev"])]),
        .target(name: "CFonts"),
        .target(name: "CLossKernels"),
        .target(name: "CPNGKernels"),

        // Numbers.
        .target(name: "Diagnostics"),
        .target(name: "Calculus", dependencies: ["CMPFR", .product(name: "RealModule", package: "swift-numerics")]),
        .target(name: "Tables", dependencies: ["Diagnostics"]),
        .target(name: "Losses", dependencies: ["Calculus", "Tables", "Diagnostics", "CLossKernels"]),
        .target(name: "Certificates", dependencies: ["Calculus", "Losses", "Expressions", "Diagnostics"]),
        .target(name: "CertificateChecking", dependencies: ["Calculus", "Losses", "Expressions", "Diagnostics"]),
        .target(name: "CurveSampling", dependencies: ["Calculus"]),
        .target(name: "Descent", dependencies: ["Calculus", "Losses", "Expressions"]),
        .target(name: "Grids", dependencies: ["CurveSampling", "Tables", "Diagnostics"]),
        .target(name: "Expressions", dependencies: ["Calculus", "Diagnostics"]),

        // Drawing.
        .target(name: "Scenes"),
        .target(name: "Typography", dependencies: ["Scenes", "Diagnostics", "CHarfBuzz", "CFontconfig", "CFonts"]),
        .target(
            name: "Figures",
            dependencies: [
                "Scenes", "Typography", "Diagnostics", .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .target(name: "OutputFiles", dependencies: ["Diagnostics"]),
        .target(name: "XMLReading", dependencies: ["Diagnostics"]),
        .target(name: "PNGCoding", dependencies: ["Diagnostics", "CDeflate", "CZlib", "CPNGKernels"]),
        .target(name: "PixelComparison", dependencies: ["PNGCoding", "Diagnostics"]),
        .target(
            name: "CairoRenderer", dependencies: ["Scenes", "Typography", "PNGCoding", "Diagnostics", "CCairo"]),
        .target(name: "SVGWriter", dependencies: ["Scenes", "Typography"]),

        // Where they meet, and the command.
        .target(
            name: "LossPlots",
            dependencies: [
                "Diagnostics", "Calculus", "Losses", "Expressions", "Certificates", "CertificateChecking",
                "CurveSampling", "Descent", "Grids", "Scenes", "Typography",
                "Figures", "CairoRenderer", "SVGWriter", "PNGCoding", "XMLReading", "CMessageDigest",
            ]),
        .target(name: "Pages", dependencies: ["LossPlots"]),
        .target(
            name: "Specs",
            dependencies: [
                "Pages", "LossPlots", "Losses", "Figures", "Scenes", "Typography", "OutputFiles", "Diagnostics",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "FigureComparison",
            dependencies: [
                "Pages", "LossPlots", "Losses", "CurveSampling", "Descent", "Figures", "Scenes", "Typography",
                "XMLReading", "PNGCoding", "PixelComparison", "Diagnostics",
            ]),
        .executableTarget(
            name: "lossplot",
            dependencies: [
                "LossPlots", "Specs", "Pages", "FigureComparison", "PixelComparison", "Diagnostics", "OutputFiles",
                "Figures",
                "Losses", "SVGWriter",
                "Typography",
                "Scenes",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What several test targets use.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "TablesTests", dependencies: ["TestSupport", "Tables", "Diagnostics"]),
        .testTarget(name: "GridsTests", dependencies: ["TestSupport", "Grids", "CurveSampling", "Diagnostics"]),
        .testTarget(name: "CalculusTests", dependencies: ["TestSupport", "Calculus"]),
        .testTarget(name: "LossesTests", dependencies: ["TestSupport", "Losses", "Calculus", "Diagnostics"]),
        .testTarget(
            name: "CertificatesTests",
            dependencies: ["TestSupport", "Certificates", "Calculus", "Losses", "Expressions", "Diagnostics"]),
        .testTarget(
            name: "CertificateCheckingTests",
            dependencies: ["TestSupport", "CertificateChecking", "LossPlots", "Diagnostics"]),
        .testTarget(
            name: "DescentTests", dependencies: ["TestSupport", "Descent", "Calculus", "Losses", "Expressions"]),
        .testTarget(name: "CurveSamplingTests", dependencies: ["TestSupport", "CurveSampling", "Calculus", "Losses"]),
        .testTarget(
            name: "ExpressionsTests",
            dependencies: ["TestSupport", "Expressions", "Calculus", "Diagnostics", "Losses", "Typography"]),
        .testTarget(name: "ScenesTests", dependencies: ["Scenes"]),
        .testTarget(name: "TypographyTests", dependencies: ["TestSupport", "Typography", "Scenes", "Diagnostics"]),
        .testTarget(
            name: "FiguresTests",
            dependencies: [
                "TestSupport", "Figures", "Scenes", "Typography", "Diagnostics",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            resources: [.copy("Golden")]),
        .testTarget(name: "OutputFilesTests", dependencies: ["OutputFiles", "Diagnostics"]),
        .testTarget(name: "XMLReadingTests", dependencies: ["TestSupport", "XMLReading", "Diagnostics"]),
        .testTarget(
            name: "FigureComparisonTests",
            dependencies: [
                "TestSupport", "FigureComparison", "LossPlots", "Losses", "PixelComparison", "PNGCoding", "Scenes",
                "Typography", "XMLReading", "Diagnostics",
            ]),
        .testTarget(name: "PNGCodingTests", dependencies: ["TestSupport", "PNGCoding", "Diagnostics", "CZlib"]),
        .testTarget(
            name: "PixelComparisonTests", dependencies: ["TestSupport", "PixelComparison", "PNGCoding", "Diagnostics"],
            resources: [.copy("Golden")]),
        .testTarget(name: "SVGWriterTests", dependencies: ["SVGWriter", "Scenes", "Typography", "TestSupport"]),
        .testTarget(
            name: "CairoRendererTests",
            dependencies: ["CairoRenderer", "PNGCoding", "Scenes", "Typography", "Diagnostics"]),
        .testTarget(
            name: "LossPlotsTests",
            dependencies: [
                "TestSupport",
                "LossPlots", "Certificates", "CurveSampling", "Losses", "Scenes", "Typography", "Figures",
                "Diagnostics",
            ]),
        .testTarget(name: "PagesTests", dependencies: ["Pages"]),
        .testTarget(
            name: "SpecsTests", dependencies: ["TestSupport", "Specs", "LossPlots", "Typography", "Diagnostics"]),
        .testTarget(
            name: "CommandTests", dependencies: ["TestSupport", "lossplot", "PNGCoding", "LossPlots"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
