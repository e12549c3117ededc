import Diagnostics
import Foundation
import LossPlots
import Testing

@testable import Specs

/// The article retold in plots/ and its figures: the prose quotes no number that its figures do not assert.
@Suite("Article")
struct ArticleTests {
    private static let plots = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("plots").path
    static let pages = ["README.md", "README.zh.md"]

    /// A stretch of a page that ends with the command for its figures.
    private struct Passage {
        var prose: String
        var images: [String]
        var specs: [FigureSpec]
        var specTexts: [String]
    }

    private func passages(of page: String) throws -> [Passage] {
        let text = try String(contentsOfFile: ArticleTests.plots + "/" + page, encoding: .utf8)
        var passages: [Passage] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n") {
            guard let command = line.wholeMatch(of: /`lossplot render (.*)`/) else {
                lines.append(line)
                continue
            }
            let files = command.1.split(separator: " ").map { ArticleTests.plots + $0.dropFirst("plots".count) }
            let images = lines.filter { $0.hasPrefix("<picture>") }
            let prose = lines.filter { !$0.hasPrefix("<picture>") && !$0.hasPrefix("#") }
            passages.append(
                Passage(
                    prose: prose.joined(separator: "\n"),
                    images: images.flatMap { line in line.matches(of: /(?:src|srcset)="([^"]*)"/).map { String($0.1) }
                    },
                    specs: try files.map { try SpecFiles.read($0) },
                    specTexts: try files.map { try String(contentsOfFile: $0, encoding: .utf8) }))
            lines = []
        }
        return passages
    }

    /// The numerals of a prose with their value and the value of a unit of their last digit: those with a decimal point, and
    /// whole numbers that count many. What stands in quotation marks is somebody else's.
    private static func numerals(in prose: String) -> [(text: String, value: Double, unit: Double)] {
        prose.replacing(/“[^”]*”/, with: "").matches(of: /[−-]?[0-9]+(\.[0-9]+)?/).compactMap { match in
            let text = match.0.replacingOccurrences(of: "−", with: "-")
            guard let value = Double(text), match.1 != nil || abs(value) >= 20 else { return nil }
            return (text, value, pow(10, -Double(match.1.map { $0.count - 1 } ?? 0)))
        }
    }

    /// Numbers that a spec gives, its assertions aside: predictions, windows, coefficients.
    private static func givens(of text: String) -> [Double] {
        let given = text.split(separator: "\nassert:").first ?? ""
        return given.matches(of: /[0-9]+(\.[0-9]+)?/).compactMap { Double($0.0) }
    }

    private static func holds(_ assertion: Assertion, _ value: Double, unit: Double) -> Bool {
        switch assertion.expected {
        case .number(let expected, let tolerance): abs(expected - value) + tolerance <= unit * (1 + 1e-9)
        case .count(let count): Double(count) == value
        case .word: false
        }
    }

    @Test("Every number of the prose is asserted by its figures, or is one that they are given", arguments: pages)
    func numbers(page: String) throws {
        var count = 0
        for passage in try passages(of: page) {
            let assertions = passage.specs.flatMap(\.assertions)
            let givens = passage.specTexts.flatMap(ArticleTests.givens)
            for numeral in ArticleTests.numerals(in: passage.prose) {
                let isAsserted = assertions.contains { ArticleTests.holds($0, numeral.value, unit: numeral.unit) }
                let isGiven = givens.contains { abs($0 - abs(numeral.value)) < 1e-12 }
                #expect(isAsserted || isGiven, "\(numeral.text) in \(passage.specs.map(\.name))")
                count += isAsserted ? 1 : 0
            }
        }
        #expect(count >= 20)
    }

    @Test("The number that the article got wrong is quoted and asserted by no figure", arguments: pages)
    func wrongNumber(page: String) throws {
        let passage = try #require(try passages(of: page).first { $0.specs.contains { $0.name == "intuition" } })
        #expect(passage.prose.contains("“0.025”"))
        #expect(!passage.specs.flatMap(\.assertions).contains { ArticleTests.holds($0, 0.025, unit: 0.001) })
    }

    @Test("Every spec has its passage, and every image is one that a spec draws", arguments: pages)
    func images(page: String) throws {
        let passages = try passages(of: page)
        let names = passages.flatMap { $0.specs.map(\.name) }
        let specs = try SpecFiles.paths([ArticleTests.plots]).map { try SpecFiles.read($0) }
        #expect(names.sorted() == specs.map(\.name).sorted())
        for passage in passages {
            let outputs = passage.specs.flatMap(\.outputs).map {
                String($0.path.dropFirst(ArticleTests.plots.count + 1))
            }
            #expect(passage.images.count == 2 * passage.specs.count)
            #expect(passage.images.allSatisfy { outputs.contains($0) }, "\(passage.images)")
            let language = page.contains(".zh.") ? "zh" : "en"
            #expect(passage.images.allSatisfy { $0.contains(".\(language).") })
        }
    }

    /// Bytes of an SVG: of surfaces of 101×101 points, of contours, of curves and bars.
    private static func limit(of figure: Substring) -> Int {
        switch figure {
        case "surface-mse": 233_000
        case "surface-ce": 98_000
        case "regression-mse": 51_500
        case "simplex-mse": 38_500
        default: 30_000
        }
    }

    @Test("The figures' SVGs are small enough for a page")
    func sizes() throws {
        let figures = ArticleTests.plots + "/figures/"
        let names = try FileManager.default.contentsOfDirectory(atPath: figures).filter { $0.hasSuffix(".svg") }
        #expect(names.count == 60)
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: figures + name)).count
            #expect(bytes <= ArticleTests.limit(of: name.prefix { $0 != "." }), "\(name)")
        }
    }
}
