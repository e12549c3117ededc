import Testing

@testable import Diagnostics

struct SuggestionTests {
    private func distance(_ a: String, _ b: String) -> Int {
        Suggestion.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }

    @Test("Insertions, deletions, substitutions and swaps of neighbours count one each")
    func distances() {
        #expect(distance("", "") == 0)
        #expect(distance("mse", "mse") == 0)
        #expect(distance("mse", "ms") == 1)
        #expect(distance("mse", "mise") == 1)
        #expect(distance("mse", "mae") == 1)
        #expect(distance("mse", "mes") == 1)
        #expect(distance("sigmoid", "sgimodi") == 2)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("", "abc") == 3 && distance("abc", "") == 3)
        // Optimal string alignment: no edit within a swapped pair.
        #expect(distance("ca", "abc") == 3)
    }

    @Test("The distance is symmetric")
    func symmetric() {
        let words = ["mse", "mes", "sigmoid", "identity", "", "a", "ab", "ba", "graphpaper", "paper"]
        for a in words { for b in words { #expect(distance(a, b) == distance(b, a)) } }
    }

    @Test("The nearest name is suggested when it is near enough to be meant")
    func nearest() {
        let names = ["graphpaper", "graphpaper-dark", "paper"]
        #expect(Suggestion.nearest(to: "grahppaper", among: names) == "graphpaper")
        #expect(Suggestion.nearest(to: "PAPER", among: names) == "paper")
        #expect(Suggestion.nearest(to: "papr", among: names) == "paper")
        #expect(Suggestion.nearest(to: "viridis", among: names) == nil)
        #expect(Suggestion.nearest(to: "", among: names) == nil)
        #expect(Suggestion.nearest(to: "paper", among: []) == nil)
    }

    @Test("Of equally near names the one in the same case is suggested, else the first")
    func ties() {
        #expect(Suggestion.nearest(to: "thta", among: ["Theta", "theta"]) == "theta")
        #expect(Suggestion.nearest(to: "Thta", among: ["theta", "Theta"]) == "Theta")
        #expect(Suggestion.nearest(to: "mxe", among: ["mse", "mae"]) == "mse")
    }

    @Test("Of equally near names the one that begins alike is suggested")
    func beginnings() {
        #expect(Suggestion.nearest(to: "sinn", among: ["sign", "sin", "sinh"]) == "sin")
        #expect(Suggestion.nearest(to: "coss", among: ["loss", "cosh", "cos"]) == "cosh")
        #expect(Suggestion.nearest(to: "tann", among: ["tan", "tanh"]) == "tan")
        // Fewer edits count for more.
        #expect(Suggestion.nearest(to: "xsine", among: ["xsqrt", "sine"]) == "sine")
    }

    private enum Colour: String, CaseIterable { case red, green }

    private enum Tongue: String, CaseIterable, CalledOtherwise {
        case en, zh
        static func meant(by text: String) -> String? { text == "cn" ? "zh" : nil }
    }

    @Test("The way out names what is near, or meant, or everything there is")
    func hints() {
        #expect(Suggestion.hint(for: "gren", of: Colour.self) == "did you mean 'green'?")
        #expect(Suggestion.hint(for: "blue", of: Colour.self) == "use red, green")
        #expect(Suggestion.hint(for: "cn", of: Tongue.self) == "did you mean 'zh'?")
        #expect(Suggestion.hint(for: "es", of: Tongue.self) == "use en, zh")
        #expect(Suggestion.hint(for: "cuont", among: ["count"]) == "did you mean 'count'?")
    }

    @Test("A single letter suggests no other single letter")
    func shortNames() {
        #expect(Suggestion.nearest(to: "w", among: ["%", "x"]) == nil)
        #expect(Suggestion.nearest(to: "X", among: ["y", "x"]) == "x")
        #expect(Suggestion.nearest(to: "x", among: ["xi"]) == "xi")
        #expect(Suggestion.nearest(to: "ec", among: ["mse", "ce"]) == "ce")
    }

    @Test("An endless name gets no suggestion")
    func longNames() {
        let name = String(repeating: "a", count: 64)
        #expect(Suggestion.nearest(to: name, among: [name]) == name)
        #expect(Suggestion.nearest(to: name + "a", among: [name]) == nil)
    }
}
