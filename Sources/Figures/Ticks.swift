/// The round numbers of an axis: multiples of 1, 2 or 5 times a power of ten, and finer lines between them.
///
/// ```swift
/// Ticks(over: -1...5, length: 600, spacing: 80).major.map(\.label)  // ["−1", "0", "1", "2", "3", "4", "5"]
/// ```
public struct Ticks: Equatable, Sendable {
    public var major: [Tick]
    /// Values of the finer lines, the major ones left out.
    public var minor: [Double]
    /// The distance of two major ticks is `mantissa` · 10^`exponent`.
    public var mantissa: Int
    public var exponent: Int

    public struct Tick: Equatable, Sendable {
        public var value: Double
        /// With a true minus sign; very large and small numbers as 2×10⁻⁵.
        public var label: String
    }

    /// Ticks for a domain shown over `length` points, at least `spacing` points apart.
    ///
    /// - Precondition: the domain is finite, not empty, and no narrower than 10⁻¹² of its greatest magnitude.
    /// - Complexity: O(length / spacing).
    public init(over domain: ClosedRange<Double>, length: Double, spacing: Double) {
        let least = (domain.upperBound - domain.lowerBound) * spacing / length
        var (mantissa, exponent) = (1, Ticks.decimalExponent(of: least))
        while Ticks.value(mantissa, exponent) < least * (1 - 1e-12) {
            switch mantissa {
            case 1: mantissa = 2
            case 2: mantissa = 5
            default: (mantissa, exponent) = (1, exponent + 1)
            }
        }
        self.init(over: domain, mantissa: mantissa, exponent: exponent)
    }

    init(over domain: ClosedRange<Double>, mantissa: Int, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
        let step = Ticks.value(mantissa, exponent)
        // A tick that misses the domain's end by rounding alone belongs to it.
        let slack = 1e-9
        let first = Int((domain.lowerBound / step - slack).rounded(.up))
        let last = Int((domain.upperBound / step + slack).rounded(.down))
        let multiples = first > last ? [] : (first...last).map { $0 * mantissa }
        major = zip(multiples, DecimalLabel.texts(ofAxis: multiples, exponent: exponent)).map { digits, label in
            Tick(value: Ticks.value(digits, exponent), label: label)
        }
        let parts = mantissa == 2 ? 4 : 5
        let fine = step / Double(parts)
        let firstFine = Int((domain.lowerBound / fine - slack).rounded(.up))
        let lastFine = Int((domain.upperBound / fine + slack).rounded(.down))
        minor =
            firstFine > lastFine
            ? []
            : (firstFine...lastFine).compactMap { index in
                index.isMultiple(of: parts) ? nil : Double(index) * fine
            }
    }

    /// The next coarser ticks of the same domain.
    func coarser(over domain: ClosedRange<Double>) -> Ticks {
        switch mantissa {
        case 1: Ticks(over: domain, mantissa: 2, exponent: exponent)
        case 2: Ticks(over: domain, mantissa: 5, exponent: exponent)
        default: Ticks(over: domain, mantissa: 1, exponent: exponent + 1)
        }
    }

    /// digits · 10^exponent, correctly rounded.
    public static func value(_ digits: Int, _ exponent: Int) -> Double {
        Double("\(digits)e\(exponent)") ?? 0
    }

    /// The exponent of the largest power of ten that is at most `value`.
    ///
    /// - Parameter value: finite and above 0.
    public static func decimalExponent(of value: Double) -> Int {
        // ⌊log₁₀⌋ from the binary exponent is off by at most one, mended below.
        var exponent = Int((Double(value.exponent) * 0.30102999566398120).rounded(.down))
        while Ticks.value(1, exponent + 1) <= value { exponent += 1 }
        while Ticks.value(1, exponent) > value { exponent -= 1 }
        return exponent
    }
}
