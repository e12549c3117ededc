// The space between atoms. Source: The TeXbook, chapter 18 and Appendix G, rules 5 and 6.
extension MathLayout {
    /// The classes of a row's nodes: an operator with nothing to join on one of its sides is a sign.
    static func classes(
        of nodes: [MathNode], after before: MathNode.AtomClass?, before after: MathNode.AtomClass?
    ) -> [MathNode.AtomClass?] {
        var classes = nodes.map(\.atomClass)
        var previous = before
        var last: Int?
        for index in classes.indices {
            guard var atomClass = classes[index] else { continue }
            if atomClass == .binary, !(previous?.takesBinary ?? false) { atomClass = .ordinary }
            if previous == .binary, let last, atomClass.endsBinary { classes[last] = .ordinary }
            classes[index] = atomClass
            previous = atomClass
            last = index
        }
        if previous == .binary, let last, after?.endsBinary ?? true { classes[last] = .ordinary }
        return classes
    }

    /// TeX's table, rows by the left atom in the order of ``MathNode/AtomClass``: 1, 2 and 3 are a thin, medium and thick
    /// space, of which those from 4 on, that is 5, 6 and 7, vanish in scripts. Pairs that cannot occur have 0.
    private static let spaces: [[UInt8]] = [
        // ord, op, bin, rel, open, close, punct, inner
        [0, 1, 6, 7, 0, 0, 0, 5],
        [1, 1, 0, 7, 0, 0, 0, 5],
        [6, 6, 0, 0, 6, 0, 0, 6],
        [7, 7, 0, 0, 7, 0, 0, 7],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 6, 7, 0, 0, 0, 5],
        [5, 5, 0, 5, 5, 5, 5, 5],
        [5, 1, 6, 7, 5, 0, 5, 5],
    ]

    /// The space between two atoms in ems.
    static func space(
        between left: MathNode.AtomClass, and right: MathNode.AtomClass, inScript: Bool
    ) -> Double {
        let entry = spaces[left.rawValue][right.rawValue]
        if inScript, entry > 4 { return 0 }
        switch entry & 3 {
        case 1: return 3.0 / 18
        case 2: return 4.0 / 18
        case 3: return 5.0 / 18
        default: return 0
        }
    }
}

extension MathNode.AtomClass {
    /// Whether an operator after this atom has something on its left to work on.
    fileprivate var takesBinary: Bool {
        switch self {
        case .ordinary, .closing, .inner: true
        case .largeOperator, .binary, .relation, .opening, .punctuation: false
        }
    }

    /// Whether an operator before this atom has nothing on its right to work on.
    fileprivate var endsBinary: Bool { self == .relation || self == .closing || self == .punctuation }
}
