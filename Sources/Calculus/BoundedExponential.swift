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
/// below 5 u. The bound used is 16 u = 2⁻⁴⁹.
enum BoundedExponential {
    /// Beyond this e^z is not a normal double with room for the bound.
    static let limit = 700.0

    private static let inverseOfLn2 = 1.4426950408889634
    private static let ln2Head = 0x1.62e42feep-1
    private static let ln2Tail = 0x1.a39ef35793c76p-33

    /// 1/n! for n from 13 down to 0, each correctly rounded.
    private static let coefficients: [Double] = (0...13).reversed().map { n in
        1 / (1...max(n, 1)).reduce(1.0) { $0 * Double($1) }
    }

    /// Bounds of e^z for |z| ≤ ``limit``.
    static func bounds(of z: Double) -> (lower: Double, upper: Double) {
        let k = (z * inverseOfLn2).rounded()
        let r = (z - k * ln2Head) - k * ln2Tail
        var p = 0.0
        for coefficient in coefficients { p = p * r + coefficient }
        let value = Double(sign: .plus, exponent: Int(k), significand: p)
        let error = value * 0x1p-49
        return ((value - error).nextDown, (value + error).nextUp)
    }
}
