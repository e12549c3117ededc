import Figures
import Losses

// What plans say, in words.

extension Plan {
    public var summary: String {
        let subjects = losses.isEmpty ? formulas.map { "'\($0.expression)'" } : linkedLosses.map(\.words)
        let orders = derivatives == [0] ? "" : ", derivatives " + derivatives.map(String.init).joined(separator: ", ")
        let place = panels && subjects.count > 1 ? ", a panel each" : ""
        return
            "\(subjects.count == 1 ? "the curve" : "curves") of \(subjects.joined(separator: ", "))\(orders)\(place), "
            + "from \(PlanWords.number(theta.lowerBound)) to \(PlanWords.number(theta.upperBound))"
    }

    public var factSubjects: [FactSubject] {
        get throws {
            try losses.map { FactSubject(name: "\($0)", subject: .loss("\($0)"), coordinates: [.theta]) }
                + formulas.enumerated().map { index, formula in
                    FactSubject(
                        name: formula.expression, subject: .formula(index), coordinates: try formula.coordinates)
                }
        }
    }
}

extension ContourPlan {
    public var summary: String {
        let subject =
            linkedLoss.map(\.words) ?? formulas.first.map { "'\($0.expression)'" }
            ?? grid.map { "the grid '\($0.path)'" } ?? "nothing"
        func window(_ range: ClosedRange<Double>) -> String {
            "\(PlanWords.number(range.lowerBound)) to \(PlanWords.number(range.upperBound))"
        }
        let noun =
            switch kind {
            case .contours: "contours"
            case .surface: "the surface"
            case .both: "the surface and contours"
            }
        return "\(noun) of \(subject) at \(levels.count) level\(levels.count == 1 ? "" : "s"), "
            + "from \(window(x)) and \(window(y))"
    }

    public var factSubjects: [FactSubject] {
        get throws {
            try losses.map { FactSubject(name: "\($0)", subject: .loss("\($0)"), coordinates: [.w, .b]) }
                + formulas.enumerated().map { index, formula in
                    FactSubject(
                        name: formula.expression, subject: .formula(index), coordinates: try formula.coordinates)
                }
        }
    }
}

extension BarsPlan {
    public var summary: String {
        "\(losses.map(\.description).joined(separator: ", ")) of \(predictions.count) predictions for the truth \(truth)"
    }
}

extension SimplexPlan {
    public var summary: String { "\(loss) over the triangle of three classes for the truth \(truth)" }
}

enum PlanWords {
    static func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 6) }
}

extension LinkedLoss {
    /// `mse with the sigmoid link`
    fileprivate var words: String { "\(loss) with the \(link.rawValue) link" }
}

extension FormulaSpec {
    fileprivate var coordinates: [Quantity.Coordinate] {
        get throws { try parsedOfAnyVariables().variables.compactMap { Quantity.Coordinate(rawValue: $0.rawValue) } }
    }
}
