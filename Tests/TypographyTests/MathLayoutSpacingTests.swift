import Scenes
import Testing

@testable import Typography

struct MathLayoutSpacingTests {
    private typealias Class = MathNode.AtomClass
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    @Test("TeX's table of spaces")
    func table() {
        func space(_ a: Class, _ b: Class, inScript: Bool = false) -> Double {
            MathLayout.space(between: a, and: b, inScript: inScript) * 18
        }
        // Rows and columns: ord, op, bin, rel, open, close, punct, inner; negative where scripts have none; 9 where a
        // pair cannot occur (The TeXbook, chapter 18, page 170).
        let expected: [[Double]] = [
            [0, 3, -4, -5, 0, 0, 0, -3], [3, 3, 9, -5, 0, 0, 0, -3], [-4, -4, 9, 9, -4, 9, 9, -4],
            [-5, -5, 9, 0, -5, 0, 0, -5], [0, 0, 9, 0, 0, 0, 0, 0], [0, 3, -4, -5, 0, 0, 0, -3],
            [-3, -3, 9, -3, -3, -3, -3, -3], [-3, 3, -4, -5, -3, 0, -3, -3],
        ]
        for (i, row) in expected.enumerated() {
            for (j, value) in row.enumerated() where value != 9 {
                guard let left = Class(rawValue: i), let right = Class(rawValue: j) else { continue }
                #expect(abs(space(left, right) - abs(value)) < 1e-12, "\(left) \(right)")
                #expect(abs(space(left, right, inScript: true) - max(0, value)) < 1e-12, "\(left) \(right)")
            }
        }
    }

    private func classes(_ source: String) throws -> [Class?] {
        var parser = MathParser(source)
        return MathLayout.classes(of: try parser.parse(), after: nil, before: nil)
    }

    @Test("An operator with nothing to join is a sign, before relations and closing brackets too")
    func signs() throws {
        #expect(try classes("a-b")[1] == .binary)
        for source in ["a-=b", "a-)", "a-,", "a-"] { #expect(try classes(source)[1] == .ordinary, "\(source)") }
        for source in ["-b", "=-b", "(-b", ",-b", "\\sum-b", "a+-b"] {
            #expect(try classes(source).dropLast().last == .ordinary, "\(source)")
        }
        #expect(try classes("\\left(x\\right)-1")[1] == .binary && classes("\\frac12-1")[1] == .binary)
        #expect(try classes("a\\,-\\,b")[2] == .binary)
    }

    @Test("A row is as wide as its advances and spaces")
    func width() throws {
        let math = bench.fonts.math
        for (source, spaces) in [
            ("12", 0.0), ("1+2", 8), ("1=2", 10), ("1,2", 3), ("(1)", 0), ("1+2=3", 18), ("-1", 0), ("1\\,2", 3),
            ("1\\quad2\\!", 15), ("1\\sum2", 6), ("1\\left(2\\right)3", 6), ("\\ln1", 3), ("\\ln(1)", 0),
        ] {
            let shaped = try bench.shape(source)
            let advances = shaped.glyphRuns.flatMap(\.glyphs).reduce(0) { $0 + math.advance(of: $1.id) }
            #expect(abs(shaped.width / bench.em - advances - spaces / 18) < 1e-9, "\(source)")
        }
    }

    @Test("Spaces are TeX's")
    func spaces() throws {
        for (command, width) in [(",", 3.0), (":", 4), (";", 5), ("!", -3), ("quad", 18), ("qquad", 36)] {
            #expect(abs(try bench.shape("\\" + command).width / bench.em - width / 18) < 1e-9, "\(command)")
        }
    }
}
