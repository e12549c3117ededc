import TestSupport

@testable import Calculus

extension SplitMix64 {
    /// Any finite double or infinity: of every magnitude, one in six an end of the range.
    mutating func anyDouble() -> Double {
        let special: [Double] = [
            0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, 1,
        ]
        let sign: Double = Bool.random(using: &self) ? 1 : -1
        if Int.random(in: 0..<6, using: &self) == 0 { return sign * special[Int.random(in: 0..<7, using: &self)] }
        // Half of them of ordinary size, where sums mix.
        let exponents = Bool.random(using: &self) ? -3...3 : -1_073...1_022
        let exponent = Int.random(in: exponents, using: &self)
        return sign * Double(sign: .plus, exponent: exponent, significand: .random(in: 1..<2, using: &self))
    }

    mutating func interval() -> Interval {
        let (a, b) = (anyDouble(), anyDouble())
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return Interval(a)
        case 1 where a.isFinite: return Interval(a, max(a, a + abs(a) * .random(in: 0...1e-9, using: &self)))
        default: return Interval(min(a, b), max(a, b))
        }
    }

    /// Real numbers of the interval: its finite ends, zero where it lies inside, and two within.
    mutating func points(of interval: Interval) -> [Double] {
        let low = max(interval.lower, -.greatestFiniteMagnitude)
        let high = min(interval.upper, .greatestFiniteMagnitude)
        let inner = (0..<2).map { _ in
            let u = Double.random(in: 0...1, using: &self)
            return min(max(low * (1 - u) + high * u, low), high)
        }
        return ([interval.lower, interval.upper, 0] + inner).filter { $0.isFinite && interval.contains($0) }
    }
}

#if arch(x86_64)
    extension Interval {
        /// Whether the interval holds a value that no double can express.
        func encloses(_ value: Float80) -> Bool { Float80(lower) <= value && value <= Float80(upper) }
    }
#endif
