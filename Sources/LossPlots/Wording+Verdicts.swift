import Certificates
import Diagnostics
import Expressions
import Figures
import Losses
import Typography

/// What is proved, in words.
extension Wording {
    /// The claim that a figure's title makes, when a verdict on every loss is proved; nil otherwise.
    func claim(_ certificates: [Certificate], of losses: [LinkedLoss]) -> String? {
        guard let first = certificates.first, certificates.count == losses.count else { return nil }
        guard certificates.allSatisfy(\.isProved), certificates.allSatisfy({ $0.scope == first.scope }) else {
            return nil
        }
        let window = first.scope == .window ? place(first).filter { $0 != "$" } : nil
        let (same, other) = (
            zip(losses, certificates).filter { $1.isConvex == first.isConvex }.map(\.0),
            zip(losses, certificates).filter { $1.isConvex != first.isConvex }.map(\.0)
        )
        let agree = title(of: same)
        let isOne = Set(same.map(\.loss.name)).count == 1
        let negation = first.isConvex ? "" : "not "
        let english = "\(agree) \(isOne ? "is" : "are") \(negation)convex"
        let chinese = "\(agree)\(isOne ? "" : "都")\(first.isConvex ? "是凸函数" : "不是凸函数")"
        guard !other.isEmpty else {
            return pick(
                english + (window.map { " on \($0)" } ?? ""), window.map { "在 \($0) 上，\(chinese)" } ?? chinese)
        }
        let differ = names(of: other)
        let isOther = Set(other.map(\.loss.name)).count == 1
        return pick(
            "\(english), \(differ) \(isOther ? "is" : "are")\(first.isConvex ? " not" : "")",
            "\(chinese)，\(differ)\(isOther ? "" : "都")\(first.isConvex ? "不是" : "是")")
    }

    /// The verdict in one line: what, where, and what it rests on.
    func verdict(_ certificate: Certificate) -> String {
        let place = place(certificate)
        switch certificate.verdict {
        case .undecided:
            return pick("convexity undecided on \(place)", "在 \(place) 上凸性未定")
        case .notConvex:
            return pick("not convex on \(place), certified: ", "在 \(place) 上非凸，已证明：") + evidence(certificate)
        case .convex, .strictlyConvex:
            let isStrict = certificate.verdict == .strictlyConvex
            let english = "\(isStrict ? "strictly convex" : "convex") on \(place), "
            let chinese = "在 \(place) 上\(isStrict ? "严格凸" : "凸")，"
            let basis =
                certificate.basis == .structural
                ? pick(
                    "by structure: so is each sample’s loss in $z = \\theta x$",
                    "由结构得证：各样本损失关于 $z = \\theta x$ 亦然")
                : pick("certified tile by tile: ", "已逐段证明：")
                    + "$\(letter(of: certificate))'' \(isStrict ? ">" : "\\ge") 0$"
            return pick(english, chinese) + basis + minimiser(certificate)
        }
    }

    /// What all losses or formulas of a figure that share a verdict are called.
    ///
    /// - Parameter count: of them, at least two.
    func all(_ count: Int) -> String {
        switch count {
        case 2: pick("Both", "两者")
        case 3: pick("All three", "三者")
        default: pick("All", "全部")
        }
    }

    /// The letter of what is proved something of: J of an objective, f of a function of x.
    func letter(of certificate: Certificate) -> String { certificate.variable == .x ? "f" : "J" }

    /// The name of a loss or formula, or an expression in TeX.
    ///
    /// - Parameter place: of the loss or formula among the plan's.
    func name(of certificate: Certificate, at place: Int) -> String {
        switch certificate.subject {
        case .loss(let loss): label(of: loss.loss)
        case .expression(let expression): name(of: expression, at: place)
        }
    }

    /// The same in front of what is said of it.
    ///
    /// - Throws: `Diagnostic` when it cannot be set.
    func subject(_ certificate: Certificate, at place: Int) throws -> RichText {
        leading(try RichText(name(of: certificate, at: place)))
    }

    /// How the verdict is known not to be convex.
    private func evidence(_ certificate: Certificate) -> String {
        let letter = letter(of: certificate)
        guard let witness = certificate.witness else {
            return pick("$\(letter)$ is bounded and not constant", "$\(letter)$ 有界且不是常数")
        }
        let bounds = DecimalLabel.bounds(witness.secondDerivative.lower, witness.secondDerivative.upper, significant: 5)
        let range = "\\in [\(Wording.tex(bounds.lower)), \(Wording.tex(bounds.upper))]$"
        let theta = Wording.number(witness.theta)
        if theta.count <= 8 { return "$\(letter)''(\(Wording.tex(theta))) \(range)" }
        let near = Wording.tex(DecimalLabel.text(witness.theta, significant: 5))
        let point = certificate.variable == .x ? "x_0" : "\\theta_0"
        return "$\(letter)''(\(point)) \(range)" + pick(", ", "，") + "$\(point) \\approx \(near)$"
    }

    private func minimiser(_ certificate: Certificate) -> String {
        guard certificate.hasMinimiser == false else { return "" }
        return pick("; no finite minimiser: the data are separable", "；数据线性可分，没有有限的最小点")
    }

    /// Where the verdict holds, in TeX.
    private func place(_ certificate: Certificate) -> String {
        switch certificate.scope {
        case .real: "$ℝ$"
        case .window:
            "$[\(DecimalLabel.text(certificate.window.lower, significant: 6)), "
                + "\(DecimalLabel.text(certificate.window.upper, significant: 6))]$"
        }
    }

    /// A point of the plane: θ to a two-thousandth of the window, J to four digits.
    func coordinates(_ theta: Double, _ value: Double, in window: ClosedRange<Double>) -> String {
        "(\(place(theta, in: window)), \(DecimalLabel.text(value, significant: 4)))"
    }

    /// θ to a two-thousandth of the window.
    func place(_ theta: Double, in window: ClosedRange<Double>) -> String {
        let width = window.upperBound - window.lowerBound
        var unit = 1.0
        while unit > width / 2000 { unit /= 10 }
        while unit * 10 <= width / 2000 { unit *= 10 }
        // In a wide window a place near zero is still told from zero; what rounding left of one is not.
        if abs(theta) < 10 * unit, abs(theta) > 1e-6 * width { return DecimalLabel.text(theta, significant: 2) }
        let digits = (theta / unit).rounded()
        // Below a thousand a unit is a fraction that only a division by a whole number gives rightly rounded.
        let shown = unit < 1 ? digits / (1 / unit).rounded() : digits * unit
        return DecimalLabel.text(shown == 0 ? 0 : shown, significant: 15)
    }

    /// The extrema in a line without its end.
    func extremaLine(
        _ points: [(theta: Double, value: Double)], areMinima: Bool, in window: ClosedRange<Double>
    ) -> String? {
        if points.isEmpty { return nil }
        let list = points.map { coordinates($0.theta, $0.value, in: window) }
        let (one, several) = areMinima ? ("minimum", "minima") : ("maximum", "maxima")
        let (single, local) = areMinima ? ("最小点", "极小点") : ("最大点", "极大点")
        return pick(
            (list.count == 1 ? "\(one) at " : "\(several) at ") + Wording.list(list, comma: ", ", and: " and "),
            (list.count == 1 ? "\(single)位于 " : "\(local)位于 ") + list.joined(separator: "、"))
    }

    /// Messages are in English, whatever the figure's language.
    func warnings(of certificate: Certificate) -> [Diagnostic] {
        certificate.warnings.map { Diagnostic("\(certificate.name): \($0)") }
    }
}

extension Certificate {
    fileprivate var variable: Expression.Variable {
        guard case .expression(let expression) = subject else { return .theta }
        return expression.variables.first ?? .x
    }

    var isConvex: Bool { verdict == .convex || verdict == .strictlyConvex }

    /// Whether there is a verdict, and it is no mere evidence.
    var isProved: Bool { verdict != .undecided && basis != .sampled }
}
