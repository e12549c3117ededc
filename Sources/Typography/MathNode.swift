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
    /// An operator that was told where its scripts go.
    case limits(MathNode, Limits)
    /// Empty space, in ems.
    case space(Double)
    /// The style of what follows, to the end of the group.
    case style(MathStyle.Size)
    case fraction(Fraction)
    case radical(MathNode, degree: MathNode?)
    case accent(Accent, MathNode)
    case stretched(Stretch, MathNode)
    /// What stands between delimiters as tall as it is.
    case fence(Fence)
    /// A delimiter of one of four sizes.
    case sized(Unicode.Scalar, AtomClass, step: Int)
    case table(MathTable)

    /// TeX's classes of atoms, which decide the space between neighbours (The TeXbook, chapter 18).
    enum AtomClass: Int, Sendable {
        case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
    }

    /// Where an operator's scripts go: under and over it in a display, always, or never.
    enum Limits: Sendable {
        case inDisplay, always, never
    }

    struct Fraction: Hashable, Sendable {
        var numerator: MathNode
        var denominator: MathNode
        /// A binomial coefficient has no bar, but parentheses.
        var isBinomial = false
        /// Of the fraction; nil for that of its surroundings.
        var style: MathStyle.Size?
    }

    struct Accent: Hashable, Sendable {
        /// A combining character.
        var scalar: Unicode.Scalar
        /// Whether it grows with what is under it.
        var isWide = false
    }

    /// What runs along a whole formula.
    enum Stretch: Sendable {
        case overline, underline, overbrace, underbrace
    }

    /// `parts` has one formula more than `middles` has delimiters; nil is a delimiter that is not drawn.
    struct Fence: Hashable, Sendable {
        var left: Unicode.Scalar?
        var parts: [[MathNode]]
        var middles: [Unicode.Scalar?] = []
        var right: Unicode.Scalar?
    }

    /// Nil for what is no atom.
    var atomClass: AtomClass? {
        switch self {
        case .symbol(_, let atomClass), .sized(_, let atomClass, _): atomClass
        case .name: .largeOperator
        // A fraction too: LaTeX has it in braces.
        case .text, .row, .radical, .accent, .fraction: .ordinary
        case .scripts(let base, _, _), .primed(let base, _), .limits(let base, _): base.atomClass
        case .stretched(let stretch, _): stretch.isBrace ? .largeOperator : .ordinary
        case .fence: .inner
        case .table(let table): table.isFenced ? .inner : .ordinary
        case .space, .style: nil
        }
    }

    /// The one symbol that this is, through braces and accents.
    var character: Unicode.Scalar? {
        switch self {
        case .symbol(let scalar, _): scalar
        case .row(let nodes): nodes.count == 1 ? nodes[0].character : nil
        case .accent(_, let base), .limits(let base, _), .primed(let base, _): base.character
        default: nil
        }
    }
}

extension MathNode.Stretch {
    var isBrace: Bool { self == .overbrace || self == .underbrace }
    var isOver: Bool { self == .overline || self == .overbrace }
}

/// A matrix or a distinction of cases.
struct MathTable: Hashable, Sendable {
    var environment: Environment
    /// Rows of cells, not all equally long.
    var rows: [[[MathNode]]]

    enum Environment: String, CaseIterable, Sendable {
        case matrix, pmatrix, bmatrix, vmatrix, cases, aligned
        case braceMatrix = "Bmatrix"
        case doubleBarMatrix = "Vmatrix"
    }

    var isFenced: Bool { delimiters != (nil, nil) }

    var delimiters: (left: Unicode.Scalar?, right: Unicode.Scalar?) {
        switch environment {
        case .matrix, .aligned: (nil, nil)
        case .pmatrix: ("(", ")")
        case .bmatrix: ("[", "]")
        case .braceMatrix: ("{", "}")
        case .vmatrix: ("|", "|")
        case .doubleBarMatrix: ("‖", "‖")
        case .cases: ("{", nil)
        }
    }
}
