/// The characters of the TeX subset: which stand for themselves, and which spaces and names are commands.
enum MathSymbols {
    /// Functions whose names are set upright, sorted.
    static let names = [
        "Pr", "arccos", "arcsin", "arctan", "arg", "argmax", "argmin", "cos", "cosh", "cot", "deg", "det", "dim",
        "exp", "gcd", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "sgn", "sin", "sinh",
        "sup", "tan", "tanh",
    ]

    static func isName(_ name: String) -> Bool { names.sortedIndex(of: name, by: \.self) != nil }

    /// Whether a function's scripts stand under and over it in a display.
    static func takesLimits(_ name: String) -> Bool {
        switch name {
        case "Pr", "argmax", "argmin", "det", "gcd", "inf", "lim", "liminf", "limsup", "max", "min", "sup": true
        default: false
        }
    }

    /// How a function's name is written.
    static func spelling(of name: String) -> String {
        switch name {
        case "argmax": "arg max"
        case "argmin": "arg min"
        case "liminf": "lim inf"
        case "limsup": "lim sup"
        default: name
        }
    }

    /// Spaces, in ems.
    static func space(_ command: String) -> Double? {
        switch command {
        case ",", "thinspace": 3.0 / 18
        case ":", ">", "medspace": 4.0 / 18
        case ";", "thickspace": 5.0 / 18
        case "!", "negthinspace": -3.0 / 18
        case " ", "~": 0.25
        case "quad": 1
        case "qquad": 2
        default: nil
        }
    }

    /// A character that is written as itself; a letter in the form of the alphabet.
    static func symbol(for character: Unicode.Scalar, alphabet: MathAlphabet = .standard) -> MathNode? {
        switch character {
        case "a"..."z", "A"..."Z", "0"..."9", "Γ"..."Ω", "α"..."ω", "ϑ", "ϕ", "ϵ":
            .symbol(alphabet.form(of: character), .ordinary)
        case ".", "/", "|", "!", "?", "′", "″", "∞", "∂", "∇", "ℝ", "%", "&", "@", "\"":
            .symbol(character, .ordinary)
        case "-", "−": .symbol("−", .binary)
        case "*": .symbol("∗", .binary)
        case "+", "±", "×", "·", "⋅", "∘": .symbol(character, .binary)
        case "=", "<", ">", "≤", "≥", "≠", "≈", "∈", "→", ":": .symbol(character, .relation)
        case "(", "[": .symbol(character, .opening)
        case ")", "]": .symbol(character, .closing)
        case ",", ";": .symbol(character, .punctuation)
        case "Σ", "∑": .symbol("∑", .largeOperator)
        case "∏", "∫": .symbol(character, .largeOperator)
        default: nil
        }
    }

    /// The delimiter that a character or a command's name stands for behind `\left`, `\right`, `\middle` and `\big`.
    static func delimiter(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "(", ")", "[", "]", "/", "|": name.unicodeScalars.first
        case "<": "⟨"
        case ">": "⟩"
        case "{", "}", "Vert", "vert", "lvert", "rvert", "lVert", "rVert", "langle", "rangle", "lfloor", "rfloor",
            "lceil", "rceil", "lbrace", "rbrace", "lbrack", "rbrack", "uparrow", "downarrow", "backslash":
            MathCommand.named(name)?.scalar
        default: nil
        }
    }
}

extension Array {
    /// Where the element with this name is, the elements being sorted by name.
    func sortedIndex(of name: String, by key: (Element) -> String) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key(self[middle]) < name { low = middle + 1 } else { high = middle }
        }
        return low < count && key(self[low]) == name ? low : nil
    }
}
