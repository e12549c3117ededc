import Certificates
import Figures
import Typography

/// Zeros, as points on the axis and as sentences.
extension Evidence {
    /// More points than these have no labels: nobody could tell which is whose.
    private static let mostLabelled = 24

    private func zeros(at index: Int, order: Int) -> ProvedZeros? {
        guard zeros.indices.contains(index) else { return nil }
        return zeros[index].first { $0.order == order }
    }

    /// The zeros of a panel's curve.
    func onAxis(_ style: Style, order: Int) -> Mark? {
        guard let found = zeros(at: style.index, order: order)?.zeros, !found.isEmpty else { return nil }
        // Where curves of one panel meet in a zero, it is named once, by the one whose point lies on top.
        let above = plan.panels ? [] : zeros.indices.filter { $0 > style.index }
        let named = Set(above.flatMap { zeros(at: $0, order: order)?.zeros.map(place) ?? [] })
        let labels = found.map { zero in
            let text = place(zero)
            let isNamed = found.count <= Evidence.mostLabelled && !named.contains(text)
            return (isNamed ? try? RichText("$\(symbol.tex) = \(Wording.tex(text))$") : nil)
                ?? RichText(verbatim: "")
        }
        return .points(
            PointsMark(
                id: "\(style.id)-zeros", styleIndex: style.index,
                points: found.map { DataPoint(x: $0.middle, y: 0) }, labels: labels))
    }

    /// What the points show and what could not be told, for readers who cannot see them.
    var zeroSentences: [String] {
        toldZeros.flatMap { name, zeros -> [String] in
            let places = zeros.zeros.map(place)
            let line = wording.zeros(places, isComplete: zeros.isComplete, of: letter(zeros.order), symbol.plain)
            let told = [line].compactMap { $0 } + doubts(zeros)
            return told.map { wording.sentence($0, of: name) }
        }
    }

    private func doubts(_ zeros: ProvedZeros) -> [String] {
        wording.doubts(zeros.doubts, of: plan.letter(zeros.order), symbol.plain, in: plan.theta)
    }

    /// What could not be told, and how many there are where that is not told by labels.
    var zeroNotes: [String] {
        toldZeros.flatMap { name, zeros in
            let places = zeros.zeros.map(place)
            let many =
                places.count > Evidence.mostLabelled
                ? wording.zeros(places, isComplete: zeros.isComplete, of: letter(zeros.order), symbol.plain) : nil
            return ([many].compactMap { $0 } + doubts(zeros)).map { line in
                name.isEmpty ? wording.capitalised(line) : name + line
            }
        }
    }

    /// With the name of the curve where there are several.
    private var toldZeros: [(name: String, zeros: ProvedZeros)] {
        let subjects = (try? plan.subjects()) ?? []
        return zip(subjects, zeros).enumerated().flatMap { place, found in
            let (subject, zeros) = found
            let name = wording.label(of: subject, at: place).plainText + wording.pick(": ", "：")
            return zeros.map { (subjects.count > 1 ? name : "", $0) }
        }
    }

    private func place(_ zero: ProvedZeros.Zero) -> String { ZeroLabel.text(of: zero, in: plan.theta, wording) }

    /// Nil for the curve itself, whose zeros are just zeros.
    private func letter(_ order: Int) -> String? { order == 0 ? nil : plan.letter(order) }

    /// The axis' name where it is a symbol, else that of the variable.
    private var symbol: (tex: String, plain: String) {
        let label = plan.presentation.xLabel
        let inner = label.dropFirst().dropLast()
        if label.hasPrefix("$"), label.hasSuffix("$"), !inner.contains("$"), let text = try? RichText(label),
            (1...2).contains(text.plainText.count)
        {
            return (String(inner), text.plainText)
        }
        guard case .formula(let expression)? = try? plan.subjects().first, let name = expression.variables.first,
            name != .theta
        else { return ("\\theta", "θ") }
        return (name.rawValue, name.rawValue)
    }
}
