import CertificateChecking
import Certificates
import Losses

/// Certificates as JSON, with all that a checker needs and nothing for readers: the format that `CertificateChecking`
/// describes and re-checks.
enum CertificateDocument {
    static func text(of curves: [CertifiedCurve], data: CertifiedData) -> String {
        JSONTree.list(curves.map { entry($0.certificate, $0.zeros, data) }).description + "\n"
    }

    static func text(of certificates: [StructuralCertificate], table: CertifiedTable) -> String {
        JSONTree.list(certificates.map { entry($0, table) }).description + "\n"
    }

    private static func entry(_ certificate: StructuralCertificate, _ table: CertifiedTable) -> JSONTree {
        let loss = LinkedLoss(certificate.loss, link: certificate.link)
        return JSONTree.object([
            "format": .number(1),
            "kind": .text("linear"),
            "model": .text("w·x + b"),
            "loss": .text("\(certificate.loss)"),
            "link": .text(certificate.link.rawValue),
            "parameters": parameters(of: .loss(loss)),
            "data": table.tree,
            "features": .list(certificate.features.map(JSONTree.text)),
            "samples": .number(Double(certificate.samples)),
            "verdict": .text(certificate.verdict.rawValue),
            "basis": .text(certificate.basis.rawValue),
            "scope": .text("ℝ^\(certificate.features.count + 1)"),
            "witness": certificate.witness.map {
                .object([
                    "feature": .text($0.feature), "weight": .number($0.weight),
                    "second_derivative": bounds($0.secondDerivative),
                ])
            } ?? .null,
            "rank": certificate.rank.map { .number(Double($0)) } ?? .null,
            "separating_direction": certificate.separatingDirection.map(JSONTree.numbers) ?? .null,
            "has_minimiser": certificate.hasMinimiser.map { JSONTree(.bool($0)) } ?? .null,
        ])
    }

    private static func entry(_ certificate: Certificate, _ zeros: ProvedZeros, _ data: CertifiedData) -> JSONTree {
        JSONTree.object([
            "format": .number(1),
            "loss": .text(certificate.name),
            "link": link(of: certificate.subject),
            "parameters": parameters(of: certificate.subject),
            "data": certificate.samples == 0 ? .null : data.tree,
            "window": bounds(certificate.window),
            "ends": .list(certificate.ends.map { $0.map(bounds) ?? .null }),
            "verdict": .text(certificate.verdict.rawValue),
            "basis": .text(certificate.basis.rawValue),
            "scope": .text(certificate.scope.rawValue),
            "witness": certificate.witness.map {
                .object(["theta": .number($0.theta), "second_derivative": bounds($0.secondDerivative)])
            } ?? .null,
            "chord": certificate.chord.map {
                .object([
                    "from": .number($0.from), "to": .number($0.to), "at": .number($0.at), "gap": .number($0.gap),
                ])
            } ?? .null,
            "inflections": .list(certificate.inflections.map(bounds)),
            "concave": .list(certificate.concave.map(bounds)),
            "minima": .list(certificate.minima.map(extremum)),
            "maxima": .list(certificate.maxima.map(extremum)),
            "global_minimum": certificate.globalMinimum.map(bounds) ?? .null,
            "unresolved": .list(certificate.unresolved.map(bounds)),
            "unresolved_slope": .list(certificate.unresolvedSlopes.map(bounds)),
            "unresolved_bend": .list(certificate.unresolvedBends.map(bounds)),
            "zeros": .list(zeros.zeros.map(zero)),
            "unresolved_value": .list(zeros.doubts.map { bounds($0.stretch) }),
        ])
    }

    private static func bounds(_ bounds: Bounds) -> JSONTree { .numbers([bounds.lower, bounds.upper]) }

    private static func extremum(_ extremum: Certificate.Extremum) -> JSONTree {
        .object(["theta": bounds(extremum.theta), "value": bounds(extremum.value)])
    }

    private static func zero(_ zero: ProvedZeros.Zero) -> JSONTree {
        .object([
            "theta": bounds(zero.place), "exact": zero.exact.map { .text("\($0)") } ?? .null,
            "multiplicity": .number(Double(zero.multiplicity)),
        ])
    }

    private static func link(of subject: Certificate.Subject) -> JSONTree {
        switch subject {
        case .loss(let loss): .text(loss.link.rawValue)
        case .expression: .null
        }
    }

    /// Of a loss numbers, of an expression the numerals as they were written: 0.1 is no double.
    private static func parameters(of subject: Certificate.Subject) -> JSONTree {
        switch subject {
        case .loss(let loss):
            JSONTree(.object(loss.loss.parameters.map { JSONTree.Member($0.name, .number($0.value)) }))
        case .expression(let expression):
            JSONTree(
                .object(
                    expression.parameters.filter { expression.uses(parameter: $0.key) }.sorted { $0.key < $1.key }.map {
                        JSONTree.Member($0.key, .text($0.value.text))
                    }
                ))
        }
    }
}

extension Certificate {
    /// The loss or the expression as it was written.
    var name: String {
        switch subject {
        case .loss(let loss): "\(loss.loss)"
        case .expression(let expression): expression.source
        }
    }
}

/// The samples of certificates: with a reference by which a checker finds them again.
struct CertifiedData {
    var dataset: Dataset
    var reference: DataReference
    /// Whether rows with missing values were left out when the table was read.
    var skipsMissing: Bool

    var tree: JSONTree {
        switch reference {
        case .none: .null
        case .outlier(let samples): .object(["name": .text("outlier"), "samples": .number(Double(samples))])
        case .inline(let dataset, _):
            .object(["x": .numbers(dataset.x), "y": .numbers(dataset.y)])
        case .external(let samples, let sha256, let source):
            .object([
                "path": .text(source.path), "sha256": .text(sha256), "samples": .number(Double(samples)),
                "x_column": .text(source.x), "y_column": .text(source.y), "skip_missing": JSONTree(.bool(skipsMissing)),
            ])
        }
    }
}
