import Calculus

/// The distributions over three classes as a plane triangle: x = p₃ − p₂ from −1 to 1 and y = p₁ from 0 to 1.
///
/// Drawn 2 wide and √3 high the triangle is equilateral, with p₁ = 1 at its top, p₂ = 1 at its left and p₃ = 1 at its right;
/// distances in it are those of the probabilities, times √2.
public enum TernaryChart {
    /// p₁, p₂ and p₃ at a place of the chart, inside the triangle or beyond it, where some are negative.
    @inlinable
    public static func probabilities<S: Scalar>(x: S, y: S) -> [S] {
        let rest = S(1) - y
        return [y, (rest - x) * S(0.5), (rest + x) * S(0.5)]
    }

    /// Where a distribution over three classes lies.
    public static func place(of p: ClassDistribution) -> (x: Double, y: Double) {
        precondition(p.count == 3, "the triangle is of three classes")
        return (p[2] - p[1], p[0])
    }
}
