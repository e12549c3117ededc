import Certificates
import Figures

extension FigureFacts {
    /// The words of a verdict.
    public static let verdicts = [
        Certificate.Verdict.convex, .strictlyConvex, .notConvex, .undecided,
    ].map(\.rawValue)

    /// A number as a message shows it.
    public static func text(_ value: Double, significant: Int = 8) -> String {
        DecimalLabel.text(value, significant: significant)
    }

    /// The number that such a text shows: with a true minus sign, and a power of ten in superscripts. Nil for what is no
    /// decimal number.
    ///
    /// ```swift
    /// FigureFacts.number("−4.6×10⁻⁵")  // -4.6e-05
    /// ```
    public static func number(_ text: some StringProtocol) -> Double? {
        let plain = text.map { $0 == "−" ? "-" : $0 }
        let power = plain.reversed().prefix { SmallDigits.ofSuperscripts[$0] != nil }.reversed()
        var numeral = String(plain.dropLast(power.count))
        if !power.isEmpty {
            guard numeral.hasSuffix("10") else { return nil }
            numeral.removeLast(2)
            switch numeral.last {
            case "×", "·": numeral.removeLast()
            case nil, "-": numeral += "1"
            default: return nil
            }
            numeral += "e" + power.compactMap { SmallDigits.ofSuperscripts[$0] }
        }
        let allowed = numeral.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
        guard allowed, let value = Double(numeral), value.isFinite else { return nil }
        return value
    }
}
