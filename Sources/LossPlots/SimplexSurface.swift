import Calculus
import CurveSampling
import Losses

/// A loss of three classes over the chart of their triangle, with its gradient.
///
/// A loss with logarithms is infinite on edges of the triangle, and its level lines may run along them, nearer than
/// anything that can be drawn. They are drawn where each such probability is at least `least`.
struct SimplexSurface: SurfaceFunction {
    let loss: ClassLoss
    /// The least probabilities that are drawn, 0 but for classes with a logarithm.
    let least: [Double]

    /// How near to an edge with a pole lines are drawn, in pixels.
    private static let distance = 0.5

    /// - Parameter height: of the triangle in pixels.
    init(_ loss: ClassLoss, height: Double) {
        precondition(loss.truth.count == 3, "the triangle is of three classes")
        self.loss = loss
        let logarithmic = loss.logarithmicClasses
        least = (0..<3).map { logarithmic.contains($0) ? SimplexSurface.distance / height : 0 }
    }

    func evaluate(atX x: Double, y: Double) -> SurfacePoint {
        SurfacePoint(loss(TernaryChart.probabilities(x: Gradient(x: x), y: Gradient(y: y))))
    }

    func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure {
        let p = TernaryChart.probabilities(x: Gradient(x: Enclosure(over: x)), y: Gradient(y: Enclosure(over: y)))
        var enclosure = SurfaceEnclosure(loss(p))
        // No level is looked for in a cell in which nothing is drawn. The slopes serve arcs that lead there, and values on
        // sides and at points the cells that reach there.
        let isOutside = zip(p, least).contains { p, least in (p.value.interval?.upper ?? least) < least }
        if isOutside, x.width > 0, y.width > 0 { enclosure.value = Enclosure(Interval(.greatestFiniteMagnitude)) }
        return enclosure
    }

    /// The triangle, less a strip along edges with a pole.
    var halfPlanes: [HalfPlane] {
        [
            HalfPlane(a: 0, b: 1, c: least[0]), HalfPlane(a: -1, b: -1, c: 2 * least[1] - 1),
            HalfPlane(a: 1, b: -1, c: 2 * least[2] - 1),
        ]
    }

    /// The bands over the whole triangle, of levels cut to ``halfPlanes``.
    func bands(_ sets: [LevelSet], in viewport: Viewport) -> LevelBands {
        let corners = [(x: -1.0, y: 0.0), (1, 0), (0, 1)]
        // A strip's corner is twice as far from the triangle's sides as the strip is wide.
        return LevelBands(
            sets, within: corners, reach: 2 * SimplexSurface.distance + 0.25, of: self, in: viewport)
    }

    /// From the least value of a loss over its triangle to the greatest, which is at a corner where the loss is finite,
    /// since it is convex in p. The least is that of a fine grid and the truth.
    static func values(of loss: ClassLoss) -> ClosedRange<Double>? {
        let corners = [loss.truth.probabilities, [1, 0, 0], [0, 1, 0], [0, 0, 1]]
        let finite = loss.logarithmicClasses.isEmpty ? corners.map { loss($0) } : []
        let values = samples(of: loss) + finite
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...(loss.logarithmicClasses.isEmpty ? high : .infinity)
    }

    /// At the middles of small triangles, off every edge.
    private static func samples(of loss: ClassLoss) -> [Double] {
        let count = 60
        let step = 1 / Double(count)
        return (0..<count).flatMap { i in
            (0..<(count - i)).map { j in
                let (p, q) = ((Double(i) + 1 / 3) * step, (Double(j) + 1 / 3) * step)
                return loss([p, q, 1 - p - q])
            }
        }
    }

    /// Levels of a loss over its triangle, about ten, the highest below what is near a pole alone.
    static func levels(of loss: ClassLoss) -> [Double] {
        let values = samples(of: loss).sorted()
        let shown = loss.logarithmicClasses.isEmpty ? values.count : values.count * 9 / 10
        return LevelChoice(values: Array(values.prefix(shown))).levels.filter { !isEdge($0, of: loss) }
    }

    /// Whether the loss has the value along a good part of an edge, under which its line would lie.
    private static func isEdge(_ level: Double, of loss: ClassLoss) -> Bool {
        (0..<3).contains { k in
            [0.3, 0.45, 0.6, 0.75].count { share in
                var p = [0.0, 0, 0]
                (p[(k + 1) % 3], p[(k + 2) % 3]) = (share, 1 - share)
                return abs(loss(p) - level) <= 1e-9 * max(1, abs(level))
            } > 1
        }
    }
}
