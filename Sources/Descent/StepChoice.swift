/// A step of gradient descent that does not overshoot.
///
/// With a Hessian no larger than L a step of 1/L never raises J (Nesterov, Lectures on Convex Optimization, 2nd ed.,
/// (1.2.19), doi:10.1007/978-3-319-91578-4), with or without convexity. L is taken from a lattice of points, by row sums,
/// which are no less than any eigenvalue: what lies between the points is not looked at.
public enum StepChoice {
    /// Points along each parameter: odd, so that the middle of the window, where a sigmoid is steepest, is one of them.
    static func pointCount(dimension: Int) -> Int { dimension == 1 ? 257 : 33 }

    /// The largest step with two significant digits that is no larger than 1/L for any of the functions; nil where all of
    /// them are flat.
    ///
    /// - Parameters:
    ///   - window: a range for each parameter.
    ///   - starts: points that are looked at besides.
    /// - Complexity: O(functions · points) Hessians.
    public static func step(
        for functions: [any DescentFunction], over window: [ClosedRange<Double>], and starts: [[Double]]
    ) -> Double? {
        let places = lattice(over: window) + starts
        var greatest = 0.0
        for function in functions {
            for place in places {
                let sums = function.hessian(at: place).map { row in row.reduce(0) { $0 + abs($1) } }
                for sum in sums where sum.isFinite { greatest = max(greatest, sum) }
            }
        }
        guard greatest > 0, (1 / greatest).isFinite else { return nil }
        return roundedDown(1 / greatest)
    }

    private static func lattice(over window: [ClosedRange<Double>]) -> [[Double]] {
        let count = pointCount(dimension: window.count)
        return window.reduce([[]]) { places, range in
            places.flatMap { place in
                (0..<count).map { k in
                    let share = Double(k) / Double(count - 1)
                    return place + [range.lowerBound * (1 - share) + range.upperBound * share]
                }
            }
        }
    }

    /// To two significant digits, the double next to that decimal; what is below one by rounding alone is that one.
    static func roundedDown(_ value: Double) -> Double {
        let value = value * (1 + 1e-12)
        var (power, exponent) = (1.0, 0)
        while value * power < 10, exponent < 300 { (power, exponent) = (power * 10, exponent + 1) }
        if exponent > 0 { return (value * power).rounded(.down) / power }
        while value / power >= 100 { power *= 10 }
        return (value / power).rounded(.down) * power
    }
}
