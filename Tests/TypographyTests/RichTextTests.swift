import Diagnostics
import TestSupport
import Testing

@testable import Typography

struct RichTextTests {
    private func message(_ source: String) -> Diagnostic? {
        do {
            _ = try RichText(source)
            return nil
        } catch { return error as? Diagnostic }
    }

    @Test("Text and mathematics alternate, and an escaped dollar is a dollar")
    func spans() throws {
        let text = try RichText("loss $x$ for \\$5")
        #expect(text.spans == [.plain("loss "), .math([.symbol("\u{1D465}", .ordinary)]), .plain(" for $5")])
        #expect(text.source == "loss $x$ for \\$5")
        #expect(RichText(verbatim: "$5 and $6").spans == [.plain("$5 and $6")])
        #expect(try RichText("").spans.isEmpty)
    }

    @Test(
        "Plain text is what a reader would copy",
        arguments: [
            ("$J(\\theta)$", "J(θ)"), ("$x_i^2$", "x_i^2"), ("$e^{-x}$", "e^(−x)"), ("$a=b$", "a = b"),
            ("$J'(\\theta)$", "J′(θ)"), ("$\\text{of } x$", "of x"), ("MSE $\\le$ 1", "MSE  ≤  1"),
            ("a \\$ b", "a $ b"),
        ])
    func plainText(source: String, plain: String) throws {
        #expect(try RichText(source).plainText == plain)
    }

    @Test("A strong text is taken as it is, and set in the heavier weight within a lighter line")
    func strong() throws {
        let fonts = try FontBook()
        let text = RichText(strong: "MSE $5") + RichText(verbatim: ": from 3")
        #expect(text.plainText == "MSE $5: from 3")
        #expect(text != RichText(verbatim: "MSE $5: from 3"))
        let line = fonts.shape(text, style: TextStyle(size: 13))
        #expect(line.text == "MSE $5: from 3")
        #expect(line.glyphRuns.map(\.font) == [fonts.semibold.name, fonts.text.name])
        let alone = fonts.shape(RichText(verbatim: "MSE $5"), style: TextStyle(size: 13, weight: .semibold))
        #expect(line.glyphRuns[0] == alone.glyphRuns[0])
        #expect(line.glyphRuns[1].glyphs.first?.x == alone.width)
    }

    @Test("Two dollars make a display, which leaves the style as it was")
    func display() throws {
        let x = MathNode.symbol("\u{1D465}", .ordinary)
        #expect(try RichText("$$x$$.").spans == [.math([.style(.display), x, .style(.text)]), .plain(".")])
        #expect(message("$$x$")?.hint == "close it with a second $$, or write \\$ for a dollar sign")
        #expect(try RichText("$\\text{\\$5}$").plainText == "$5")
    }

    @Test("An odd dollar is refused")
    func oddDollar() {
        #expect(
            message("costs $5")
                == Diagnostic(
                    "'costs $5' opens mathematics with $ and does not close it",
                    hint: "close it with a second $, or write \\$ for a dollar sign"))
    }

    @Test("An unknown command is refused with its column and the nearest known one, if one is near")
    func unknownCommand() {
        #expect(
            message("Loss $x\\sigam$")
                == Diagnostic("unknown command \\sigam at column 8 of 'Loss $x\\sigam$'", hint: "did you mean \\sigma?")
        )
        #expect(message("$\\thta$")?.hint == "did you mean \\theta?")
        #expect(message("$\\fra12$")?.hint == "did you mean \\frac?")
        #expect(message("$\\matbb R$")?.hint == "did you mean \\mathbb?")
        #expect(message("$\\includegraphics$")?.hint == "write it with simpler symbols")
        #expect(message("$\\w$")?.hint == "write it with simpler symbols")
    }

    @Test(
        "Mathematics that is not understood is refused with what is wrong and where",
        arguments: [
            ("a^b^c", "a second script of the same side", 5, "group them with braces: {x^a}^b"),
            ("a_b_c", "a second script of the same side", 5, "group them with braces: {x_a}_b"),
            ("{a", "a { that is not closed", 2, "close it with }"),
            ("a}", "a } that closes nothing", 3, "write \\} for a brace"),
            ("x^", "a ^ with nothing behind it", 3, "write x^{…}"),
            ("{x_}", "a _ with nothing behind it", 4, "write x_{…}"),
            ("a#b", "'#', which is not mathematics,", 3, "put words into \\text{…}"),
            ("损", "'损', which is not mathematics,", 2, "put words into \\text{…}"),
            ("\\text x", "\\text without words in braces", 2, "write \\text{words}"),
            ("\\operatorname{x", "\\operatorname without words in braces", 2, "write \\operatorname{words}"),
            ("a\\frac1", "\\frac without its second argument", 3, "write \\frac{…}{…}"),
            ("\\dfrac", "\\dfrac without its two arguments", 2, "write \\dfrac{…}{…}"),
            ("{\\hat}", "\\hat without its argument", 3, "write \\hat{…}"),
            ("\\sqrt[3x", "a [ that is not closed", 7, "write \\sqrt[n]{…}"),
            ("\\sqrt[3]", "\\sqrt without its argument", 2, "write \\sqrt{…}"),
            ("\\left(x", "\\left without its \\right", 2, "write \\right. if nothing closes it"),
            ("{\\left(x}\\right)", "\\left without its \\right", 3, "write \\right. if nothing closes it"),
            ("x\\right)", "\\right without a \\left before it", 3, "write \\left( … \\right)"),
            ("{x\\right)}", "\\right without a \\left before it", 4, "write \\left( … \\right)"),
            (
                "\\left{x\\right.", "\\left without a delimiter behind it", 2,
                "write \\left( or another of ) [ ] | / . \\{ \\} \\langle \\rangle"
            ),
            ("x\\limits_i", "\\limits without an operator before it", 3, "write it behind \\sum or \\max"),
            ("a\\\\b", "a line end \\\\ outside a matrix", 3, "a label is a single line of text"),
            ("\\end{cases}", "\\end without its \\begin", 2, "write \\begin{cases} … \\end{cases}"),
            ("\\begin{cases}x", "\\begin{cases} without its \\end", 2, "write \\end{cases}"),
            ("\\begin{case}x", "unknown environment 'case'", 2, "did you mean cases?"),
            ("\\begin x", "\\begin without a name in braces", 2, "write \\begin{cases}"),
            (
                "\\begin{matrix}x\\end{cases}", "\\end{cases} for \\begin{matrix}", 17,
                "write \\end{matrix}"
            ),
        ])
    func mistakes(mathematics: String, what: String, column: Int, hint: String) {
        #expect(
            message("$\(mathematics)$")
                == Diagnostic("\(what) at column \(column) of '$\(mathematics)$'", hint: hint))
    }

    @Test("Nesting has a limit, however it comes about")
    func nesting() {
        func nested(_ depth: Int) -> String {
            String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
        }
        #expect(message("$\(nested(20))$") == nil)
        let deep = nested(21)
        #expect(
            message("$\(deep)$")
                == Diagnostic("nesting deeper than 20 at column 23 of '$\(deep)$'", hint: "write it flatter"))
        for opening in [
            "x^{", "\\sqrt", "\\frac1", "\\hat", "\\left(", "\\sqrt[", "\\begin{cases}", "\\mathrm{", "_",
        ] {
            let source = "$" + String(repeating: opening, count: 980 / opening.count) + "x$"
            #expect(message(source)?.hint != nil, "\(opening)")
        }
    }

    @Test("A hundred thousand braces are refused by the parser itself, at once")
    func endless() {
        for opening in ["{", "\\left(", "\\frac", "x^{"] {
            var parser = MathParser(String(repeating: opening, count: 100_000))
            #expect(throws: Diagnostic.self) { try parser.parse() }
        }
    }

    @Test("Control characters and endless texts are refused")
    func form() {
        #expect(
            message("two\nlines")
                == Diagnostic("'two\nlines' holds the control character U+A", hint: "a label is a single line of text"))
        #expect(message("\u{1B}[31m")?.message.hasSuffix("the control character U+1B") == true)
        #expect(message(String(repeating: "a", count: 1_000)) == nil)
        #expect(
            message(String(repeating: "a", count: 1_001))
                == Diagnostic("a text of 1001 characters is too long", hint: "use at most 1000"))
    }

    @Test("Any string is set or refused, never a crash")
    func hostile() {
        var random = SplitMix64(seed: 1)
        let pieces = [
            "$", "\\", "{", "}", "^", "_", "'", "x", " ", "\\theta", "\\text{", "é", "损", "\u{301}", "\\$", "+", "-",
        ]
        var counts = (set: 0, refused: 0)
        for _ in 0..<3_000 {
            var source = ""
            for _ in 0..<8 {
                source += pieces.randomElement(using: &random) ?? ""
            }
            do {
                #expect(try RichText(source).source == source)
                counts.set += 1
            } catch {
                #expect(error is Diagnostic, "\(source)")
                counts.refused += 1
            }
        }
        #expect(counts == (1967, 1033), "both come about")
    }
}
