import Testing

@testable import FigureComparison

@Suite("Ticks in words")
struct GroupPairTextsTests {
    @Test("Few ticks are all told, of many the ends, from the least to the greatest")
    func lists() {
        #expect(GroupPair.difference(ofTicks: ["0", "−1", "1"], ["0", "5"]) == "−1, 0, 1 → 0, 5")
        #expect(
            GroupPair.difference(
                ofTicks: ["0", "−4", "−2", "2", "4"], ["0", "−4", "−3", "−2", "−1", "1", "2", "3", "4"])
                == "−4, −2, …, 4 → −4, −3, …, 4")
        #expect(
            GroupPair.difference(ofTicks: ["2×10²⁰", "10⁵", "−10⁵"], ["1,000", "20"]) == "−10⁵, 10⁵, 2×10²⁰ → 20, 1,000"
        )
        // What is no number keeps its place behind them.
        #expect(GroupPair.difference(ofTicks: ["b", "a", "1"], ["1"]) == "1, b, a → 1")
    }

    @Test("Lists that would read the same on both sides are told by what one has alone")
    func sameEnds() {
        let nine = ["0", "−4", "−3", "−2", "−1", "1", "2", "3", "4"]
        #expect(GroupPair.difference(ofTicks: nine, nine.filter { $0 != "0" }) == "0 lost")
        #expect(GroupPair.difference(ofTicks: nine, nine + ["2.5"]) == "2.5 added")
        #expect(
            GroupPair.difference(ofTicks: nine, nine.filter { $0 != "−1" } + ["−0.5", "0.5"])
                == "−1 lost; −0.5, 0.5 added")
    }
}
