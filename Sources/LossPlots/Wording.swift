import Diagnostics
import Expressions
import Figures
import Losses
import Typography

/// What figures say, in each language.
struct Wording: Sendable {
    var language: Presentation.Language
    /// What formulas are called, by their places among the plan's losses and formulas: text with mathematics in $…$.
    var formulaNames: [Int: String] = [:]

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
        case .none: break
        case .outlier:
            return pick("Built-in data “\(name)”, \(samples(count))", "内置数据“\(name)”，\(samples(count))")
        case .inline(_, let table), .external(_, _, let table):
            if !table.x.isEmpty || !table.y.isEmpty {
                source += pick(" (x = \(table.x), y = \(table.y))", "（x = \(table.x)，y = \(table.y)）")
            }
        }
        return pick("Data: \(source), \(samples(count))", "数据：\(source)，\(samples(count))")
    }

    /// The name at a curve.
    ///
    /// - Parameter place: of the subject among the plan's.
    func label(of subject: CurveSubject, at place: Int) -> RichText {
        switch subject {
        case .loss(let loss): RichText(verbatim: label(of: loss.loss))
        case .formula(let expression):
            (try? RichText(name(of: expression, at: place))) ?? RichText(verbatim: expression.source)
        }
    }

    /// A name in front of what is said of it: in the heavier weight, mathematics as it is.
    func leading(_ name: RichText) -> RichText {
        name.source.contains("$") ? name : RichText(strong: name.plainText)
    }

    /// Something that is said of names, behind them and a colon.
    func said(_ fact: RichText, of names: RichText) -> RichText {
        names + RichText(verbatim: pick(": ", "：")) + fact
    }

    /// The name that a formula was given, or its expression in TeX.
    func name(of expression: Expression, at place: Int) -> String { formulaNames[place] ?? "$\(expression.tex)$" }

    /// Of curves that their neighbours flatten, in one note.
    ///
    /// - Parameter share: of the axis in percent: "3%", "less than 0.01%".
    func flatNotes(_ curves: [(name: String, share: String)]) -> [String] {
        // Those of one share together: it is said once.
        var shares: [String] = []
        for curve in curves where !shares.contains(curve.share) { shares.append(curve.share) }
        let groups = shares.map { share in
            let names = curves.filter { $0.share == share }.map(\.name)
            return (
                name: Wording.list(names, comma: pick(", ", "、"), and: pick(" and ", "与")), share: share,
                isOne: names.count == 1
            )
        }
        guard let first = groups.first else { return [] }
        let rest = groups.dropFirst()
        return [
            pick(
                "\(first.name) \(first.isOne ? "spans" : "span") only \(first.share)"
                    + rest.map { ", \($0.name) \($0.share)" }.joined()
                    + " of this axis: --panels gives each its own",
                Wording.spaced(first.name, "只占这条纵轴的") + " \(first.share)"
                    + rest.map { "，" + Wording.spaced($0.name, "占") + " \($0.share)" }.joined()
                    + "：用 --panels 各用一轴")
        ]
    }

    /// Chinese words with others around them: a space stands between Chinese and what is not, and none between Chinese.
    static func spaced(_ parts: String...) -> String {
        parts.reduce(into: "") { text, part in
            if let last = text.last, let first = part.first, last.isIdeograph != first.isIdeograph { text.append(" ") }
            text += part
        }
    }
}

extension Character {
    /// Of Chinese, its punctuation and full-width forms included.
    fileprivate var isIdeograph: Bool {
        unicodeScalars.first.map { (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) }
            ?? false
    }
}

extension Wording {
    /// The words of a plan.
    ///
    /// - Throws: `Diagnostic` when the name of a formula cannot be set.
    init(of plan: Plan) throws {
        self.init(language: plan.presentation.language)
        for (index, formula) in plan.formulas.enumerated() {
            guard let name = formula.name else { continue }
            _ = try LabelText.parsed(name, "name of '\(formula.expression)'", about: Setting(.formulas, index))
            formulaNames[plan.losses.count + index] = name
        }
    }
}
