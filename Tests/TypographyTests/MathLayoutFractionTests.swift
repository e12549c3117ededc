import Scenes
import Testing

@testable import Typography

struct MathLayoutFractionTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    @Test("The bar lies on the axis, as thick as the font says and as wide as the wider part")
    func bar() throws {
        for source in ["\\frac12", "\\frac{a+b}{c}", "\\dfrac{x^2}{\\frac yz}", "\\tfrac{1}{a+b+c}"] {
            let shaped = try bench.shape(source)
            let bar = try #require(shaped.rules.last)
            #expect(abs(bar.y + bar.height / 2 + bench.axis) < 1e-9, "\(source)")
            #expect(abs(bar.height - bench.constants.fractionRuleThickness * bench.em) < 1e-9)
            #expect(abs(bar.x - 0.12 * bench.em) < 1e-9 && abs(bar.right - shaped.width + 0.12 * bench.em) < 1e-9)
        }
        let part = try bench.shape("\\displaystyle a+b")
        #expect(abs(try bench.shape("\\dfrac{a+b}{c}").rules[0].width - part.width) < 1e-9)
    }

    @Test("Numerator and denominator keep the font's distance from the bar and are centred on it")
    func gaps() throws {
        let shaped = try bench.display("\\frac{g^{g_j}}{\\sqrt{\\frac aH}}")
        let bar = try #require(shaped.rules.last)
        let gap = bench.constants.fractionNumDisplayStyleGapMin * bench.em
        let numerator = bench.inks(of: "𝑔", in: shaped)[0]
        #expect(numerator.bottom <= bar.top - gap + 1e-9)
        let root = bench.inks(of: "√", in: shaped)[0]
        #expect(root.top >= bar.bottom + bench.constants.fractionDenomDisplayStyleGapMin * bench.em - 1e-9)
        let simple = try bench.display("\\frac{1}{1000}")
        let (one, rule) = (bench.inks(of: "1", in: simple)[0], simple.rules[0])
        #expect(abs((one.left + one.right) / 2 - (rule.left + rule.right) / 2) < 0.1 * bench.em)
    }

    @Test("Where nothing is tall, the baselines stand where the font says")
    func shifts() throws {
        let c = bench.constants
        for (source, up, down) in [
            ("\\dfrac xx", c.fractionNumeratorDisplayStyleShiftUp, c.fractionDenominatorDisplayStyleShiftDown),
            ("\\tfrac xx", c.fractionNumeratorShiftUp, c.fractionDenominatorShiftDown),
        ] {
            let glyphs = try bench.shape(source).glyphRuns.flatMap(\.glyphs)
            #expect(abs(glyphs[0].y + up * bench.em) < 1e-9 && abs(glyphs[1].y - down * bench.em) < 1e-9)
        }
    }

    @Test("A fraction is small on the line and large in a display, whatever is asked by name")
    func styles() throws {
        func size(_ source: String) throws -> Double { try #require(bench.shape(source).glyphRuns.first).size }
        let (small, large) = (try size("\\frac12"), try size("1"))
        #expect(abs(small - bench.constants.scriptPercentScaleDown * large) < 1e-9)
        #expect(try size("\\dfrac12") == large && size("\\displaystyle\\frac12") == large)
        #expect(try size("\\displaystyle\\tfrac12") == small)
        #expect(try size("\\frac{\\frac12}3") < small)
        #expect(try bench.shape("\\dfrac12") == bench.display("\\frac12"))
        #expect(try bench.shape("\\frac{1}{2}") == bench.shape("\\frac12"))
    }

    @Test("Fractions in fractions grow, in height and in depth")
    func nesting() throws {
        var (up, down) = ("x", "x")
        for _ in 0..<6 {
            let (higher, deeper) = ("\\frac{\(up)}{x}", "\\frac{x}{\(down)}")
            #expect(try bench.shape(higher).ascent > bench.shape(up).ascent)
            #expect(try bench.shape(deeper).descent > bench.shape(down).descent)
            (up, down) = (higher, deeper)
        }
    }

    @Test("A binomial coefficient has no bar, but parentheses around it")
    func binomial() throws {
        let shaped = try bench.display("\\binom nk")
        #expect(shaped.rules.isEmpty)
        let (open, close) = (bench.inks(of: "(", in: shaped)[0], bench.inks(of: ")", in: shaped)[0])
        let (n, k) = (bench.inks(of: "𝑛", in: shaped)[0], bench.inks(of: "𝑘", in: shaped)[0])
        #expect(open.right < min(n.left, k.left) && close.left > max(n.right, k.right))
        #expect(k.top - n.bottom >= bench.constants.stackDisplayStyleGapMin * bench.em - 1e-9)
    }
}
