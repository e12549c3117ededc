import Figures
import Losses

/// What losses are called.
extension Wording {
    /// The name at a curve, with its parameters: `Focal loss (γ = 2)`.
    func label(of loss: LossSpec) -> String {
        let name =
            switch loss.name {
            case .mse: pick("MSE", "均方误差")
            case .ce: pick("Cross-entropy", "交叉熵")
            case .mae: pick("MAE", "平均绝对误差")
            case .huber: pick("Huber", "Huber 损失")
            case .logcosh: pick("Log-cosh", "对数双曲余弦损失")
            case .quantile: pick("Quantile", "分位数损失")
            case .hinge: pick("Hinge", "合页损失")
            case .squaredHinge: pick("Squared hinge", "平方合页损失")
            case .exponential: pick("Exponential", "指数损失")
            case .focal: pick("Focal", "焦点损失")
            case .brier: pick("Brier score", "Brier 分数")
            case .zeroOne: pick("0-1 loss", "0-1 损失")
            case .kl: pick("KL divergence", "KL 散度")
            case .gaussianNLL: pick("Gaussian NLL", "高斯负对数似然")
            case .labelSmoothing: pick("Label smoothing", "标签平滑交叉熵")
            }
        return name + parameters(of: loss)
    }

    private func parameters(of loss: LossSpec) -> String {
        if loss.parameters.isEmpty { return "" }
        let list = loss.parameters.map { "\(Wording.greek($0.name)) = \(Wording.number($0.value))" }
        return pick(" (", "（") + list.joined(separator: pick(", ", "，")) + pick(")", "）")
    }

    private static func greek(_ parameter: String) -> String {
        ["alpha": "α", "gamma": "γ", "delta": "δ", "epsilon": "ε", "sigma": "σ"][parameter] ?? parameter
    }

    static func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 15) }

    /// The same in TeX.
    static func texNumber(_ value: Double) -> String { tex(number(value)) }

    /// A number's label in TeX: its power of ten as a superscript.
    static func tex(_ label: String) -> String {
        let (rest, power) = SmallDigits.split(label)
        return power.isEmpty ? label : "\(rest)^{\(power)}"
    }

    /// In the middle of an English sentence.
    private static func english(_ loss: LossSpec) -> String {
        switch loss.name {
        case .mse: "mean squared error"
        case .ce: "cross-entropy"
        case .mae: "mean absolute error"
        case .huber: "Huber loss"
        case .logcosh: "log-cosh loss"
        case .quantile: "quantile loss"
        case .hinge: "hinge loss"
        case .squaredHinge: "squared hinge loss"
        case .exponential: "exponential loss"
        case .focal: "focal loss"
        case .brier: "Brier score"
        case .zeroOne: "0-1 loss"
        case .kl: "Kullback–Leibler divergence"
        case .gaussianNLL: "Gaussian negative log-likelihood"
        case .labelSmoothing: "label-smoothed cross-entropy"
        }
    }

    /// The losses, and what they are applied to: once where that is the same for all.
    func title(of losses: [LinkedLoss]) -> String {
        let sameLink = losses.allSatisfy { $0.link == losses.first?.link }
        // The parameters tell two curves of one loss apart; their labels say them.
        var names: [(english: String, chinese: String, link: Link)] = []
        for loss in losses {
            let chinese = Wording(language: .chinese).label(of: loss.loss).prefix { $0 != "（" }
            let name = (english: Wording.english(loss.loss), chinese: String(chinese), link: loss.link)
            if !names.contains(where: { $0 == name }) { names.append(name) }
        }
        let parts = names.enumerated().map { index, name in
            let isLast = index == names.count - 1
            let says = isLast || !sameLink
            return (
                english: name.english + (says ? " of a \(Wording.model(name.link).english)" : ""),
                chinese: name.chinese + (says ? "（\(Wording.model(name.link).chinese)）" : "")
            )
        }
        let english = Wording.list(parts.map(\.english), comma: ", ", and: " and ")
        return pick(
            english.prefix(1).uppercased() + english.dropFirst(),
            Wording.list(parts.map(\.chinese), comma: "、", and: "与"))
    }

    /// The losses alone, in the middle of a sentence.
    func names(of losses: [LinkedLoss]) -> String {
        var names: [String] = []
        for loss in losses {
            let chinese = String(Wording(language: .chinese).label(of: loss.loss).prefix { $0 != "（" })
            let name = pick(Wording.english(loss.loss), chinese)
            if !names.contains(name) { names.append(name) }
        }
        return Wording.list(names, comma: pick(", ", "、"), and: pick(" and ", "与"))
    }

    private static func model(_ link: Link) -> (english: String, chinese: String) {
        switch link {
        case .sigmoid: ("sigmoid", "sigmoid 输出")
        case .softmax: ("two-class softmax", "两类 softmax 输出")
        case .identity: ("linear model", "线性输出")
        case .tanh: ("tanh", "tanh 输出")
        }
    }

    static func list(_ items: [String], comma: String, and: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: comma) + and + last
    }
}
