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
    /// s(1 − s) where this is an enclosure of s = σ(z) ≤ 1/2: it grows with s.
    public var logisticWeightOfLowerHalf: Interval {
        let (low, high) = (Interval(lower), Interval(min(upper, 0.5)))
        return Interval(max(0, (low * (Interval(1) - low)).lower), min(0.25, (high * (Interval(1) - high)).upper))
    }

    /// σ(z)σ(−z) over the interval: even, falling in |z|.
    public var logisticWeight: Interval {
        let far = Interval(-magnitude).sigmoid
        let near = magnitude == mignitude ? far : Interval(-mignitude).sigmoid
        // w = s(1 − s) with s ≤ 1/2 grows with s.
        let low = far * (Interval(1) - far)
        let high = near * (Interval(1) - near)
        return Interval(max(0, low.lower), min(0.25, high.upper))
    }
}
