import Diagnostics
import TestSupport
import Testing

@testable import Typography

/// Any text is set, or refused with one message that names a column in it.
struct MathParserFuzzTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    /// SplitMix64 (doi:10.1145/2660193.2660195): the same sequence on every run.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    private static let pieces = [
        "\\", "{", "}", "[", "]", "^", "_", "'", "x", "f", "1", " ", "+", "-", "=", "(", ")", "&", "\\\\", ".", "|",
        ",",
        "\\frac", "\\dfrac", "\\binom", "\\sqrt", "\\sqrt[", "\\left(", "\\left.", "\\right)", "\\right.", "\\middle|",
        "\\hat", "\\widehat", "\\overline", "\\underbrace", "\\sum", "\\int", "\\max", "\\limits", "\\nolimits",
        "\\big(", "\\Bigg\\}", "\\mathrm{", "\\mathbb", "\\text{", "\\operatorname*{", "\\displaystyle", "\\theta",
        "\\begin{cases}", "\\end{cases}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\,", "\\!", "é", "损", "\u{301}",
        "\\$",
    ]

    /// A formula by the grammar, which must be set.
    private func formula(_ depth: Int, _ random: inout Random) -> String {
        func inner() -> String { formula(depth - 1, &random) }
        let atoms = [
            "x", "f", "12", "\\theta", "\\sum", "-", "+", "=", "(", ")", ",", "\\ln", "\\infty", "J''", "\\to",
        ]
        guard depth > 0 else { return (atoms.randomElement(using: &random) ?? "x") + " " }
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return "\\frac{\(inner())}{\(inner())}"
        case 1: return "\\sqrt{\(inner())}"
        case 2: return "\\sqrt[{\(inner())}]{\(inner())}"
        case 3: return "{\(inner())}^{\(inner())}_{\(inner())}"
        case 4: return "\\left(\(inner())\\right]"
        case 5: return "\\left\\{\(inner())\\middle|\(inner())\\right."
        case 6: return "\\displaystyle\\sum_{\(inner())}^{\(inner())} \(inner())"
        case 7: return "\\widehat{\(inner())}"
        case 8: return "\\overline{\(inner())}\\underline{\(inner())}"
        case 9: return "\\begin{pmatrix}\(inner())&\(inner())\\\\\(inner())\\end{pmatrix}"
        case 10: return "\\binom{\(inner())}{\(inner())}"
        case 11: return "\\mathbf{\(inner())}\\text{ 中文 or }"
        case 12: return "\\underbrace{\(inner())}_{\(inner())}"
        default: return inner() + inner()
        }
    }

    private func check(_ mathematics: String) {
        let source = "a $\(mathematics)$"
        do {
            let text = try RichText(source)
            bench.check(bench.fonts.shape(text, style: TextStyle(size: 20)), source)
            #expect(text.source == source)
        } catch let error as Diagnostic {
            guard !error.message.contains("opens mathematics"), !error.message.contains("too long") else { return }
            #expect(error.hint != nil && error.message.hasSuffix(" of '\(source)'"), "\(error)")
            let column = error.message.dropLast(" of '\(source)'".count).split(separator: " ").last.flatMap { Int($0) }
            #expect(column.map { (1...source.count + 1).contains($0) } == true, "\(error)")
        } catch {
            Issue.record("\(error) is no Diagnostic")
        }
    }

    @Test("Pieces in any order")
    func pieces() {
        var random = Random(state: 1)
        for _ in 0..<1_500 {
            let count = Int.random(in: 1...14, using: &random)
            check((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined())
        }
    }

    @Test("Formulas by the grammar are set; each with a slip is set or refused")
    func mutations() throws {
        var random = Random(state: 2)
        for _ in 0..<250 {
            let whole = formula(Int.random(in: 1...4, using: &random), &random)
            guard whole.count < 900 else { continue }
            _ = try bench.shape(whole)
            check(whole)
            for _ in 0..<3 {
                var characters = Array(whole)
                let place = Int.random(in: 0..<characters.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: characters.remove(at: place)
                case 1: characters.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: place)
                default: characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
                }
                check(String(characters))
            }
        }
    }
}
