/// Mathematics as parsed: what it is, not yet where it stands.
indirect enum MathNode: Hashable, Sendable {
    /// One character of the mathematics font, already in the form in which it is drawn (a variable is in italics).
    case symbol(Unicode.Scalar, AtomClass)
    /// A function's name, set upright: ln, max.
    case name(String)
    /// Words, set in the text face.
    case text(String)
    case row([MathNode])
    case scripts(base: MathNode, subscript: MathNode?, superscript: MathNode?)
    /// Primes behind a base: a glyph that the font has already raised.
    case primed(base: MathNode, count: Int)
    /// Empty space, in ems.
    case space(Double)

    /// TeX's classes of atoms, which decide the space between neighbours (The TeXbook, chapter 18).
    enum AtomClass: Int, Sendable {
        case ordinary, largeOperator, binary, relation, opening, closing, punctuation
    }

    var atomClass: AtomClass? {
        switch self {
        case .symbol(_, let atomClass): atomClass
        case .name: .largeOperator
        case .text, .row: .ordinary
        case .scripts(let base, _, _), .primed(let base, _): base.atomClass
        case .space: nil
        }
    }

    var plainText: String {
        switch self {
        case .symbol(let scalar, .relation): " \(scalar.plainForm) "
        case .symbol(let scalar, .binary): " \(scalar.plainForm) "
        case .symbol(let scalar, _): String(scalar.plainForm)
        case .name(let name): name + " "
        case .text(let text): text
        case .row(let nodes): nodes.map(\.plainText).joined()
        case .scripts(let base, let sub, let sup):
            base.plainText.trimmingBlanks + MathNode.script("_", sub) + MathNode.script("^", sup)
        case .primed(let base, let count): base.plainText + String(repeating: "′", count: count)
        case .space: " "
        }
    }

    private static func script(_ mark: String, _ node: MathNode?) -> String {
        guard let node else { return "" }
        let text = node.plainText
        return text.count == 1 ? mark + text : mark + "(" + text + ")"
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

extension Unicode.Scalar {
    /// The italic form of a Latin or Greek letter in the mathematical alphanumerics; other characters as they are.
    var mathItalic: Unicode.Scalar {
        let code: UInt32 =
            switch value {
            case 0x68: 0x210E  // h: Planck's constant holds its place.
            case 0x41...0x5A: 0x1D434 + value - 0x41
            case 0x61...0x7A: 0x1D44E + value - 0x61
            case 0x3B1...0x3C9: 0x1D6FC + value - 0x3B1
            case 0x3D1: 0x1D717  // ϑ
            case 0x3D5: 0x1D719  // ϕ
            case 0x3F5: 0x1D716  // ϵ
            default: value
            }
        return Unicode.Scalar(code) ?? self
    }

    /// The plain letter behind a mathematical italic.
    var plainForm: Unicode.Scalar {
        let code: UInt32 =
            switch value {
            case 0x210E: 0x68
            case 0x1D434...0x1D44D: value - 0x1D434 + 0x41
            case 0x1D44E...0x1D467: value - 0x1D44E + 0x61
            case 0x1D6FC...0x1D714: value - 0x1D6FC + 0x3B1
            case 0x1D717: 0x3D1
            case 0x1D719: 0x3D5
            case 0x1D716: 0x3F5
            default: value
            }
        return Unicode.Scalar(code) ?? self
    }
}
