/// The alphabets of letters that mathematics tells apart.
///
/// Source: The Unicode Standard, "Mathematical Alphanumeric Symbols", U+1D400–1D7FF, whose gaps are letters that were
/// encoded earlier.
enum MathAlphabet: Sendable {
    /// The alphabet of variables: Latin and small Greek letters in italics, capital Greek and digits upright.
    case standard
    case roman, italic, bold, boldItalic, blackboard, calligraphic, fraktur, sansSerif, typewriter

    /// The form of a plain letter or digit; any other character, and one that the alphabet lacks, as it is.
    func form(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        let code: UInt32? =
            switch value {
            case 0x41...0x5A: latin(value - 0x41, isCapital: true)
            case 0x61...0x7A: latin(value - 0x61, isCapital: false)
            case 0x30...0x39: digits.map { $0 + value - 0x30 }
            case 0x391...0x3A9: capitalGreek.map { $0 + value - 0x391 }
            case 0x3B1...0x3C9: smallGreek.map { $0 + value - 0x3B1 }
            // ϵ, ϑ and ϕ stand behind the small letters and the sign ∂.
            case 0x3F5: smallGreek.map { $0 + 26 }
            case 0x3D1: smallGreek.map { $0 + 27 }
            case 0x3D5: smallGreek.map { $0 + 29 }
            default: nil
            }
        return code.flatMap(Unicode.Scalar.init) ?? scalar
    }

    /// The code of the Latin letter number `index`, nil for the plain one.
    private func latin(_ index: UInt32, isCapital: Bool) -> UInt32? {
        let start: UInt32
        switch self {
        case .roman: return nil
        case .standard, .italic: start = 0x1D434
        case .bold: start = 0x1D400
        case .boldItalic: start = 0x1D468
        case .sansSerif: start = 0x1D5A0
        case .typewriter: start = 0x1D670
        case .blackboard: start = 0x1D538
        case .calligraphic: start = 0x1D49C
        case .fraktur: start = 0x1D504
        }
        let code = start + index + (isCapital ? 0 : 26)
        return MathAlphabet.encodedEarlier(code) ?? code
    }

    /// Where the letter is for which the block of mathematical letters has a gap.
    private static func encodedEarlier(_ gap: UInt32) -> UInt32? {
        switch gap {
        case 0x1D455: 0x210E  // italic h
        case 0x1D49D: 0x212C  // script B, E, F, H, I, L, M, R, e, g, o
        case 0x1D4A0: 0x2130
        case 0x1D4A1: 0x2131
        case 0x1D4A3: 0x210B
        case 0x1D4A4: 0x2110
        case 0x1D4A7: 0x2112
        case 0x1D4A8: 0x2133
        case 0x1D4AD: 0x211B
        case 0x1D4BA: 0x212F
        case 0x1D4BC: 0x210A
        case 0x1D4C4: 0x2134
        case 0x1D506: 0x212D  // Fraktur C, H, I, R, Z
        case 0x1D50B: 0x210C
        case 0x1D50C: 0x2111
        case 0x1D515: 0x211C
        case 0x1D51D: 0x2128
        case 0x1D53A: 0x2102  // double-struck C, H, N, P, Q, R, Z
        case 0x1D53F: 0x210D
        case 0x1D545: 0x2115
        case 0x1D547: 0x2119
        case 0x1D548: 0x211A
        case 0x1D549: 0x211D
        case 0x1D551: 0x2124
        default: nil
        }
    }

    private var digits: UInt32? {
        switch self {
        case .bold, .boldItalic: 0x1D7CE
        case .blackboard: 0x1D7D8
        case .sansSerif: 0x1D7E2
        case .typewriter: 0x1D7F6
        case .standard, .roman, .italic, .calligraphic, .fraktur: nil
        }
    }

    private var smallGreek: UInt32? {
        switch self {
        case .standard, .italic: 0x1D6FC
        case .bold: 0x1D6C2
        case .boldItalic: 0x1D736
        default: nil
        }
    }

    private var capitalGreek: UInt32? {
        switch self {
        case .italic: 0x1D6E2
        case .bold: 0x1D6A8
        case .boldItalic: 0x1D71C
        default: nil
        }
    }
}

extension Unicode.Scalar {
    /// The italic form of a Latin or small Greek letter in the mathematical alphanumerics; other characters as they are.
    var mathItalic: Unicode.Scalar { MathAlphabet.standard.form(of: self) }

    /// Whether the character is drawn slanted.
    var isSlanted: Bool {
        switch value {
        case 0x210E, 0x1D434...0x1D49B, 0x1D6A4...0x1D6A5, 0x1D6E2...0x1D755: true
        default: false
        }
    }

    /// The plain letter behind an italic or bold one. The letters of other alphabets are characters of their own.
    var plainForm: Unicode.Scalar {
        func greek(_ offset: UInt32) -> UInt32 {
            switch offset {
            case 0...24: 0x391 + offset
            case 26...50: 0x3B1 + offset - 26
            case 52: 0x3F5
            case 53: 0x3D1
            case 55: 0x3D5
            default: value
            }
        }
        let code: UInt32 =
            switch value {
            case 0x210E: 0x68
            case 0x1D6A4: 0x69  // dotless, under an accent
            case 0x1D6A5: 0x6A
            // Three alphabets of 26 capitals and 26 small letters.
            case 0x1D400...0x1D49B:
                (value - 0x1D400) % 52 < 26 ? 0x41 + (value - 0x1D400) % 52 : 0x61 + (value - 0x1D400) % 52 - 26
            // Three alphabets of 58 Greek letters and signs.
            case 0x1D6A8...0x1D755: greek((value - 0x1D6A8) % 58)
            case 0x1D7CE...0x1D7D7: 0x30 + value - 0x1D7CE
            default: value
            }
        return Unicode.Scalar(code) ?? self
    }
}
