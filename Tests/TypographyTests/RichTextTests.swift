import Diagnostics
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
            ("$J(\\theta)$", "J(θ)"), ("$x_i^2$", "x_i^2"), ("$e^{-x}$", "e^( − x)"), ("$a=b$", "a = b"),
            ("$J'(\\theta)$", "J′(θ)"), ("$\\text{of } x$", "of x"), ("MSE $\\le$ 1", "MSE  ≤  1"),
            ("a \\$ b", "a $ b"),
        ])
    func plainText(source: String, plain: String) throws {
        #expect(try RichText(source).plainText == plain)
    }

    @Test("An odd dollar is refused")
    func oddDollar() {
        #expect(
            message("costs $5")
                == Diagnostic(
                    "'costs $5' opens mathematics with $ and does not close it",
                    hint: "close it with a second $, or write \\$ for a dollar sign"))
    }

    @Test("An unknown command is refused with the nearest known one, if one is near")
    func unknownCommand() {
        #expect(
            message("$\\thta$")
                == Diagnostic(
                    "the mathematics '$\\thta$' uses \\thta, which is not supported", hint: "did you mean \\theta?"))
        #expect(message("$\\includegraphics$")?.hint == "write it with simpler symbols")
        #expect(message("$\\w$")?.hint == "write it with simpler symbols")
    }

    @Test(
        "Mathematics that is not understood is refused with what is wrong",
        arguments: [
            ("a^b^c", "has two scripts of the same side", "group them with braces: {x^a}^b"),
            ("a_b_c", "has two scripts of the same side", "group them with braces: {x_a}_b"),
            ("{a", "has a { that is not closed", "close it with }"),
            ("a}", "has a } that closes nothing", "write \\} for a brace"),
            ("x^", "has a ^ with nothing behind it", "write x^{…}"),
            ("{x_}", "has a _ with nothing behind it", "write x_{…}"),
            ("a#b", "holds '#', which is not mathematics", "put words into \\text{…}"),
            ("损", "holds '损', which is not mathematics", "put words into \\text{…}"),
            ("\\text x", "has \\text without braces", "write \\text{words}"),
            ("\\mathrm{x", "has \\mathrm without braces", "write \\mathrm{words}"),
        ])
    func mistakes(mathematics: String, what: String, hint: String) {
        #expect(message("$\(mathematics)$") == Diagnostic("the mathematics '$\(mathematics)$' \(what)", hint: hint))
    }

    @Test("Nesting has a limit")
    func nesting() {
        func nested(_ depth: Int) -> String {
            String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
        }
        #expect(message("$\(nested(20))$") == nil)
        let deep = nested(21)
        #expect(
            message("$\(deep)$")
                == Diagnostic("the mathematics '$\(deep)$' is nested deeper than 20", hint: "write it flatter"))
        #expect(message("$" + String(repeating: "x^{", count: 300) + "$")?.hint == "write it flatter")
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
        var state: UInt64 = 1
        let pieces = [
            "$", "\\", "{", "}", "^", "_", "'", "x", " ", "\\theta", "\\text{", "é", "损", "\u{301}", "\\$", "+", "-",
        ]
        for _ in 0..<3_000 {
            var source = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += pieces[Int(state >> 33) % pieces.count]
            }
            if let text = try? RichText(source) { #expect(text.source == source) }
        }
    }
}
