/// The commands of the TeX subset that stand for one character.
enum MathSymbols {
    static let commands: [String: (scalar: Unicode.Scalar, atomClass: MathNode.AtomClass)] = {
        var table: [String: (scalar: Unicode.Scalar, atomClass: MathNode.AtomClass)] = [:]
        func add(_ atomClass: MathNode.AtomClass, italic: Bool = false, _ entries: [(String, Unicode.Scalar)]) {
            for (name, scalar) in entries { table[name] = (italic ? scalar.mathItalic : scalar, atomClass) }
        }
        add(
            .ordinary, italic: true,
            [
                ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"), ("varepsilon", "ε"),
                ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"),
                ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"),
                ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"), ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"),
                ("omega", "ω"),
            ])
        add(
            .ordinary,
            [
                ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
                ("Sigma", "Σ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"), ("infty", "∞"), ("partial", "∂"),
                ("nabla", "∇"), ("ell", "ℓ"), ("dots", "…"), ("ldots", "…"), ("cdots", "⋯"), ("prime", "′"),
                ("forall", "∀"), ("exists", "∃"), ("emptyset", "∅"), ("{", "{"), ("}", "}"), ("%", "%"), ("_", "_"),
                ("|", "‖"), ("vert", "|"), ("R", "ℝ"),
            ])
        add(
            .binary,
            [
                ("cdot", "⋅"), ("times", "×"), ("pm", "±"), ("mp", "∓"), ("circ", "∘"), ("ast", "∗"), ("div", "÷"),
                ("cup", "∪"), ("cap", "∩"), ("setminus", "∖"),
            ])
        add(
            .relation,
            [
                ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"), ("approx", "≈"),
                ("equiv", "≡"), ("sim", "∼"), ("propto", "∝"), ("in", "∈"), ("notin", "∉"), ("subset", "⊂"),
                ("to", "→"), ("mapsto", "↦"), ("Rightarrow", "⇒"), ("iff", "⟺"), ("ll", "≪"), ("gg", "≫"),
                ("mid", "∣"), ("preceq", "⪯"), ("succeq", "⪰"), ("succ", "≻"), ("prec", "≺"),
            ])
        add(.largeOperator, [("sum", "∑"), ("prod", "∏"), ("int", "∫")])
        add(.opening, [("langle", "⟨"), ("lfloor", "⌊"), ("lceil", "⌈")])
        add(.closing, [("rangle", "⟩"), ("rfloor", "⌋"), ("rceil", "⌉")])
        add(.punctuation, [("colon", ":")])
        return table
    }()

    /// Functions whose names are set upright.
    static let names: Set<String> = [
        "ln", "log", "exp", "max", "min", "sin", "cos", "tan", "tanh", "sup", "inf", "det", "arg", "Pr", "sgn",
    ]

    /// Spaces, in ems.
    static let spaces: [String: Double] = [
        ",": 3 / 18, ":": 4 / 18, ";": 5 / 18, "!": -3 / 18, " ": 0.25, "quad": 1, "qquad": 2,
    ]

    /// A character that is written as itself.
    static func symbol(for character: Unicode.Scalar) -> MathNode? {
        switch character {
        case "a"..."z", "A"..."Z": .symbol(character.mathItalic, .ordinary)
        case "α"..."ω", "ϑ", "ϕ", "ϵ": .symbol(character.mathItalic, .ordinary)
        case "0"..."9", ".", "/", "|", "!", "?", "′", "″", "∞", "∂", "∇", "ℝ", "%", "&", "@", "\"":
            .symbol(character, .ordinary)
        case "Γ"..."Ω": .symbol(character, .ordinary)
        case "-", "−": .symbol("−", .binary)
        case "*": .symbol("∗", .binary)
        case "+", "±", "×", "·", "⋅", "∘": .symbol(character, .binary)
        case "=", "<", ">", "≤", "≥", "≠", "≈", "∈", "→", ":": .symbol(character, .relation)
        case "(", "[": .symbol(character, .opening)
        case ")", "]": .symbol(character, .closing)
        case ",", ";": .symbol(character, .punctuation)
        case "Σ", "∑": .symbol("∑", .largeOperator)
        case "∏": .symbol("∏", .largeOperator)
        default: nil
        }
    }
}
