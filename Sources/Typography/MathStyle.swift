/// TeX's styles: how large a formula is set, and whether its superscripts are kept low.
///
/// Source: D. E. Knuth, The TeXbook, chapter 17 and Appendix G.
struct MathStyle: Hashable, Sendable {
    /// From the largest to the smallest.
    enum Size: Int, Sendable {
        case display, text, script, scriptScript
    }

    var size: Size
    /// Under a bar, a root or an accent, in a denominator and in a subscript.
    var isCramped = false

    static let text = MathStyle(size: .text)

    var isDisplay: Bool { size == .display }
    var isScript: Bool { size == .script || size == .scriptScript }
    var cramped: MathStyle { MathStyle(size: size, isCramped: true) }
    var superscript: MathStyle { MathStyle(size: isScript ? .scriptScript : .script, isCramped: isCramped) }
    var `subscript`: MathStyle { superscript.cramped }
    var denominator: MathStyle { numerator.cramped }

    var numerator: MathStyle {
        let smaller: Size =
            switch size {
            case .display: .text
            case .text: .script
            case .script, .scriptScript: .scriptScript
            }
        return MathStyle(size: smaller, isCramped: isCramped)
    }
}
