import Losses
import Typography

extension Wording {
    /// The subtitle that a figure has by itself: its losses' formulas, or nothing where there are so many that they would
    /// stand on more than about two lines. Of one loss always.
    ///
    /// By their letters and not by a font's widths: a plan is the same on every machine.
    ///
    /// - Parameter width: of the figure in points.
    func subtitle(of losses: [LinkedLoss], width: Double) -> String {
        let formula = formula(of: losses)
        guard losses.count > 1 else { return formula }
        // What is longer than any text may be is not even read.
        guard formula.count <= RichText.lengthLimit else { return "" }
        // Were it no text, that would be told where it is set.
        guard let text = try? RichText(formula) else { return formula }
        let letters = text.plainText.unicodeScalars.reduce(0) { $0 + (Wording.isWide($1) ? 2 : 1) }
        return Double(letters) <= 2 * width / Wording.letterWidth ? formula : ""
    }

    /// Points that a letter of a formula takes in a subtitle, spaces and fractions counted in: measured over every two and
    /// three losses it is 5.6 to 7.1.
    private static let letterWidth = 6.7

    /// Chinese characters and marks.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }
}
