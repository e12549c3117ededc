import Calculus

/// Samples a function into cubic pieces whose distance to the graph is bounded, in pixels, by proof.
///
/// Goals, in this order: the bound holds; few evaluations; few pieces.
///
/// On [a, b] with h = b − a the cubic Hermite interpolant is off by at most h⁴/384 · max|f⁗|, vertically (Birkhoff and
/// Priver, J. Math. Phys. 46 (1967), doi:10.1002/sapm1967461440). An enclosure of f⁗ over [a, b] turns that into a
/// proof. Where the curve is steep the vertical error overstates the distance: if |f′| ≥ m > 0 in pixels and the cubic
/// is monotone, both curves run through the same ordinates, and a vertical error e is met within e/m sideways.
///
/// A piece that misses the bound is split at once into as many parts as the fourth-power law asks for, not halved.
public struct CurveSampler: Sendable {
    /// The distance to stay below, in pixels.
    public var tolerance: Double
    /// Evaluations, of points and intervals together, after which what is left is reported as unresolved.
    public var budget: Int
    /// How far outside the viewport, in pixels, a curve is still followed, so that a thick stroke leaves cleanly;
    /// infinite to follow it everywhere.
    public var margin: Double

    public init(tolerance: Double = 0.2, budget: Int = 20_000, margin: Double = 16) {
        precondition(tolerance > 0 && budget > 0 && margin >= 0, "a sampler needs a tolerance and a budget")
        self.tolerance = tolerance
        self.budget = budget
        self.margin = margin
    }

    /// The curve of `function` over the viewport's x range.
    ///
    /// - Complexity: O(pieces) evaluations of a point, at most twice as many enclosures.
    public func sample(_ function: some CurveFunction, in viewport: Viewport) -> Curve {
        let ends = [viewport.x.lowerBound, viewport.x.upperBound].map { function.evaluate(at: $0) }
        return sample(function, in: viewport, from: ends)
    }

    /// The same, starting from evaluations that were already made, at two or more increasing x that span the
    /// viewport's x range; they count among the curve's evaluations.
    public func sample(_ function: some CurveFunction, in viewport: Viewport, from seeds: [CurvePoint]) -> Curve {
        precondition(
            seeds.first?.x == viewport.x.lowerBound && seeds.last?.x == viewport.x.upperBound && seeds.count >= 2,
            "the seeds of a curve span the viewport")
        var state = SamplingState(function: function, viewport: viewport, sampler: self)
        return state.run(from: seeds)
    }
}

/// One sampling under way: pieces that were accepted or given up, in the order in which that was found.
struct SamplingState<Function: CurveFunction> {
    let function: Function
    let viewport: Viewport
    let sampler: CurveSampler
    private var evaluations = Curve.Evaluations(point: 0, interval: 0)
    private var accepted: [CubicPiece] = []
    private var unresolved: [ClosedRange<Double>] = []
    private var bound = 0.0

    init(function: Function, viewport: Viewport, sampler: CurveSampler) {
        self.function = function
        self.viewport = viewport
        self.sampler = sampler
    }

    mutating func run(from seeds: [CurvePoint]) -> Curve {
        evaluations.point = seeds.count
        // One generation after the other, so that a pole or an unknown stretch does not spend the others' budget.
        var generation = zip(seeds, seeds.dropFirst()).map { CubicPiece(from: $0, to: $1) }
        while !generation.isEmpty {
            var next: [CubicPiece] = []
            for piece in generation {
                guard evaluations.point + evaluations.interval < sampler.budget else {
                    unresolved.append(piece.start.x...piece.end.x)
                    continue
                }
                switch judge(piece) {
                case .accepted(let distance):
                    bound = max(bound, distance)
                    accepted.append(piece)
                case .outside: break
                case .split(let parts):
                    if let pieces = split(piece, into: parts) {
                        next += pieces
                    } else {
                        unresolved.append(piece.start.x...piece.end.x)
                    }
                }
            }
            generation = next
        }
        return Curve(
            runs: connectedRuns, evaluations: evaluations, boundInPixels: bound, unresolved: unresolvedRanges,
            viewport: viewport)
    }

    /// The accepted pieces in order of x; where one does not begin at the end of the one before, a run ends.
    private var connectedRuns: [[CubicPiece]] {
        var runs: [[CubicPiece]] = []
        for piece in accepted.sorted(by: { $0.start.x < $1.start.x }) {
            if let end = runs.last?.last?.end, end.x == piece.start.x {
                runs[runs.count - 1].append(piece)
            } else {
                runs.append([piece])
            }
        }
        return runs
    }

    /// The pieces given up in order of x, neighbours as one.
    private var unresolvedRanges: [ClosedRange<Double>] {
        var ranges: [ClosedRange<Double>] = []
        for range in unresolved.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound...range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    private enum Judgement {
        case accepted(distance: Double)
        /// Proved to be above or below the viewport.
        case outside
        case split(into: Int)
    }

    private mutating func judge(_ piece: CubicPiece) -> Judgement {
        let interval = Interval(piece.start.x, piece.end.x)
        guard piece.start.isFinite, piece.end.isFinite, let fourth = enclosure(order: 4, over: interval) else {
            return .split(into: 2)
        }
        let h = piece.end.x - piece.start.x
        // From square roots, since the fourth power of a short piece underflows.
        let root = fourth.magnitude.squareRoot() * viewport.pixelsPerY.squareRoot() * h * h
        let error = root * root / 384
        if error <= sampler.tolerance { return .accepted(distance: error) }
        if let slope = enclosure(order: 1, over: interval) {
            if isOutside(piece, slope: slope) { return .outside }
            let steepness = slope.mignitude * viewport.pixelsPerY / viewport.pixelsPerX
            if steepness > 1, error / steepness <= sampler.tolerance, isMonotone(piece) {
                return .accepted(distance: error / steepness)
            }
        }
        let ratio = (error / sampler.tolerance).squareRoot().squareRoot()
        // More than eight parts at once would trust an enclosure that is still wide.
        return .split(into: ratio.isFinite ? max(2, min(8, Int(ratio.rounded(.up)))) : 8)
    }

    /// By the mean value theorem the graph over the piece stays within the slope's reach of its left end.
    private func isOutside(_ piece: CubicPiece, slope: Interval) -> Bool {
        let reach = Interval(piece.start.value) + Interval(0, piece.end.x - piece.start.x) * slope
        let margin = sampler.margin / viewport.pixelsPerY
        return reach.lower > viewport.y.upperBound + margin || reach.upper < viewport.y.lowerBound - margin
    }

    private func isMonotone(_ piece: CubicPiece) -> Bool {
        let y = piece.controlPoints.map(\.y)
        return (y[0] <= y[1] && y[1] <= y[2] && y[2] <= y[3]) || (y[0] >= y[1] && y[1] >= y[2] && y[2] >= y[3])
    }

    /// The parts of a piece, or nil when they would be too short for floating point to tell apart.
    private mutating func split(_ piece: CubicPiece, into parts: Int) -> [CubicPiece]? {
        let (a, b) = (piece.start.x, piece.end.x)
        // Nearer to zero floating point could go on for a thousand halvings; a feature there is no wider than elsewhere.
        let scale = max(abs(a), abs(b), (viewport.x.upperBound - viewport.x.lowerBound) * 0x1p-32)
        guard (b - a) / Double(parts) > 8 * scale.ulp else { return nil }
        var points = [piece.start]
        for i in 1..<parts { points.append(evaluate(at: a + (b - a) * (Double(i) / Double(parts)))) }
        points.append(piece.end)
        return zip(points, points.dropFirst()).map { CubicPiece(from: $0, to: $1) }
    }

    private mutating func evaluate(at x: Double) -> CurvePoint {
        evaluations.point += 1
        return function.evaluate(at: x)
    }

    private mutating func enclosure(order: Int, over interval: Interval) -> Interval? {
        evaluations.interval += 1
        return function.enclosure(order: order, over: interval)
    }
}
