import RealModule

/// The logistic function σ and its companions, stable for every argument.
///
/// The identities that keep them so: 1 − σ(z) = σ(−z), never a subtraction; softplus(z) = max(z, 0) + log1p(e^−|z|).
public enum Logistic {
    /// σ(z) = 1 / (1 + e^−z).
    @inlinable
    public static func sigmoid(_ z: Double) -> Double {
        if z >= 0 { return 1 / (1 + Double.exp(-z)) }
        let e = Double.exp(z)
        return e / (1 + e)
    }

    /// ln(1 + e^z).
    @inlinable
    public static func softplus(_ z: Double) -> Double {
        max(z, 0) + Double.log(onePlus: Double.exp(-abs(z)))
    }
}

extension Interval {
    /// How far a libm function may be from the true value, in units in the last place, for the enclosures below to
    /// hold. glibc states at most 1 for exp and log1p on x86-64 (manual, "Known Maximum Errors in Math Functions") and
    /// promises none; 4 leaves room for the two roundings that the formulas add.
    public static let assumedUnitsInLastPlace = 4

    /// Monotone functions are enclosed by their values at the ends, moved outwards by the assumed error.
    private func increasing(_ function: (Double) -> Double, within limits: ClosedRange<Double>) -> Interval {
        var (low, high) = (function(lower), function(upper))
        for _ in 0..<Interval.assumedUnitsInLastPlace {
            low = low.nextDown
            high = high.nextUp
        }
        return Interval(
            max(low, limits.lowerBound), min(max(high, limits.lowerBound), limits.upperBound))
    }

    /// σ over the interval.
    public var sigmoid: Interval { increasing(Logistic.sigmoid, within: 0...1) }

    /// ln(1 + e^z) over the interval.
    public var softplus: Interval { increasing(Logistic.softplus, within: 0...(.infinity)) }

    /// σ(z)σ(−z) over the interval: even, falling in |z|.
    public var logisticWeight: Interval {
        let far = Interval(-magnitude).sigmoid
        let near = Interval(-mignitude).sigmoid
        // w = s(1 − s) with s ≤ 1/2 grows with s.
        let low = far * (Interval(1) - far)
        let high = near * (Interval(1) - near)
        return Interval(max(0, low.lower), min(0.25, high.upper))
    }
}
