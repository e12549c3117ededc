/// What a run of bytes means as a decimal number: `[+-] digits [. digits] [e [+-] digits]`, with at least one digit
/// before or after the point.
///
/// ```swift
/// DecimalNumeral(Array("-1.5e3".utf8), in: 0..<6)  // .value(-1500)
/// ```
///
/// The standard library's `Double(_: String)` accepts hexadecimal numbers, `inf` and `nan` and turns `1e400` into
/// infinity; here those are not values.
package enum DecimalNumeral: Equatable {
    /// The nearest double, ties to even; a numeral below the least subnormal gives a zero with its sign.
    case value(Double)
    /// A numeral whose nearest double is infinite.
    case overflow
    case malformed

    /// The powers of ten that a double holds exactly.
    private static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// Reads exactly the bytes in `range`, which must lie within `bytes`.
    ///
    /// - Complexity: O(bytes in the range).
    package init(_ bytes: [UInt8], in range: Range<Int>) {
        var position = range.lowerBound
        let end = range.upperBound
        var isNegative = false
        if position < end, bytes[position] == 0x2B || bytes[position] == 0x2D {
            isNegative = bytes[position] == 0x2D
            position += 1
        }
        // The first 19 significant digits fit in 64 bits; with more of them only the slow path is exact.
        var significand: UInt64 = 0
        var significantDigits = 0
        var digits = 0
        var fractionDigits = 0
        var isFraction = false
        while position < end {
            let digit = bytes[position] &- 0x30
            if digit < 10 {
                digits += 1
                if isFraction { fractionDigits += 1 }
                if significand != 0 || digit != 0 { significantDigits += 1 }
                if significantDigits <= 19 { significand = significand * 10 + UInt64(digit) }
            } else if bytes[position] == 0x2E, !isFraction {
                isFraction = true
            } else {
                break
            }
            position += 1
        }
        guard digits > 0 else {
            self = .malformed
            return
        }
        var exponent = 0
        if position < end, bytes[position] | 0x20 == 0x65 {
            guard let written = DecimalNumeral.exponent(bytes, in: position + 1..<end) else {
                self = .malformed
                return
            }
            exponent = written
            position = end
        }
        guard position == end else {
            self = .malformed
            return
        }
        exponent -= fractionDigits
        if significantDigits <= 19, significand <= 1 << 53, abs(exponent) <= 22 {
            // Both factors are exact, so the one operation rounds correctly (Clinger 1990,
            // https://doi.org/10.1145/93542.93557).
            let power = DecimalNumeral.exactPowers[abs(exponent)]
            let magnitude = exponent < 0 ? Double(significand) / power : Double(significand) * power
            self = .value(isNegative ? -magnitude : magnitude)
            return
        }
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)) else {
            self = .malformed
            return
        }
        self = value.isFinite ? .value(value) : .overflow
    }

    /// The integer `[+-] digits`, held within ±1,000,000, where the caller's sums cannot overflow; nil if malformed.
    private static func exponent(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        var digits = bytes[range]
        let sign = digits.first
        if sign == 0x2B || sign == 0x2D { digits = digits.dropFirst() }
        guard !digits.isEmpty else { return nil }
        var magnitude = 0
        for byte in digits {
            guard byte &- 0x30 < 10 else { return nil }
            magnitude = min(magnitude * 10 + Int(byte &- 0x30), 1_000_000)
        }
        return sign == 0x2D ? -magnitude : magnitude
    }
}
