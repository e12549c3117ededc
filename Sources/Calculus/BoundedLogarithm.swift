/// ln(1 + e) between two doubles for 0 ≤ e ≤ 1, proved from IEEE 754's rounding alone, as ``BoundedExponential`` is.
///
/// Method: ln(1 + e) = 2 artanh f with f = e/(2 + e) ≤ 1/3, by the odd powers of f up to the 31st.
///
/// Error, in units of u = 2⁻⁵³: f is off by 2u and g = f² by 5u relatively. The series p = 1 + g/3 + g²/5 + … is summed by
/// Horner's rule with positive terms; a step's relative error is that of its sum, u, and a share gp′/p ≤ 0.05 of the
/// errors before it in the last step, and less than 0.1 in the others: below 1.5 u. What is left out is less than
/// 9⁻¹⁶/33 · 9/8 < 0.2 u. The product 2f · p adds u. Together below 5 u; the bound used is 8 u = 2⁻⁵⁰.
enum BoundedLogarithm {
    /// Below this the quotient may leave the normal numbers.
    static let least = 0x1p-1000

    /// 1/(2j + 1) for j from 15 down to 0, each correctly rounded.
    private static let coefficients: [Double] = (0...15).reversed().map { 1 / Double(2 * $0 + 1) }

    /// Bounds of ln(1 + e) for e from ``least`` to 1.
    static func bounds(ofOnePlus e: Double) -> (lower: Double, upper: Double) {
        let f = e / (2 + e)
        let g = f * f
        var p = 0.0
        for coefficient in coefficients { p = p * g + coefficient }
        let value = (f + f) * p
        let error = value * 0x1p-50
        return ((value - error).nextDown, (value + error).nextUp)
    }
}
