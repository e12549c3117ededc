import Certificates
import Figures
import Losses

/// What contour figures say.
extension Wording {
    /// J(w, b) of the loss in TeX: the formula of one weight with a bias in it.
    func formulaOfTwo(_ loss: LinkedLoss) -> String {
        formula(of: [loss]).replacing("J(\\theta)", with: "J(w, b)").replacing("(\\theta x_i)", with: "(w x_i + b)")
            .replacing("\\theta x_i", with: "(w x_i + b)")
    }

    /// The claim that a figure's title makes, when the verdict is proved on all of ℝ².
    func claim(_ certificate: PlaneCertificate, of loss: LinkedLoss) -> String? {
        guard certificate.scope == .plane, certificate.basis != .sampled else { return nil }
        let name = title(of: [loss])
        switch certificate.verdict {
        case .convex, .strictlyConvex: return pick("\(name) is convex in (w, b)", "\(name)关于 (w, b) 是凸函数")
        case .notConvex: return pick("\(name) is not convex in (w, b)", "\(name)关于 (w, b) 不是凸函数")
        case .undecided: return nil
        }
    }

    /// In the region where the Hessian is not positive semidefinite.
    var notConvexHere: String { pick("not convex here", "此处非凸") }

    /// Of the region, for readers who cannot see it.
    func marksRegion(hatched: Bool) -> String {
        pick(
            "\(hatched ? "Hatching" : "A wash") marks where J is not convex: its Hessian has a negative eigenvalue there.",
            "\(hatched ? "斜线" : "浅色")标出的区域内 J 非凸：Hessian 矩阵有负特征值。")
    }

    /// What is proved, in one line with mathematics in TeX.
    ///
    /// - Parameter hatched: whether hatching shows where it is not convex.
    func verdict(_ certificate: PlaneCertificate, hatched: Bool = false) -> String {
        let isWhole = certificate.scope == .plane
        let place = isWhole ? pick(" on $ℝ^2$", "在 $ℝ^2$ 上") : pick(" in this window", "在此窗口内")
        func says(_ english: String, _ chinese: String, _ basis: String) -> String {
            let region =
                certificate.verdict == .notConvex && hatched
                ? pick(" (hatched where it curves down)", "（斜线处向下弯）") : ""
            return pick("\(english)\(place)\(region), \(basis)", "\(place)\(chinese)\(region)，\(basis)")
        }
        let structural = pick("by structure", "由结构得证")
        let certified = pick("certified", "已证明")
        let basis = certificate.basis == .structural ? structural : certified
        switch certificate.verdict {
        case .convex: return says("convex", "为凸", basis)
        case .strictlyConvex: return says("strictly convex", "严格凸", basis)
        case .notConvex:
            guard let witness = certificate.witness else { return says("not convex", "非凸", basis) }
            let (low, high) = (witness.determinant.lower, witness.determinant.upper)
            let point = "(\(Wording.texNumber(witness.w)), \(Wording.texNumber(witness.b)))"
            let bounds = [Wording.outward(low, up: false), Wording.outward(high, up: true)].map(Wording.tex)
            let determinant = "$\\det H\(point) \\in [\(bounds[0]), \(bounds[1])]$"
            return says("not convex", "非凸", basis + pick(": ", "：") + determinant)
        case .undecided: return pick("convexity undecided", "凸性未定")
        }
    }

    private static let mostMinima = 3

    /// Whether ``minima(_:)`` leaves none out.
    func namesAllMinima(_ certificate: PlaneCertificate) -> Bool {
        certificate.hasMinimiser != false && certificate.minima.count <= Wording.mostMinima
    }

    /// Each proved minimum, at most three of them, and what is known where there is none; mathematics in TeX.
    func minima(_ certificate: PlaneCertificate) -> [String] {
        func number(_ value: Double) -> String { Wording.tex(DecimalLabel.text(value, significant: 4)) }
        if certificate.hasMinimiser == false {
            return [pick("no minimum is attained: a threshold separates the classes", "没有最小值点：阈值可分开两类")]
        }
        let isGlobal = certificate.verdict == .strictlyConvex || certificate.verdict == .convex
        return certificate.minima.sorted { $0.value.lower < $1.value.lower }.prefix(Wording.mostMinima).map { minimum in
            let (w, b) = (number(minimum.w.middle), number(minimum.b.middle))
            let value = number(minimum.value.shown)
            let (height, place) = ("$J \\approx \(value)$", "$(\(w), \(b))$")
            return pick(
                "\(isGlobal ? "" : "local ")minimum \(height) at \(place), proved",
                "\(isGlobal ? "最小值" : "局部极小值") \(height)，位于 \(place)，已证明")
        }
    }

    /// Four significant digits, rounded away from what an enclosure holds.
    private static func outward(_ value: Double, up: Bool) -> String {
        if value == 0 { return "0" }
        var step = 1.0
        while step * 1000 > abs(value) { step /= 10 }
        while step * 10_000 <= abs(value) { step *= 10 }
        let digits = (value / step).rounded(up ? .up : .down)
        return DecimalLabel.text(digits * step, significant: 4)
    }

    /// The lines' facts in a sentence, for readers who cannot see the figure.
    func contourDescription(
        of name: String, plan: ContourPlan, variables: (String, String), levels: [Double], values: ClosedRange<Double>?
    ) -> String {
        func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 4) }
        func range(_ range: ClosedRange<Double>) -> (String, String) {
            (number(range.lowerBound), number(range.upperBound))
        }
        let (x, y) = (range(plan.x), range(plan.y))
        let digits = DecimalLabel.digits(tellingApart: levels, least: 4)
        let list = levels.map { DecimalLabel.text($0, significant: digits) }
        let heights = values.map { values in
            let (low, high) = range(values)
            // A grid's values are all known, others where they were looked at.
            let isExact = plan.grid != nil
            return pick(
                " Its values there are \(isExact ? "" : "about ")\(low) to \(high).",
                "其值\(isExact ? "" : "约")在 \(low) 到 \(high) 之间。")
        }
        return pick(
            "\(name): contours for \(variables.0) from \(x.0) to \(x.1) and \(variables.1) from \(y.0) to \(y.1), at "
                + "the levels \(list.joined(separator: ", ")).",
            "\(name)：\(variables.0) 从 \(x.0) 到 \(x.1)、\(variables.1) 从 \(y.0) 到 \(y.1) 的等高线，取值 "
                + "\(list.joined(separator: "、"))。") + (heights ?? "")
    }

    /// That lines, and the bands between them, are not drawn all over the window.
    func untracedNote(isPainted: Bool) -> String {
        isPainted
            ? pick("left blank where its lines are too intricate to be traced", "等高线过于复杂而无法绘出之处留白")
            : pick("lines are left out where they are too intricate to be traced", "等高线过于复杂之处未绘出")
    }

    /// What was read and what is drawn between its points.
    func gridNote(_ grid: GridReference) -> String {
        let name = grid.path == "-" ? pick("standard input", "标准输入") : grid.path
        return pick(
            "\(name): grid \(grid.columns)×\(grid.rows), bilinear between its points",
            "\(name)：网格 \(grid.columns)×\(grid.rows)，点间双线性插值")
    }

    /// The surface's facts in a sentence: how far its heights reach, and from where it is seen.
    func surfaceDescription(of name: String, space: SpacePlan, values: [Double]) -> String {
        func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 4) }
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return "" }
        let (from, to) = (number(low), number(high))
        let cut = pick(
            ", cut at \(number(space.z.lowerBound)) and \(number(space.z.upperBound))",
            "，显示范围 \(number(space.z.lowerBound)) 到 \(number(space.z.upperBound))")
        let isCut = low < space.z.lowerBound || high > space.z.upperBound
        let view = pick(
            "seen from an azimuth of \(number(space.azimuth))° and an elevation of \(number(space.elevation))°",
            "视角：方位角 \(number(space.azimuth))°，仰角 \(number(space.elevation))°")
        return pick(
            "\(name): a surface with values from \(from) to \(to)\(isCut ? cut : ""), \(view).",
            "\(name)：曲面，取值从 \(from) 到 \(to)\(isCut ? cut : "")；\(view)。")
    }
}
