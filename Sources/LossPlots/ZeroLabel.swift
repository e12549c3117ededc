import Calculus
import Certificates
import Figures

/// How the place of a zero is written.
enum ZeroLabel {
    /// A fraction that is proved and has no large parts, as a decimal where that is short: `2/3`, `−0.25`.
    static func text(of exact: Rational) -> String {
        if Int128(1000).isMultiple(of: exact.denominator) {
            return DecimalLabel.text(exact.approximation, significant: 9)
        }
        return (exact.numerator < 0 ? "−" : "") + "\(exact.numerator.magnitude)/\(exact.denominator)"
    }

    /// A proved fraction with a denominator up to 100, else a decimal to a two-thousandth of the window, as of minima, and
    /// with no more digits than are proved.
    static func text(of zero: ProvedZeros.Zero, in window: ClosedRange<Double>, _ wording: Wording) -> String {
        if let exact = zero.exact, exact.denominator <= 100 { return text(of: exact) }
        let width = max(window.upperBound - window.lowerBound, 20_000 * zero.place.width)
        return wording.place(zero.middle, in: 0...width)
    }
}
