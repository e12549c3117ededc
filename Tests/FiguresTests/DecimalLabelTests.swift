import TestSupport
import Testing

@testable import Figures

struct DecimalLabelTests {
    @Test(
        "A number is rounded to significant digits without superfluous zeros",
        arguments: [
            (0.0, 3, "0"), (-0.0, 3, "0"), (1, 3, "1"), (-1, 1, "−1"), (0.185123, 3, "0.185"), (1234.5, 3, "1230"),
            (-0.00012345, 2, "−0.00012"), (120, 6, "120"), (0.5, 15, "0.5"), (2.5, 1, "3"), (100_000, 1, "100000"),
        ])
    func rounded(value: Double, significant: Int, label: String) {
        #expect(DecimalLabel.text(value, significant: significant) == label)
    }

    @Test("As many digits as tell numbers apart, so that none is off by a hundredth of a gap")
    func tellingApart() {
        #expect(DecimalLabel.digits(tellingApart: [5, 5.000004, 5.000008], least: 6) == 9)
        #expect(DecimalLabel.digits(tellingApart: [0.681840, 0.6818402, 0.6818404], least: 6) == 10)
        #expect(DecimalLabel.digits(tellingApart: [0.1, 0.2, 0.3], least: 6) == 6)
        #expect(DecimalLabel.digits(tellingApart: [1e-3, 1, 1000], least: 4) == 4)
        #expect(DecimalLabel.digits(tellingApart: [7, 7], least: 4) == 4)
        #expect(DecimalLabel.digits(tellingApart: [1, 1.0.nextUp], least: 6) == 15)
        #expect(DecimalLabel.texts([5, 5.000004, 5.000008], significant: 9) == ["5.000000", "5.000004", "5.000008"])
    }

    @Test(
        "Rounding up carries through nines",
        arguments: [
            (0.9996, 3, "1"), (9.996, 3, "10"), (-0.09996, 3, "−0.1"), (99_950, 3, "100000"), (999_600, 3, "10⁶"),
            (0.99949, 3, "0.999"), (9.5, 1, "10"), (0.99999999999999989, 15, "1"),
        ])
    func carries(value: Double, significant: Int, label: String) {
        #expect(DecimalLabel.text(value, significant: significant) == label)
    }

    @Test(
        "Very large and small numbers have a power of ten",
        arguments: [
            (1e6, 3, "10⁶"), (-2.5e6, 3, "−2.5×10⁶"), (1e-5, 3, "10⁻⁵"), (1.25e-7, 2, "1.3×10⁻⁷"),
            (1.7976931348623157e308, 4, "1.798×10³⁰⁸"), (.leastNonzeroMagnitude, 3, "5×10⁻³²⁴"), (1e16, 2, "10¹⁶"),
            (1e-4, 2, "0.0001"),
        ])
    func powers(value: Double, significant: Int, label: String) {
        #expect(DecimalLabel.text(value, significant: significant) == label)
    }

    @Test("A decimal keeps the zeros of its own digits")
    func exactDigits() {
        #expect(DecimalLabel.text(digits: -50, exponent: -2) == "−0.50")
        #expect(DecimalLabel.text(digits: 7, exponent: -3) == "0.007")
        #expect(DecimalLabel.text(digits: 12, exponent: 2) == "1200")
        #expect(DecimalLabel.text(digits: 0, exponent: -3) == "0")
    }

    @Test("A label reads back as the number, to its digits")
    func readsBack() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<1_000 {
            let value =
                Double.random(in: -10...10, using: &random) * Ticks.value(1, Int.random(in: -4...4, using: &random))
            let label = DecimalLabel.text(value, significant: 5)
            let parts = label.split(separator: "×")
            guard parts.count == 1, !label.hasPrefix("10⁻"), !label.hasPrefix("−10⁻") else { continue }
            let read = try #require(Double(label.map { $0 == "−" ? "-" : String($0) }.joined()), "\(label)")
            #expect(abs(read - value) <= abs(value) * 0.51e-4)
        }
    }

    @Test("The ends of an enclosure are rounded outwards")
    func bounds() throws {
        let narrow = DecimalLabel.bounds(-1.41485, -1.41483, significant: 4)
        #expect(narrow.lower == "−1.415" && narrow.upper == "−1.414")
        var random = SplitMix64(seed: 6)
        for _ in 0..<1_000 {
            let value = Double.random(in: -10...10, using: &random)
            let (lower, upper) = DecimalLabel.bounds(value, value, significant: 4)
            func read(_ label: String) throws -> Double {
                try #require(Double(label.map { $0 == "−" ? "-" : String($0) }.joined()), "\(label)")
            }
            guard abs(value) > 0.01 else { continue }
            #expect(try read(lower) < value && value < read(upper))
            #expect(try read(upper) - read(lower) <= 2.1e-3 * abs(value))
        }
    }

    @Test(
        "A count of decimals is kept, zeros and rounding included",
        arguments: [
            (0.02, 4, "0.0200"), (0.065 / 3, 4, "0.0217"), (0.99996, 4, "1.0000"), (0, 3, "0.000"), (12.5, 0, "13"),
            (-0.00005, 4, "−0.0001"), (-0.00004, 4, "0.0000"), (1e-9, 4, "0.0000"), (1e-9, 10, "0.0000000010"),
            (123456, 2, "123456.00"), (2.5e7, 2, "2.5×10⁷"), (0.125, 2, "0.13"), (3, 12, "3.000000000000"),
        ] as [(Double, Int, String)])
    func decimals(value: Double, decimals: Int, label: String) {
        #expect(DecimalLabel.text(value, decimals: decimals) == label)
    }

    @Test(
        "Numbers of a list have the same decimals where they are evenly spaced, and their own elsewhere",
        arguments: [
            ([0.8, 1, 1.2], ["0.8", "1.0", "1.2"]), ([1, 2, 3], ["1", "2", "3"]),
            ([0.7, 1, 1.5, 2], ["0.7", "1", "1.5", "2"]),
            ([0.1, 0.15, 0.2, 0.25], ["0.10", "0.15", "0.20", "0.25"]), ([-0.5, 0, 0.5], ["−0.5", "0.0", "0.5"]),
            ([0.5], ["0.5"]), ([], []), ([0.12, 0.16, 0.18, 0.2], ["0.12", "0.16", "0.18", "0.20"]),
            ([0.1, 0.2, 0.5, 1, 2, 5], ["0.1", "0.2", "0.5", "1", "2", "5"]),
        ])
    func texts(values: [Double], texts: [String]) { #expect(DecimalLabel.texts(values, significant: 6) == texts) }
}
