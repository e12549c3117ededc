import Calculus

/// Samples a function into cubic pieces whose distance to the graph is bounded, in pixels, by proof; finds its breaks and
/// never draws across one.
///
/// Goals, in this order: the bound holds and nothing is missed; few evaluations; few pieces.
///
/// The window is divided into cells. A cell is done when one of these is proved of it:
///
/// - *outside*: its values are out of view, or it has none.
/// - *smooth*: its cubic Hermite interpolant is off by at most h⁴/384 · max|f⁗| vertically (Birkhoff and Priver,
///   J. Math. Phys. 46 (1967), doi:10.1002/sapm1967461440), f⁗ being enclosed and continuous. Where the curve is steep
///   the vertical error overstates the distance: if |f′| ≥ m > 0 in pixels and the cubic is monotone, both curves run
///   through the same ordinates, and an error e is met within e/m sideways.
/// - *small*: the function is continuous and its values lie in a box. The chord between its ends is then off by no more
///   than the box is high, nor by more than the box is wide plus what it reaches beyond the ends' ordinates. This ends
///   the search at kinks, cusps and vertical tangents. A box within the bound from corner to corner needs no continuity.
/// - *broken*: it is not continuous and so short that what it leaves undrawn is within the bound: a jump with enclosed
///   slopes beside it, or a pole or a hole in 2⁻¹² of a pixel. Where the domain ends, its last double is found.
///
/// All others are divided, the widest generation first, so that a pole or an oscillation does not starve the rest. What
/// the budget leaves is drawn as boxes that hold the graph, never as a line.
public struct CurveSampler: Sendable {
    /// The distance to stay below, in pixels.
    public var tolerance: Double
    /// Evaluations, of points and intervals together, after which what is left is not resolved further.
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

    /// How far outside the viewport, in pixels, a drawn piece may end, unless the margin is larger: far enough for steep
    /// lines, near enough for renderers (cairo's coordinates wrap round at 2²³) and for rounding not to matter.
    static let reach = 4096.0
    /// The width in pixels at which a pole is left undrawn.
    static let poleWidth = 0x1p-12
    /// The same for a hole or an end of the domain, beside which the values may still change fast.
    static let holeWidth = 0x1p-40

    /// The curve of `function` over the viewport's x range.
    ///
    /// - Complexity: O(pieces) evaluations of a point, at most twice as many enclosures.
    public func sample(_ function: some CurveFunction, in viewport: Viewport) -> Curve {
        sample(function, in: viewport, from: [])
    }

    /// The same, starting from evaluations that were already made, at two or more increasing x that span the
    /// viewport's x range, or none; they count among the curve's evaluations.
    public func sample(_ function: some CurveFunction, in viewport: Viewport, from seeds: [CurvePoint]) -> Curve {
        precondition(
            seeds.isEmpty
                || (seeds.first?.x == viewport.x.lowerBound && seeds.last?.x == viewport.x.upperBound
                    && seeds.count >= 2),
            "the seeds of a curve span the viewport")
        var sampling = Sampling(function: function, viewport: viewport, sampler: self)
        return sampling.run(from: seeds)
    }
}
