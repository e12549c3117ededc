import Testing

@testable import Typography

struct MathParserTests {
    private func parse(_ source: String) throws -> [MathNode] {
        var parser = MathParser(source)
        return try parser.parse()
    }

    private let x = MathNode.symbol("\u{1D465}", .ordinary)
    private let two = MathNode.symbol("2", .ordinary)

    @Test("Letters are italic, digits upright, operators have their class")
    func symbols() throws {
        #expect(try parse("2x") == [two, x])
        #expect(try parse("h") == [.symbol("\u{210E}", .ordinary)])
        #expect(try parse("\\theta") == [.symbol("\u{1D703}", .ordinary)])
        #expect(try parse("θ") == parse("\\theta"))
        #expect(try parse("-") == [.symbol("−", .binary)])
        #expect(try parse("<") == [.symbol("<", .relation)])
        #expect(try parse("\\ln x") == [.name("ln"), x])
        #expect(try parse("\\R") == [.symbol("ℝ", .ordinary)])
    }

    @Test("Scripts take one atom or a group, in either order")
    func scripts() throws {
        #expect(try parse("x^2") == [.scripts(base: x, subscript: nil, superscript: two)])
        #expect(try parse("x_2^x") == parse("x^x_2"))
        #expect(try parse("x^{2x}") == [.scripts(base: x, subscript: nil, superscript: .row([two, x]))])
        #expect(try parse("^2") == [.scripts(base: .row([]), subscript: nil, superscript: two)])
    }

    @Test("Primes count up, and stand before a script")
    func primes() throws {
        #expect(try parse("x''") == [.primed(base: x, count: 2)])
        #expect(
            try parse("x'_2") == [.scripts(base: .primed(base: x, count: 1), subscript: two, superscript: nil)])
    }

    @Test("Words and upright names keep their blanks")
    func words() throws {
        #expect(try parse("\\text{if } x") == [.text("if "), x])
        #expect(try parse("\\mathrm{MSE}") == [.name("MSE")])
        #expect(try parse("x\\,x") == [x, .space(3.0 / 18), x])
    }

    @Test("Italic letters have their plain letter back")
    func plainForms() {
        for range in ["a"..."z", "A"..."Z", "α"..."ω"] as [ClosedRange<Unicode.Scalar>] {
            for value in range.lowerBound.value...range.upperBound.value {
                guard let scalar = Unicode.Scalar(value) else { continue }
                #expect(scalar.mathItalic != scalar)
                #expect(scalar.mathItalic.plainForm == scalar, "\(scalar)")
            }
        }
        for scalar in ["ϑ", "ϕ", "ϵ"] as [Unicode.Scalar] { #expect(scalar.mathItalic.plainForm == scalar) }
        #expect(("7" as Unicode.Scalar).mathItalic == "7")
    }
}
