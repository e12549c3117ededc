import Figures
import Losses
import Typography

/// What figures about distributions of classes say.
extension Wording {
    /// The loss in TeX with K classes, without a left side.
    func classFormula(_ loss: LossSpec) -> String {
        switch loss.name {
        case .mse: "\\frac{1}{K} \\sum_k\\, (y_k - p_k)^2"
        case .brier: "\\sum_k\\, (y_k - p_k)^2"
        case .mae: "\\frac{1}{K} \\sum_k\\, |y_k - p_k|"
        case .kl: "\\sum_k\\, y_k \\ln (y_k/p_k)"
        case .focal: "-\\sum_k\\, y_k (1 - p_k)^{\(Wording.texNumber(loss[parameter: "gamma"]))} \\ln p_k"
        case .labelSmoothing:
            "-\\sum_k\\, [(1 - \\varepsilon) y_k + \\varepsilon/K] \\ln p_k,\\quad \\varepsilon = "
                + Wording.texNumber(loss[parameter: "epsilon"])
        default: "-\\sum_k\\, y_k \\ln p_k"
        }
    }

    /// A triple as TeX.
    static func tex(_ p: ClassDistribution) -> String {
        "(\(p.probabilities.map { texNumber($0) }.joined(separator: ",\\, ")))"
    }

    /// `$p_1$`; classes count from 0.
    static func share(_ index: Int) -> String { "$p_{\(index + 1)}$" }

    private static func shares(_ indices: [Int]) -> String { indices.map(share).joined(separator: ", ") }

    /// What a prediction without a name is called.
    func prediction(_ index: Int) -> String { pick("Prediction \(index + 1)", "预测 \(index + 1)") }

    var truthName: String { pick("truth", "真实标签") }

    func truthNote(_ truth: ClassDistribution) -> String { pick("Truth", "真实标签") + " $y = \(Wording.tex(truth))$" }

    // MARK: Bars

    func barsTitle(of losses: [LossSpec], count: Int) -> String {
        let list = Wording.list(losses.map { label(of: $0) }, comma: pick(", ", "、"), and: pick(" and ", "与"))
        return pick(
            "\(list) of \(count == 1 ? "a prediction" : "\(count) predictions")", Wording.spaced("\(count) 个预测的", list))
    }

    /// What is proved of the predictions under one loss; nil for nothing.
    ///
    /// - Parameter names: of the predictions.
    /// - Throws: `Diagnostic` when it cannot be set.
    func relation(_ values: DistributionValues, loss: Int, names: [String]) throws -> RichText? {
        let both = names.count == 2
        let fact: String
        switch values.relation(loss: loss) {
        case .same(let classes):
            let shares = Wording.shares(classes)
            fact = pick(
                "the same for \(both ? "both" : "all"), as it depends on \(shares) alone",
                "\(both ? "两者" : "全部")相同，因为它只取决于 \(shares)")
        case .least(let index, let gap):
            let bound = DecimalLabel.bounds(gap, gap, significant: 3).lower
            fact = pick(
                "less for \(names[index]), by at least \(bound), proved",
                Wording.spaced(names[index], "更小，至少小") + " \(bound)，已证明")
        case .unknown: return nil
        }
        return said(try RichText(fact), of: RichText(strong: label(of: values.losses[loss].spec)))
    }

    /// The bars' facts in sentences, for readers who cannot see the figure.
    func barsDescription(_ values: DistributionValues, names: [String], truth: ClassDistribution) -> [String] {
        let given = Wording.list(
            zip(names, values.predictions).map { "\($0) \($1)" }, comma: pick(", ", "、"), and: pick(" and ", "、"))
        let opening = pick(
            "Bars compare the losses of \(given) for the truth \(truth).", "条形图：\(given) 在真实标签 \(truth) 之下的损失。")
        let each = values.losses.indices.map { loss in
            let list = names.indices.map { "\(names[$0]) \(values.text(loss: loss, prediction: $0))" }
            return label(of: values.losses[loss].spec) + pick(": ", "：") + list.joined(separator: pick(", ", "，"))
                + pick(".", "。")
        }
        return [opening] + each
    }

    // MARK: The triangle

    func simplexTitle(of loss: LossSpec) -> String {
        pick(
            "\(label(of: loss)) over the probabilities of three classes", Wording.spaced("三类概率上的", label(of: loss)))
    }

    /// Of every loss of distributions, see ``ClassLoss``.
    var convexInPrediction: String { pick("convex in $p$, by structure", "关于 $p$ 为凸，由结构得证") }

    /// What is proved along the line on which a class has one probability.
    func along(_ line: SharedProbability, of loss: ClassLoss) -> String? {
        let place = "$p_{\(line.index + 1)} = \(Wording.texNumber(line.value))$"
        if loss.classesThatCount == [line.index] {
            return pick(
                "the same all along \(place), as it depends on \(Wording.share(line.index)) alone",
                "沿 \(place) 处处相同，因为它只取决于 \(Wording.share(line.index))")
        }
        let rest = (0..<3).filter { $0 != line.index }
        guard loss.isSquaredDistance, loss.truth[rest[0]] == loss.truth[rest[1]] else { return nil }
        let half = Wording.tex(DecimalLabel.text((1 - line.value) / 2, significant: 12))
        let place2 = "$p_{\(rest[0] + 1)} = p_{\(rest[1] + 1)} = \(half)$"
        return pick("along \(place) least where \(place2)", "沿 \(place) 在 \(place2) 处最小")
    }

    /// The triangle's facts in sentences, for readers who cannot see the figure.
    func simplexDescription(
        of loss: ClassLoss, levels: [Double], points: [String]
    ) -> [String] {
        let list = levels.map { DecimalLabel.text($0, significant: 4) }.joined(separator: pick(", ", "、"))
        let opening = pick(
            "\(label(of: loss.spec)) over the triangle of all probabilities of three classes, for the truth \(loss.truth): level lines at \(list).",
            "\(label(of: loss.spec))在三类概率三角形上的取值，真实标签为 \(loss.truth)；等值线：\(list)。")
        let marked = points.joined(separator: pick("; ", "；"))
        return [opening] + (points.isEmpty ? [] : [pick("Marked predictions: \(marked).", "标出的预测：\(marked)。")])
    }
}

/// A class to which all predictions give the same probability.
struct SharedProbability: Equatable {
    /// From 0.
    var index: Int
    var value: Double

    /// Nil for fewer than two predictions, and where none or more than one is shared.
    init?(_ predictions: [ClassDistribution]) {
        guard let first = predictions.first, predictions.count > 1 else { return nil }
        let shared = (0..<first.count).filter { k in predictions.allSatisfy { $0[k] == first[k] } }
        guard shared.count == 1 else { return nil }
        self.init(index: shared[0], value: first[shared[0]])
    }

    init(index: Int, value: Double) {
        self.index = index
        self.value = value
    }
}
