// Formulas in plain characters, as a reader would copy them or hear them read.
extension MathNode {
    static func plainText(of nodes: [MathNode]) -> String {
        // A sign stands close to what it belongs to.
        let classes = MathLayout.classes(of: nodes, after: nil, before: nil)
        var text = ""
        var (followsName, followsComma) = (false, false)
        for (node, atomClass) in zip(nodes, classes) {
            // A function's name is set off from a factor before it, and from its argument, unless that has brackets.
            if followsName, atomClass == .opening { text.removeLast() }
            if case .name = node {
                followsName = true
                if let last = text.last, last.isLetter || last.isNumber { text += " " }
            } else {
                followsName = false
            }
            // A comma is followed by a blank, as in text; one at the end or in braces, as of thousands, is not.
            if followsComma, !node.isBlank { text += " " }
            if case .symbol(",", _) = node { followsComma = atomClass == .punctuation } else { followsComma = false }
            if case .symbol(let scalar, .binary) = node, atomClass != .binary {
                text.unicodeScalars.append(scalar.plainForm)
            } else {
                text += node.plainText
            }
        }
        return text
    }

    var plainText: String {
        switch self {
        case .symbol(let scalar, .relation), .symbol(let scalar, .binary): return " \(scalar.plainForm) "
        case .symbol(let scalar, _): return String(scalar.plainForm)
        case .name(let name): return MathSymbols.spelling(of: name) + " "
        case .text(let text): return text
        case .row(let nodes): return MathNode.plainText(of: nodes)
        case .scripts(let base, let sub, let sup):
            return base.plainText.trimmingBlanks + MathNode.script("_", sub) + MathNode.script("^", sup)
        case .primed(let base, let count): return base.plainText + MathNode.primes(count)
        case .limits(let base, _): return base.plainText
        case .space(let ems): return ems > 0 ? " " : ""
        case .style: return ""
        case .fraction(let fraction):
            let (top, bottom) = (fraction.numerator, fraction.denominator)
            if fraction.isBinomial { return "C(\(top.plainText), \(bottom.plainText))" }
            return top.plainOperand + "/" + bottom.plainOperand
        case .radical(let radicand, let degree):
            switch degree?.plainText {
            case nil: return "√" + radicand.plainOperand
            case "3": return "∛" + radicand.plainOperand
            case "4": return "∜" + radicand.plainOperand
            case let degree?: return radicand.plainOperand + "^(1/\(degree))"
            }
        case .accent(let accent, let base): return base.plainOperand + String(accent.scalar)
        case .stretched(let stretch, let base):
            switch stretch {
            case .overline: return base.plainOperand + "\u{305}"
            case .underline: return base.plainOperand + "\u{332}"
            case .overbrace, .underbrace: return base.plainText
            }
        case .fence(let fence):
            var text = fence.left.map { String($0) } ?? ""
            for (index, part) in fence.parts.enumerated() {
                if index > 0 { text += fence.middles[index - 1].map { " \($0) " } ?? "" }
                text += MathNode.plainText(of: part).trimmingBlanks
            }
            return text + (fence.right.map { String($0) } ?? "")
        case .sized(let scalar, _, _): return String(scalar)
        case .table(let table): return table.plainText
        }
    }

    private var isBlank: Bool {
        switch self {
        case .space, .style: true
        default: false
        }
    }

    /// In parentheses unless it is one thing.
    fileprivate var plainOperand: String {
        let text = plainText.trimmingBlanks
        return text.allSatisfy { $0.isLetter || $0.isNumber } || text.count == 1 ? text : "(\(text))"
    }

    /// One character up to four.
    private static func primes(_ count: Int) -> String {
        (1...4).contains(count) ? ["′", "″", "‴", "⁗"][count - 1] : String(repeating: "′", count: count)
    }

    private static func script(_ mark: String, _ node: MathNode?) -> String {
        guard let node else { return "" }
        let text = node.plainText
        return text.count == 1 ? mark + text : mark + "(" + text.trimmingBlanks + ")"
    }
}

extension MathTable {
    fileprivate var plainText: String {
        let text = rows.map { row in
            row.map { MathNode.plainText(of: $0).trimmingBlanks }
                .joined(separator: environment == .aligned ? " " : ", ")
        }.joined(separator: "; ")
        func string(_ delimiter: Unicode.Scalar?) -> String { delimiter.map { String($0) } ?? "" }
        return string(delimiters.left) + text + string(delimiters.right)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
