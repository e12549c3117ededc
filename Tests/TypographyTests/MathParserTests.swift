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
        #expect(try parse("\\operatorname{MSE}") == [.name("MSE")])
        #expect(try parse("x\\,x") == [x, .space(3.0 / 18), x])
    }

    @Test("Fractions, roots and accents take one atom or a group each")
    func arguments() throws {
        let half = MathNode.fraction(.init(numerator: .symbol("1", .ordinary), denominator: two))
        #expect(try parse("\\frac12") == [half])
        #expect(try parse("\\frac 1 2") == [half])
        #expect(
            try parse("\\tfrac{1}{2}")
                == [
                    .fraction(
                        .init(
                            numerator: .row([.symbol("1", .ordinary)]), denominator: .row([two]), style: .text))
                ])
        #expect(try parse("\\sqrt x") == [.radical(x, degree: nil)])
        #expect(try parse("\\sqrt[2]{x}") == [.radical(x, degree: .row([two]))])
        #expect(try parse("\\sqrt{[2]}x").count == 2)
        #expect(try parse("\\hat xx") == [.accent(.init(scalar: "\u{302}"), x), x])
        #expect(try parse("x^\\frac12") == [.scripts(base: x, subscript: nil, superscript: half)])
    }

    @Test("An alphabet holds for its argument alone")
    func alphabets() throws {
        #expect(try parse("\\mathbf x2x") == [.symbol("\u{1D431}", .ordinary), two, x])
        #expect(try parse("\\mathrm{x}x") == [.symbol("x", .ordinary), x])
        #expect(try parse("\\mathrm{损失}").first == .row([.symbol("损", .ordinary), .symbol("失", .ordinary)]))
        #expect(try parse("\\boldsymbol\\theta") == [.symbol("\u{1D73D}", .ordinary)])
    }

    @Test("Delimiters may be characters, commands or none")
    func delimiters() throws {
        #expect(
            try parse("\\left\\{x\\middle|x\\right.")
                == [.fence(.init(left: "{", parts: [[x], [x]], middles: ["|"], right: nil))])
        #expect(try parse("\\left<x\\right\\rangle") == [.fence(.init(left: "⟨", parts: [[x]], right: "⟩"))])
        #expect(try parse("\\Bigl\\|") == [.sized("‖", .opening, step: 2)])
    }

    @Test("Limits are told of operators, styles of what follows")
    func limits() throws {
        let sum = MathNode.symbol("∑", .largeOperator)
        #expect(
            try parse("\\sum\\limits_2")
                == [.scripts(base: .limits(sum, .always), subscript: two, superscript: nil)])
        #expect(try parse("\\displaystyle x") == [.style(.display), x])
        #expect(try parse("\\operatorname*{arg\\,max}") == [.limits(.name("arg max"), .inDisplay)])
    }

    @Test("Matrices have rows of cells")
    func tables() throws {
        #expect(
            try parse("\\begin{pmatrix}x&2\\\\x\\end{pmatrix}")
                == [.table(MathTable(environment: .pmatrix, rows: [[[x], [two]], [[x]]]))])
    }
}
