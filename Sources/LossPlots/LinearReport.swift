import Certificates
import Figures
import Losses

/// A certificate of a linear model as a short proof in plain text.
struct LinearReport {
    private let certificate: StructuralCertificate
    private let table: CertifiedTable

    init(_ certificate: StructuralCertificate, table: CertifiedTable) {
        (self.certificate, self.table) = (certificate, table)
    }

    var text: String {
        var lines = ["\(title): \(verdict)", ""]
        let steps = certificate.proof.isEmpty ? [certificate.reason] : certificate.proof
        for (number, step) in steps.enumerated() {
            let mark = certificate.proof.isEmpty ? "" : "\(number + 1). "
            lines.append("  " + mark + CertificateReport.worded(step, variable: "θ", function: "J"))
        }
        lines.append("")
        let facts = self.facts
        let width = facts.map(\.name.count).max() ?? 0
        for fact in facts {
            lines.append("  " + fact.name + String(repeating: " ", count: width + 2 - fact.name.count) + fact.value)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// `ce with the sigmoid link of w·x + b in 3 features, on 150 samples of iris.csv`
    private var title: String {
        let count = certificate.features.count
        return "\(certificate.loss) with the \(certificate.link.rawValue) link of w·x + b in \(count) features, on "
            + "\(certificate.samples) sample\(certificate.samples == 1 ? "" : "s") of \(table.table.name)"
    }

    private var verdict: String {
        let basis =
            switch certificate.basis {
            case .structural: "by a rule"
            case .interval: "proved by intervals"
            case .assumesLibm: "assuming the C library's accuracy"
            case .sampled: "no proof"
            }
        return "\(certificate.verdict.rawValue) on ℝ^\(certificate.features.count + 1), \(basis)"
    }

    private var facts: [(name: String, value: String)] {
        var facts = [("features", certificate.features.joined(separator: ", "))]
        if let rank = certificate.rank { facts.append(("rank", "\(rank), which is full, with a column of ones")) }
        if let witness = certificate.witness {
            let bounds = witness.secondDerivative
            facts.append(
                (
                    "witness",
                    "∂²J/∂w² = \(DecimalLabel.text(bounds.middle, significant: 8)) ± "
                        + "\(DecimalLabel.text(bounds.width, significant: 1)) < 0 in the weight w of \(witness.feature), "
                        + "at w = \(number(witness.weight)), all others 0"
                ))
        }
        if let direction = certificate.separatingDirection {
            let weights = zip(certificate.features, direction).map { "\(number($1)) \($0)" }
            facts.append(
                ("separable", "by \(weights.joined(separator: " + ")) + \(number(direction[direction.count - 1]))"))
        }
        switch certificate.hasMinimiser {
        case true?: facts.append(("minimiser", "there is one"))
        case false?: facts.append(("minimiser", "none is finite: the classes are separable"))
        case nil: break
        }
        return facts
    }

    private func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 6) }
}
