import Calculus
import Expressions
import Losses

/// What a certificate claims, as it stands in the file: form checked, nothing believed.
///
/// One object a loss; every key is present, and absent values are null:
///
/// | key | value |
/// | --- | --- |
/// | `format` | 1 |
/// | `loss` | the loss as `focal(gamma=2)`, or an expression |
/// | `link` | `sigmoid`, `identity` or `tanh`; null for an expression |
/// | `parameters` | numbers by name for a loss, decimal numerals as texts for an expression |
/// | `data` | `{name, samples}` built in, `{x, y}` inline, `{path, sha256, samples, x_column, y_column, skip_missing}` in a file, or null |
/// | `window`, `ends` | [a, b]; enclosures of J(a) and J(b), or null where J has no value |
/// | `verdict`, `basis`, `scope` | words |
/// | `witness` | `{theta, second_derivative}` |
/// | `chord` | `{from, to, at, gap}` |
/// | `inflections`, `concave` | stretches |
/// | `minima`, `maxima` | `{theta, value}` each |
/// | `global_minimum` | an enclosure of the least value over the window |
/// | `zeros` | `{theta, exact, multiplicity}` each: exact as `2/3`, or null where it is not proved to be rational |
/// | `unresolved_value` | stretches where J may have zeros |
/// | `unresolved`, `unresolved_slope`, `unresolved_bend` | stretches, the first the union of the others |
public struct CertificateClaims: Sendable {
    enum Subject: Sendable {
        case loss(LinkedLoss)
        case expression(Expression)
    }

    /// Where the samples are found.
    public enum Source: Equatable, Sendable {
        case none
        case outlier(samples: Int)
        case inline(x: [Double], y: [Double])
        case file(path: String, sha256: String, samples: Int, x: String, y: String, skipsMissing: Bool)
    }

    struct Witness: Sendable {
        var theta: Double
        var bend: Interval
    }

    struct Chord: Sendable {
        var from, to, at, gap: Double
    }

    struct Extremum: Sendable {
        var theta: Interval
        var value: Interval
    }

    struct Zero: Sendable {
        var theta: Interval
        var exact: Rational?
        var multiplicity: Int
    }

    /// As it is written.
    public var name: String
    public var source: Source
    public var verdict: String
    public var basis: String
    public var scope: String
    var subject: Subject
    var window: Interval
    var ends: [Interval?]
    var witness: Witness?
    var chord: Chord?
    var inflections: [Interval]
    var concave: [Interval]
    var minima: [Extremum]
    var maxima: [Extremum]
    var globalMinimum: Interval?
    var unresolved: [Interval]
    var unresolvedSlopes: [Interval]
    var unresolvedBends: [Interval]
    var zeros: [Zero]
    var unresolvedValues: [Interval]
}

extension CertificateClaims {
    /// `not convex on ℝ (interval), 2 minima, 1 maximum, 4 inflections`
    public var summary: String {
        func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
        let place = scope == "window" ? window.text : scope
        return "\(verdict) on \(place) (\(basis)), " + counted(minima.count, "minimum", "minima") + ", "
            + counted(maxima.count, "maximum", "maxima") + ", "
            + counted(inflections.count, "inflection", "inflections")
            + (zeros.isEmpty ? "" : ", " + counted(zeros.count, "zero", "zeros"))
            + (unresolved.isEmpty ? "" : ", \(unresolved.count) unresolved")
    }
}
