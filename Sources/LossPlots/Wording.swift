import Figures
import Losses

/// What figures say, in each language.
struct Wording: Sendable {
    var language: Plan.Language

    private func pick(_ english: String, _ chinese: String) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// The name at a curve.
    func label(of loss: LossName) -> String {
        switch loss {
        case .mse: pick("MSE", "均方误差")
        case .ce: pick("Cross-entropy", "交叉熵")
        }
    }

    func title(of losses: [LossName], link: Link) -> String {
        let english = losses.map { loss in
            switch loss {
            case .mse: "mean squared error"
            case .ce: "cross-entropy"
            }
        }.joined(separator: " and ")
        let chinese = losses.map { Wording(language: .chinese).label(of: $0) }.joined(separator: "与")
        let sentence = english.prefix(1).uppercased() + english.dropFirst()
        switch link {
        case .sigmoid: return pick("\(sentence) of a sigmoid", "\(chinese)（sigmoid 输出）")
        case .identity: return pick("\(sentence) of a linear model", "\(chinese)（线性输出）")
        }
    }

    /// TeX, the same in both languages but for the names.
    func formula(of losses: [LossName], link: Link) -> String {
        if losses.count == 1, let loss = losses.first { return "$J(\\theta) = \(Wording.mean(loss, link))$" }
        return losses.map { "\(label(of: $0)) $= \(Wording.mean($0, link))$" }.joined(separator: pick(",  ", "，"))
    }

    private static func mean(_ loss: LossName, _ link: Link) -> String {
        switch (loss, link) {
        case (.mse, .sigmoid): "N^{-1} \\sum_i\\, (y_i - \\sigma(\\theta x_i))^2"
        case (.mse, .identity): "N^{-1} \\sum_i\\, (y_i - \\theta x_i)^2"
        case (.ce, _):
            "-N^{-1} \\sum_i\\, [y_i \\ln \\sigma(\\theta x_i) + (1 - y_i) \\ln (1 - \\sigma(\\theta x_i))]"
        }
    }

    func samples(_ count: Int) -> String {
        let number = Wording.grouped(count)
        return pick(count == 1 ? "1 sample" : "\(number) samples", "\(number) 个样本")
    }

    /// Thousands set apart by commas.
    static func grouped(_ count: Int) -> String {
        let digits = String(count)
        return String(digits.enumerated().flatMap { index, digit in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
        })
    }

    func dataNote(_ reference: DataReference, name: String, count: Int) -> String {
        var source = name
        switch reference {
        case .outlier: break
        case .inline(_, let table), .external(_, _, let table):
            if !table.x.isEmpty || !table.y.isEmpty {
                source += pick(" (x = \(table.x), y = \(table.y))", "（x = \(table.x)，y = \(table.y)）")
            }
        }
        return pick("Data: \(source), \(samples(count))", "数据：\(source)，\(samples(count))")
    }

    /// Of a curve that its neighbours flatten.
    func flatNote(_ loss: LossName, percent: String) -> String {
        pick(
            "\(label(of: loss)) spans only \(percent)% of this axis: --panels gives each loss its own.",
            "\(label(of: loss))只占这条纵轴的 \(percent)%：用 --panels 让每个损失各用一轴。")
    }

    /// A curve's facts in a sentence, for readers who cannot see the figure.
    func description(
        of loss: LossName, order: Int, lowest: (theta: Double, value: Double), highest: Double,
        theta: ClosedRange<Double>
    ) -> String {
        let name = label(of: loss)
        func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 4) }
        let (a, b) = (number(theta.lowerBound), number(theta.upperBound))
        let quantity = ["J", "J′", "J″"][order]
        return pick(
            "\(name): \(quantity)(θ) for θ from \(a) to \(b); lowest drawn value \(number(lowest.value)) at θ = "
                + "\(number(lowest.theta)), highest \(number(highest)).",
            "\(name)：θ 从 \(a) 到 \(b) 的 \(quantity)(θ)；图中最低值 \(number(lowest.value))，在 θ = "
                + "\(number(lowest.theta))，最高值 \(number(highest))。")
    }
}
