import Diagnostics

extension PlotSpec {
    /// A window of an axis, as far as two ends make one: both of magnitude at most 1e100, and far enough apart for ticks
    /// to differ.
    ///
    /// - Parameter writtenAs: how the user gave it, by which an error names it.
    public static func window(from low: Double, to high: Double, writtenAs: String) throws -> ClosedRange<Double> {
        guard low < high else {
            throw Diagnostic(
                "\(writtenAs) is empty", hint: low == high ? "give two different numbers" : "turn it round")
        }
        let magnitude = max(abs(low), abs(high))
        guard magnitude <= 1e100, high - low >= 1e-100 else {
            throw Diagnostic(
                "\(writtenAs) is out of reach", hint: "keep numbers below 1e100 and differences above 1e-100")
        }
        guard high - low >= 1e-9 * magnitude else {
            throw Diagnostic(
                "\(writtenAs) is too narrow for its numbers to be told apart",
                hint: "make it at least a billionth of its ends wide")
        }
        return low...high
    }
}
