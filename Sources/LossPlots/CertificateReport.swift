import Certificates
import Figures
import Losses

/// A certificate as a short proof in plain text.
struct CertificateReport {
    private let certificate: Certificate
    private let zeros: ProvedZeros
    private let data: CertifiedData
    /// More of a kind are only counted.
    private static let mostShown = 12

    init(_ curve: CertifiedCurve, data: CertifiedData) {
        (certificate, zeros, self.data) = (curve.certificate, curve.zeros, data)
    }

    var text: String {
        var lines = ["\(title): \(verdict)", ""]
        for (number, step) in certificate.proof.enumerated() { lines.append("  \(number + 1). \(worded(step))") }
        if certificate.proof.isEmpty { lines.append("  \(worded(certificate.reason))") }
        let facts = self.facts
        if !facts.isEmpty {
            lines.append("")
            let width = facts.map(\.name.count).max() ?? 0
            for fact in facts {
                for (index, value) in fact.values.enumerated() {
                    let name = index == 0 ? fact.name : ""
                    lines.append("  " + name + String(repeating: " ", count: width + 2 - name.count) + value)
                }
            }
        }
        for warning in certificate.warnings { lines += ["", "  Note: \(warning)."] }
        return lines.map { $0 + "\n" }.joined()
    }

    /// `mse with the sigmoid link, on 7 samples of outlier`
    private var title: String {
        var title = certificate.name
        if case .loss(let loss) = certificate.subject { title += " with the \(loss.link.rawValue) link" }
        if certificate.samples > 0 {
            title += " on \(certificate.samples) sample\(certificate.samples == 1 ? "" : "s") of \(data.dataset.name)"
        }
        return title
    }

    private var verdict: String {
        let window = "[\(number(certificate.window.lower)), \(number(certificate.window.upper))]"
        let place = certificate.scope == .real ? "ℝ" : window
        let basis =
            switch certificate.basis {
            case .structural: "by a rule"
            case .interval: "proved by intervals"
            case .assumesLibm: "assuming the C library's accuracy"
            case .sampled: "from samples only, no proof"
            }
        return "\(certificate.verdict.rawValue) on \(place), \(basis)"
    }

    private var facts: [(name: String, values: [String])] {
        var facts: [(name: String, values: [String])] = []
        facts.append(
            ("window", ["\(variable) from \(number(certificate.window.lower)) to \(number(certificate.window.upper))"]))
        if let witness = certificate.witness {
            facts.append(
                ("witness", ["\(function)″(\(number(witness.theta))) = \(enclosed(witness.secondDerivative)) < 0"]))
        }
        if let chord = certificate.chord {
            facts.append(
                (
                    "chord",
                    [
                        "from \(number(chord.from)) to \(number(chord.to)), with the curve at least "
                            + "\(number(chord.gap)) above it at \(number(chord.at))"
                    ]
                ))
        }
        add("minimum", "minima", certificate.minima.map(point), to: &facts)
        add("maximum", "maxima", certificate.maxima.map(point), to: &facts)
        add("inflection", "inflections", certificate.inflections.map { "\(variable) = \(enclosed($0))" }, to: &facts)
        add("zero", "zeros", zeros.zeros.map(worded), to: &facts)
        if let least = certificate.globalMinimum { facts.append(("least value", ["\(enclosed(least)) in the window"])) }
        add(
            "unresolved", "unresolved",
            certificate.unresolved.map { "\(variable) from \(number($0.lower)) to \(number($0.upper))" }, to: &facts)
        add("zeros undecided", "zeros undecided", zeros.doubts.map(worded), to: &facts)
        return facts
    }

    private func worded(_ zero: ProvedZeros.Zero) -> String {
        let touches = zero.multiplicity.isMultiple(of: 2) ? ", where \(function) touches zero" : ""
        guard let exact = zero.exact else { return "\(variable) = \(enclosed(zero.place))" + touches }
        return "\(variable) = \(ZeroLabel.text(of: exact)) exactly" + touches
    }

    private func worded(_ doubt: ProvedZeros.Doubt) -> String {
        let (low, high) = (number(doubt.stretch.lower), number(doubt.stretch.upper))
        let isNarrow = doubt.stretch.width <= 1e-9 * certificate.window.width
        let place =
            isNarrow ? "near \(variable) = \(number(doubt.point))" : "\(variable) from \(low) to \(high)"
        switch doubt.cause {
        case .undecided: return place
        case .discontinuous: return place + ", where \(function) may jump or have no value"
        case .vanishing: return place + ", where \(function) is zero all along"
        }
    }

    private func add(
        _ one: String, _ many: String, _ values: [String], to facts: inout [(name: String, values: [String])]
    ) {
        guard !values.isEmpty else { return }
        let rest = values.count - CertificateReport.mostShown
        let shown = values.prefix(CertificateReport.mostShown) + (rest > 0 ? ["and \(rest) more"] : [])
        facts.append((values.count == 1 ? one : many, Array(shown)))
    }

    private var variable: String {
        switch certificate.subject {
        case .loss: "θ"
        case .expression(let expression): expression.variables == [.theta] ? "θ" : expression.variables[0].rawValue
        }
    }

    private var function: String {
        if case .expression(let expression) = certificate.subject, expression.variables == [.x] { return "f" }
        return "J"
    }

    private func worded(_ text: String) -> String {
        CertificateReport.worded(text, variable: variable, function: function)
    }

    /// With the names of the curve, and with true minus signs.
    static func worded(_ text: String, variable: String, function: String) -> String {
        var (result, previous) = ("", Character(" "))
        for (character, next) in zip(text, text.dropFirst() + " ") {
            switch character {
            case "θ": result += variable
            case "J": result += function
            case "-" where next.isNumber && !previous.isLetter || previous == "e": result += "−"
            default: result.append(character)
            }
            previous = character
        }
        return result
    }

    private func point(_ extremum: Certificate.Extremum) -> String {
        "\(variable) = \(enclosed(extremum.theta)), \(function) = \(enclosed(extremum.value))"
    }

    private func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 6) }

    /// The middle, and how far off it may be.
    private func enclosed(_ bounds: Bounds) -> String {
        let middle = bounds.lower / 2 + bounds.upper / 2
        return "\(DecimalLabel.text(middle, significant: 8)) ± \(DecimalLabel.text(bounds.width, significant: 1))"
    }
}
