import TestSupport
import Testing

@testable import LossPlots

@Suite("Numbers of facts")
struct FigureFactsWordsTests {
    @Test("A number reads back from the text that shows it")
    func readBack() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let digits = Double(Int.random(in: -9_999_999...9_999_999, using: &random))
            let power = Int.random(in: -30...30, using: &random)
            let value = Double("\(Int(digits))e\(power)") ?? .nan
            #expect(FigureFacts.number(FigureFacts.text(value)) == value)
        }
        for value in [0, 1e9, -1e-9, 1e300, -4.5e-300] {
            #expect(FigureFacts.number(FigureFacts.text(value)) == value)
        }
    }

    @Test(
        "What is no decimal number is none",
        arguments: ["", "−", "10⁻", "5⁵", "210⁵", "1×⁵", "×10⁵", "1×10⁵⁻", "10⁹⁹⁹", "0x1", "inf", "nan", "1 2", "1,5"])
    func refused(text: String) {
        #expect(FigureFacts.number(text) == nil)
    }
}
