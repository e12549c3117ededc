import Testing

@testable import Typography

struct MathAlphabetTests {
    @Test(
        "Each alphabet has its letters, also those that were encoded before it",
        arguments: [
            (MathAlphabet.standard, "hxΓγ1", "ℎ𝑥Γ𝛾1"), (.roman, "hxΓγ1", "hxΓγ1"), (.italic, "AΓγ", "𝐴𝛤𝛾"),
            (.bold, "Axθϵ1", "𝐀𝐱𝛉𝛜𝟏"), (.boldItalic, "Axθϕ", "𝑨𝒙𝜽𝝓"), (.blackboard, "ERNC1", "𝔼ℝℕℂ𝟙"),
            (.calligraphic, "LDBe", "ℒ𝒟ℬℯ"), (.fraktur, "gCZ", "𝔤ℭℨ"), (.sansSerif, "T1", "𝖳𝟣"),
            (.typewriter, "T1", "𝚃𝟷"),
        ])
    func letters(alphabet: MathAlphabet, plain: String, expected: String) {
        let formed = plain.unicodeScalars.map { alphabet.form(of: $0) }
        #expect(formed == Array(expected.unicodeScalars))
    }

    @Test("Every letter of every alphabet is in the mathematics font")
    func glyphs() throws {
        let math = try FontBook().math
        let alphabets: [MathAlphabet] = [
            .standard, .roman, .italic, .bold, .boldItalic, .blackboard, .calligraphic, .fraktur, .sansSerif,
            .typewriter,
        ]
        for alphabet in alphabets {
            for scalar in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789αωϵϑϕΓΩ".unicodeScalars {
                #expect(math.glyph(for: alphabet.form(of: scalar)) != nil, "\(alphabet) \(scalar)")
            }
        }
    }

    @Test("Bold and italic letters have their plain letter back, others are what they are")
    func plainForms() {
        for scalar in "AZazhαωϵϑϕ09".unicodeScalars {
            for alphabet in [MathAlphabet.standard, .italic, .bold, .boldItalic] {
                #expect(alphabet.form(of: scalar).plainForm == scalar, "\(alphabet) \(scalar)")
            }
        }
        #expect(MathAlphabet.boldItalic.form(of: "Γ").plainForm == "Γ")
        for scalar in "ℝ𝔼ℒ1∑x".unicodeScalars { #expect(scalar.plainForm == scalar) }
    }
}
