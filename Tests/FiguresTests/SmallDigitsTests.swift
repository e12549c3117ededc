import Figures
import Testing

@Suite("Small digits")
struct SmallDigitsTests {
    @Test("A power is written small and read back", arguments: [0, 7, -5, 1_234_567_890, -89, Int.min])
    func powers(number: Int) {
        let (rest, power) = SmallDigits.split("2×10" + SmallDigits.superscript(number))
        #expect(rest == "2×10")
        #expect(Int(power) == number)
    }

    @Test("They are the digits that they look like")
    func digits() {
        #expect(SmallDigits.superscript(-1_234_567_890) == "⁻¹²³⁴⁵⁶⁷⁸⁹⁰")
        #expect(String("−1234567890".compactMap { SmallDigits.subscripts[$0] }) == "₋₁₂₃₄₅₆₇₈₉₀")
        #expect(SmallDigits.split("−0.25") == ("−0.25", ""))
    }
}
