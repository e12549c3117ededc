import TestSupport
import Testing

@testable import Figures

struct TicksTests {
    private func labels(_ domain: ClosedRange<Double>, length: Double = 600) -> [String] {
        Ticks(over: domain, length: length, spacing: 80).major.map(\.label)
    }

    @Test("Labels are round numbers with a true minus sign")
    func labels() {
        #expect(labels(-1...5) == ["−1", "0", "1", "2", "3", "4", "5"])
        #expect(labels(-4...4) == ["−4", "−2", "0", "2", "4"])
        #expect(labels(0...30) == ["0", "5", "10", "15", "20", "25", "30"])
        #expect(labels(-100...100) == ["−100", "−50", "0", "50", "100"])
    }

    @Test("All labels of an axis have the same number of decimals, a plain 0 aside")
    func decimals() {
        #expect(labels(-1...1) == ["−1.0", "−0.5", "0", "0.5", "1.0"])
        #expect(labels(0...0.3) == ["0", "0.05", "0.10", "0.15", "0.20", "0.25", "0.30"])
    }

    @Test("All labels of an axis are written in one way, plain or with one power of ten")
    func notation() {
        #expect(labels(0...0.0003) == ["0", "0.00005", "0.00010", "0.00015", "0.00020", "0.00025", "0.00030"])
        #expect(labels(0...0.00005) == ["0", "10⁻⁵", "2×10⁻⁵", "3×10⁻⁵", "4×10⁻⁵", "5×10⁻⁵"])
        #expect(labels(0...3_000_000) == ["0", "0.5×10⁶", "1.0×10⁶", "1.5×10⁶", "2.0×10⁶", "2.5×10⁶", "3.0×10⁶"])
        #expect(labels(0...7_000_000) == ["0", "10⁶", "2×10⁶", "3×10⁶", "4×10⁶", "5×10⁶", "6×10⁶", "7×10⁶"])
        #expect(labels(0...300_000).last == "300000")
    }

    @Test("Far from zero, labels have the digits that tell them apart")
    func offset() {
        #expect(labels(1e9...(1e9 + 5), length: 500).prefix(3) == ["1000000000", "1000000001", "1000000002"])
        #expect(labels(1...1.000005, length: 500).prefix(3) == ["1.000000", "1.000001", "1.000002"])
    }

    @Test("Tiny and huge domains have labels with powers of ten")
    func extremes() {
        #expect(labels(-2e-300...2e-300) == ["−2×10⁻³⁰⁰", "−10⁻³⁰⁰", "0", "10⁻³⁰⁰", "2×10⁻³⁰⁰"])
        #expect(labels(0...6e299) == ["0", "10²⁹⁹", "2×10²⁹⁹", "3×10²⁹⁹", "4×10²⁹⁹", "5×10²⁹⁹", "6×10²⁹⁹"])
    }

    @Test("The distance of ticks is 1, 2 or 5 times a power of ten, the least that keeps them apart")
    func steps() {
        for (width, mantissa, exponent) in [(6.0, 1, 0), (7.6, 2, 0), (16, 5, 0), (38, 1, 1), (0.076, 2, -2)] {
            let ticks = Ticks(over: 0...width, length: 600, spacing: 80)
            #expect(ticks.mantissa == mantissa && ticks.exponent == exponent, "\(width)")
            let coarser = ticks.coarser(over: 0...width)
            let ratio = Ticks.value(coarser.mantissa, coarser.exponent) / Ticks.value(mantissa, exponent)
            #expect((1.9...2.6).contains(ratio))
        }
    }

    @Test("Finer lines divide a distance into fifths, or quarters where it is 2, and leave the ticks out")
    func minor() {
        #expect(
            Ticks(over: 0...2, length: 200, spacing: 80).minor
                == [0.2, 0.4, 0.6, 0.8, 1.2, 1.4, 1.6, 1.8].map {
                    ($0 * 5).rounded() * 0.2
                })
        #expect(Ticks(over: 0...4, length: 200, spacing: 80).minor == [0.5, 1, 1.5, 2.5, 3, 3.5])
    }

    @Test("In random domains ticks are apart, inside, few enough and labelled differently")
    func property() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2_000 {
            let width =
                Double.random(in: 1...10, using: &random) * Ticks.value(1, Int.random(in: -30...30, using: &random))
            let offsets = [0, -1, -0.5, 3, -1e3, 1e6, -1e9]
            let lower =
                width * (offsets.randomElement(using: &random) ?? 0) * Double.random(in: 0.1...1, using: &random)
            let domain = lower...(lower + width)
            let length = Double.random(in: 100...1_500, using: &random)
            let ticks = Ticks(over: domain, length: length, spacing: 80)
            let step = Ticks.value(ticks.mantissa, ticks.exponent)
            let rounding = 1e-8 * step + 4 * domain.lowerBound.magnitude.ulp
            #expect(step / width * length > 80 - 1e-6)
            #expect(step / width * length < 80 * 2.5 * (1 + 1e-9))
            for (tick, next) in zip(ticks.major, ticks.major.dropFirst()) {
                #expect(abs(next.value - tick.value - step) <= rounding, "\(domain)")
            }
            for value in ticks.major.map(\.value) + ticks.minor {
                #expect(value >= domain.lowerBound - rounding && value <= domain.upperBound + rounding, "\(domain)")
            }
            #expect(Double(ticks.major.count) <= length / 80 + 1)
            #expect(Set(ticks.major.map(\.label)).count == ticks.major.count, "\(ticks.major.map(\.label))")
            let decimals = ticks.major.filter { $0.value != 0 }.map { tick in
                tick.label.prefix { $0 != "×" }.split(separator: ".").dropFirst().first?.count ?? 0
            }
            #expect(Set(decimals).count <= 1, "\(ticks.major.map(\.label))")
            #expect(!ticks.major.contains { $0.label == "−0" || $0.label.contains("-") })
        }
    }
}
