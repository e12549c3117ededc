import Figures
import Typography

/// Facts as those read them who cannot see the figure.
extension Wording {
    /// A line in plain characters, numbers in indices and powers as small ones.
    static func plain(_ line: RichText) -> String {
        var text = ""
        var rest = line.plainText[...]
        while let character = rest.popFirst() {
            let small =
                character == "_" ? SmallDigits.subscripts : character == "^" ? SmallDigits.superscripts : [:]
            // A number of several characters stands in brackets.
            let isLong = rest.first == "("
            let number = isLong ? rest.dropFirst().prefix { $0 != ")" } : rest.prefix(1)
            if !number.isEmpty, number.allSatisfy({ small[$0] != nil }) {
                text += number.compactMap { small[$0] }
                rest = rest.dropFirst(number.count + (isLong ? 2 : 0))
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// A line as a sentence: a capital where it begins with a word, not with a formula, and a full stop at its end.
    func sentence(_ line: RichText) -> String {
        let text = Wording.plain(line)
        return (line.source.hasPrefix("$") ? text : capitalised(text)) + pick(".", "。")
    }

    /// With a capital where an English text begins with a word; a letter that stands for a number is left as it is.
    func capitalised(_ text: String) -> String {
        let isWord = text.prefix(2).count == 2 && text.prefix(2).allSatisfy(\.isLetter)
        return isWord && language == .english ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    func sentence(_ line: String) -> String { sentence(RichText(verbatim: line)) }

    /// The same behind a name and a colon, which stands as it is: it may be a formula's.
    func sentence(_ line: String, of name: String) -> String {
        name.isEmpty ? sentence(line) : name + line + pick(".", "。")
    }

    /// What one curve shows.
    ///
    /// Its values are those drawn, which are true to a fraction of a pixel: no more digits are told than that gives.
    ///
    /// - Parameters:
    ///   - quantity: on the upright axis.
    ///   - variable: on the other one.
    ///   - lowest: where the curve is least; nil where it is said elsewhere, or is so all along.
    func description(
        of name: String, quantity: String, variable: String, values: ClosedRange<Double>, lowest: Double?,
        window: ClosedRange<Double>
    ) -> String {
        func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 4) }
        let (a, b) = (number(window.lowerBound), number(window.upperBound))
        let (low, high) = (
            Wording.rounded(values.lowerBound, over: values, parts: 1000),
            Wording.rounded(values.upperBound, over: values, parts: 1000)
        )
        let place = lowest.map { "\(variable) ≈ \(Wording.rounded($0, over: window, parts: 200))" }
        return pick(
            "\(name): \(quantity) for \(variable) from \(a) to \(b), between about \(low)"
                + (place.map { " (at \($0))" } ?? "") + " and \(high).",
            "\(name)：\(quantity)，\(variable) 从 \(a) 到 \(b)，取值约 \(low)"
                + (place.map { "（\($0) 处）" } ?? " ") + "至 \(high)。")
    }

    /// To the next power of ten above so small a part of a range.
    private static func rounded(_ value: Double, over range: ClosedRange<Double>, parts: Double) -> String {
        let span = range.upperBound - range.lowerBound
        guard span > 0 else { return DecimalLabel.text(value, significant: 4) }
        // As a power's reciprocal where it is small, of which a whole number is exact.
        var (unit, inverse) = (1.0, 1.0)
        while unit * parts < span { unit *= 10 }
        while unit == 1, parts >= 10 * span * inverse, inverse < 1e15 { inverse *= 10 }
        let shown = unit > 1 ? (value / unit).rounded() * unit : (value * inverse).rounded() / inverse
        return DecimalLabel.text(shown == 0 ? 0 : shown, significant: 15)
    }
}
