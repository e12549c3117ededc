/// A drawn curve: runs of cubic pieces in data coordinates with explicit gaps between the runs, and what is proved of it.
public struct Curve: Equatable, Sendable {
    /// Each run is connected, its pieces in order of x; between two runs there is a gap.
    public var runs: [[CubicPiece]]
    public var evaluations: Evaluations
    /// No point of the drawn curve is farther than this from the graph, nor any point of the graph inside the viewport
    /// from the drawn curve, in pixels of the viewport it was sampled for, rounding of the output aside.
    public var boundInPixels: Double
    /// Where the line is interrupted by a jump, a pole or a hole: stretches far shorter than a pixel.
    public var breaks: [ClosedRange<Double>]
    /// Where the function turns so fast that the budget did not resolve it: boxes that hold its graph, side by side.
    public var envelopes: [Envelope]
    /// Where not even that is known: the budget ended before the function was found to be continuous or absent.
    public var unresolved: [ClosedRange<Double>]
    /// What the curve was sampled for.
    public var viewport: Viewport

    public init(
        runs: [[CubicPiece]], evaluations: Evaluations, boundInPixels: Double, breaks: [ClosedRange<Double>] = [],
        envelopes: [Envelope] = [],
        unresolved: [ClosedRange<Double>], viewport: Viewport
    ) {
        self.breaks = breaks
        self.envelopes = envelopes
        self.viewport = viewport
        self.runs = runs
        self.evaluations = evaluations
        self.boundInPixels = boundInPixels
        self.unresolved = unresolved
    }

    /// A part of the x axis and the values that the function has there.
    public struct Envelope: Equatable, Sendable {
        public var x: ClosedRange<Double>
        public var y: ClosedRange<Double>

        public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
            self.x = x
            self.y = y
        }
    }

    /// What a curve cost.
    public struct Evaluations: Equatable, Sendable, Codable {
        /// Evaluations of value and slope at a point.
        public var point: Int
        /// Enclosures over an interval, of the value and its derivatives together.
        public var interval: Int

        public init(point: Int, interval: Int) {
            self.point = point
            self.interval = interval
        }
    }
}

/// A cubic over [start.x, end.x] that has the function's values and slopes at both ends (its cubic Hermite
/// interpolant). As a Bézier curve its inner control points stand at the thirds, so that x runs evenly.
public struct CubicPiece: Equatable, Sendable {
    public var start: CurvePoint
    public var end: CurvePoint

    public init(from start: CurvePoint, to end: CurvePoint) {
        self.start = start
        self.end = end
    }

    /// The four Bézier control points, (x, y) each.
    public var controlPoints: [(x: Double, y: Double)] {
        let third = (end.x - start.x) / 3
        return [
            (start.x, start.value), (start.x + third, start.value + third * start.slope),
            (end.x - third, end.value - third * end.slope), (end.x, end.value),
        ]
    }

    /// The ordinate over t in [0, 1] from start to end.
    public func value(atFraction t: Double) -> Double {
        let p = controlPoints
        let u = 1 - t
        return u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y
    }

    /// Where the ordinate is least or greatest: both ends, and the inner points at which the piece runs level.
    public var extremes: [(x: Double, value: Double)] {
        let y = controlPoints.map(\.y)
        var points = [(start.x, y[0]), (end.x, y[3])]
        // Without the unit, since its square may over- or underflow; the roots do not depend on it.
        let unit = y.map { abs($0) }.max() ?? 0
        guard unit > 0 else { return points }
        let p = y.map { $0 / unit }
        // Roots of the derivative's quadratic a t² + b t + c, in the form that does not cancel.
        let a = p[3] - 3 * p[2] + 3 * p[1] - p[0]
        let b = 2 * (p[2] - 2 * p[1] + p[0])
        let c = p[1] - p[0]
        let discriminant = b * b - 4 * a * c
        guard discriminant >= 0 else { return points }
        let q = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
        for t in [q / a, c / q] where t > 0 && t < 1 {
            points.append((start.x + (end.x - start.x) * t, value(atFraction: t)))
        }
        return points
    }

    /// The least and the greatest ordinate, inner extremes included.
    public var range: ClosedRange<Double> {
        let values = extremes.map(\.value)
        return values.reduce(values[0]) { min($0, $1) }...values.reduce(values[0]) { max($0, $1) }
    }
}
