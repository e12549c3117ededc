import TestSupport
import Testing

@testable import Tables

@Suite struct DecimalNumeralTests {
    @Test("A double's shortest and its 25-digit numeral read back as that double")
    func roundTrips() throws {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let numeral = Array("\(value)".utf8)
            #expect(DecimalNumeral(numeral, in: 0..<numeral.count) == .value(value))
            // Few digits and a small exponent: the path without the standard library.
            let short =
                "\(Int64(truncatingIfNeeded: generator.next()) >> 12)e\(Int.random(in: -30...30, using: &generator))"
            #expect(DecimalNumeral(Array(short.utf8), in: 0..<short.utf8.count) == Double(short).map { .value($0) })
        }
    }
}
