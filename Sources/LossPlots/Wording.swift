import Figures
import Losses

/// What figures say, in each language.
struct Wording: Sendable {
    var language: Plan.Language

    func pick(_ english: String, _ chinese: String) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    func samples(_ count: Int) -> String {
        let number = Wording.grouped(count)
        return pick(count == 1 ? "1 sample" : "\(number) samples", "\(number) 个样本")
    }

    /// Thousands set apart by commas.
    static func grouped(_ count: Int) -> String {
        let digits = String(count)
        return String(
            digits.enumerated().flatMap { index, digit in
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
    func flatNote(_ loss: LossSpec, percent: String) -> String {
        pick(
            "\(label(of: loss)) spans only \(percent)% of this axis: --panels gives each loss its own.",
            "\(label(of: loss))只占这条纵轴的 \(percent)%：用 --panels 让每个损失各用一轴。")
    }

    /// A curve's facts in a sentence, for readers who cannot see the figure.
    func description(
        of loss: LossSpec, order: Int, lowest: (theta: Double, value: Double), highest: Double,
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
