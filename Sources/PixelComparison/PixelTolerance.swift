import Diagnostics

/// How much two pixels may differ before it counts.
public struct PixelTolerance: Equatable, Sendable {
    /// The share of the greatest distance between two colours that is still the same, from 0 to 1; smaller is stricter.
    /// Default: 0.1, as in pixelmatch.
    public let threshold: Double
    /// Whether pixels that only smooth an edge otherwise count as different. Default: false.
    public let countsAntialiasing: Bool

    /// - Throws: a ``Diagnostic`` for a threshold out of range.
    public init(threshold: Double = 0.1, countsAntialiasing: Bool = false) throws {
        guard (0...1).contains(threshold) else {
            throw Diagnostic("a threshold of \(threshold) is not from 0 to 1", hint: "0.1 is the usual one")
        }
        self.threshold = threshold
        self.countsAntialiasing = countsAntialiasing
    }

    /// The greatest squared distance that is still the same.
    var greatestDistance: Double { PerceivedColour.greatestDistance * threshold * threshold }
}
