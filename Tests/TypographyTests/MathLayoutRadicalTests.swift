import Scenes
import Testing

@testable import Typography

struct MathLayoutRadicalTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    private static let tower = "\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\\\7\\\\8\\end{matrix}"

    @Test("The sign and its bar cover what is under them", arguments: ["x", "f", "x^2_j", "\\dfrac{a}{b}", tower])
    func covers(_ source: String) throws {
        let (inside, root) = (try bench.shape(source), try bench.shape("\\sqrt{\(source)}"))
        let bar = try #require(root.rules.last)
        let sign = try #require(bench.inks(of: "√", in: root).first)
        let gap = bench.constants.radicalVerticalGap * bench.em
        // Cramped superscripts stand lower, so that the inside may be less tall than by itself.
        let top = root.glyphRuns.filter { $0.text != "√" }.flatMap { run in
            run.glyphs.map { bench.ink(of: $0, in: run).top }
        }.min()
        #expect(bar.bottom <= (top ?? 0) - gap + 1e-9)
        #expect(sign.bottom >= inside.descent - 1e-9)
        #expect(abs(sign.top - bar.top) < 1e-6, "the sign's end and the bar are one line")
        #expect(bar.left < sign.right && abs(bar.right - root.width) < 1e-9)
        #expect(abs(bar.width - 0.02 * bench.em - inside.width) < 1e-6)
        #expect(root.ascent >= -bar.top)
    }

    @Test("A tall root is put together of parts that overlap, none looking out behind the next", arguments: 5...30)
    func assembly(rows: Int) throws {
        let tower = (1...rows).map { "\($0)" }.joined(separator: "\\\\")
        let root = try bench.shape("\\sqrt{\\begin{matrix}\(tower)\\end{matrix}}")
        let run = try #require(root.glyphRuns.first { $0.text == "√" })
        #expect(run.glyphs.count > 2)
        let inks = run.glyphs.map { bench.ink(of: $0, in: run) }
        for (lower, upper) in zip(inks, inks.dropFirst()) {
            #expect(upper.bottom > lower.top && upper.top <= lower.top + 1e-9)
        }
        #expect(run.glyphs.allSatisfy { $0.cluster == 0 })
    }

    @Test("Roots in roots grow")
    func nesting() throws {
        var source = "x"
        for _ in 0..<8 {
            let outer = "\\sqrt{\(source)}"
            let (inside, root) = (try bench.shape(source), try bench.shape(outer))
            #expect(root.ascent > inside.ascent && root.width > inside.width && root.descent >= inside.descent)
            source = outer
        }
    }

    @Test("A degree stands small over the sign's arm; a long one pushes the sign away")
    func degree() throws {
        let root = try bench.shape("\\sqrt[3]{x}")
        let (three, sign) = (bench.inks(of: "3", in: root)[0], bench.inks(of: "√", in: root)[0])
        #expect(three.left >= 0 && three.right < sign.right && three.bottom < sign.bottom - sign.height / 4)
        #expect(three.height < 0.5 * bench.em)
        let long = try bench.shape("\\sqrt[n+m+k]{x}")
        #expect(bench.inks(of: "√", in: long)[0].left > sign.left)
        #expect(bench.inks(of: "𝑛", in: long)[0].left > -0.1 * bench.em)
    }
}
