import Losses

/// Losses as formulas, in the TeX subset that labels are set in.
extension Wording {
    /// TeX, the same in both languages but for the words.
    func formula(of losses: [LinkedLoss]) -> String {
        if losses.count == 1, let loss = losses.first { return "$J(\\theta) = \(mean(loss))$" }
        return losses.map { "\(label(of: $0.loss)) $= \(mean($0, isNamed: true))$" }.joined(separator: pick(";  ", "；"))
    }

    /// - Parameter isNamed: whether the loss' name with its parameters stands before it.
    private func mean(_ linked: LinkedLoss, isNamed: Bool = false) -> String {
        let loss = linked.loss
        func value(_ parameter: String) -> String { Wording.texNumber(loss[parameter: parameter]) }
        let prediction = Wording.prediction(linked.link)
        let residual = "y_i - \(prediction)"
        let whereSigns = ",\\quad t_i = 2y_i - 1"
        let sum = "\\frac{1}{N} \\sum_i\\, "
        switch loss.name {
        case .mse, .brier: return sum + "(\(residual))^2"
        case .ce:
            return
                "-\\frac{1}{N} \\sum_i\\, [y_i \\ln \(prediction) + (1 - y_i) \\ln (1 - \(prediction))]"
        case .mae: return sum + "|\(residual)|"
        case .huber:
            let delta = value("delta")
            let words = (pick("for", "当"), pick("else", "否则"))
            return sum + "h(\(residual)),\\quad h(r) = \\tfrac12 r^2\\text{ \(words.0) }|r| \\le \(delta),"
                + "\\text{ \(words.1) }\(delta)\\,(|r| - \(delta)/2)"
        case .logcosh: return sum + "\\ln \\mathrm{cosh}(\(residual))"
        case .quantile:
            return sum
                + "\\max(\\alpha r_i, (\\alpha - 1) r_i),\\quad r_i = \(residual),\\quad \\alpha = \(value("alpha"))"
        case .hinge: return sum + "\\max(0, 1 - t_i \\theta x_i)\(whereSigns)"
        case .squaredHinge: return sum + "\\max(0, 1 - t_i \\theta x_i)^2\(whereSigns)"
        case .exponential: return sum + "\\exp(-t_i \\theta x_i)\(whereSigns)"
        case .focal:
            let gamma = value("gamma")
            return
                "-\\frac{1}{N} \\sum_i\\, [y_i (1 - p_i)^{\(gamma)} \\ln p_i + (1 - y_i) p_i^{\(gamma)} \\ln (1 - p_i)],"
                + "\\quad p_i = \(prediction)"
        case .zeroOne: return sum + "|y_i - [\\theta x_i > 0]|"
        case .kl:
            return sum + "[y_i \\ln (y_i/p_i) + (1 - y_i) \\ln ((1 - y_i)/(1 - p_i))],\\quad p_i = \(prediction)"
        case .gaussianNLL:
            return sum
                + "\\left[\\frac{(\(residual))^2}{2\\sigma^2} + \\ln \\sigma + \\frac{\\ln 2\\pi}{2}\\right]"
                + (isNamed ? "" : ",\\quad \\sigma = \(value("sigma"))")
        case .labelSmoothing:
            return
                "-\\frac{1}{N} \\sum_i\\, [u_i \\ln \(prediction) + (1 - u_i) \\ln (1 - \(prediction))],"
                + "\\quad u_i = (1 - \\varepsilon) y_i + \\varepsilon/2,\\quad \\varepsilon = \(value("epsilon"))"
        }
    }

    private static func prediction(_ link: Link) -> String {
        switch link {
        case .sigmoid: "\\sigma(\\theta x_i)"
        case .softmax: "\\operatorname{softmax}(0, \\theta x_i)_2"
        case .identity: "\\theta x_i"
        case .tanh: "\\tanh(\\theta x_i)"
        }
    }
}
