import CurveSampling
import Losses
import Testing

/// A surface whose level sets are known.
struct ContourCase: Sendable, CustomTestStringConvertible {
    typealias Point = (x: Double, y: Double)

    var name: String
    var surface: any SurfaceFormula
    /// Levels and the number of connected parts of each, where it is known.
    var levels: [(level: Double, parts: Int?)]
    var viewport: Viewport
    /// The true set of a level, for functions that are not continuous.
    var exact: (@Sendable (Double) -> [[Point]])?
    /// What may stay unresolved, in boxes far below a pixel.
    var mayBeLeft: Set<UnresolvedBox.Reason> = []

    var testDescription: String { name }

    init(
        _ name: String, _ surface: any SurfaceFormula, _ levels: [(Double, Int?)],
        x: ClosedRange<Double> = -2...2, y: ClosedRange<Double> = -1.5...1.5,
        left reasons: Set<UnresolvedBox.Reason> = [], exact: (@Sendable (Double) -> [[Point]])? = nil
    ) {
        self.name = name
        self.surface = surface
        self.levels = levels.map { (level: $0.0, parts: $0.1) }
        viewport = Viewport(
            x: x, y: y, width: 400, height: 400 * (y.upperBound - y.lowerBound) / (x.upperBound - x.lowerBound))
        mayBeLeft = reasons
        self.exact = exact
    }

    private static func curve(_ range: ClosedRange<Double>, _ place: (Double) -> Point) -> [Point] {
        (0...2000).map { place(range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 2000) }
    }

    /// Where y = g(x), over x ranges.
    private static func graphs(_ ranges: [ClosedRange<Double>], _ g: (Double) -> Double) -> [[Point]] {
        ranges.map { curve($0) { ($0, g($0)) } }
    }

    static let smooth: [ContourCase] = [
        ContourCase("circle", PolynomialSurface([(1, 2, 0), (1, 0, 2)]), [(1, 1), (0.25, 1), (2, 1)]),
        ContourCase(
            "rotated ellipse", PolynomialSurface([(1, 2, 0), (1, 1, 1), (2, 0, 2)]), [(0.5, 1), (1, 1), (2, 1)]),
        ContourCase("line", PolynomialSurface([(1, 1, 0), (2, 0, 1)]), [(0, 1), (1, 1), (-1.5, 1)]),
        ContourCase("line along the edge", PolynomialSurface([(1, 1, 0)]), [(-2, 1), (0, 1), (2, 1)]),
        ContourCase("xy", PolynomialSurface([(1, 1, 1)]), [(0, 1), (0.3, 2), (-0.5, 2), (1e-5, 2)]),
        ContourCase("x² − y²", PolynomialSurface([(1, 2, 0), (-1, 0, 2)]), [(0, 1), (0.5, 2), (-0.5, 2), (-1e-5, 2)]),
        ContourCase(
            "saddle in general position",
            PolynomialSurface([(1, 2, 0), (0.7, 1, 1), (-1.3, 0, 2), (-0.37, 1, 0), (0.41, 0, 1)]),
            [(saddleLevel, 1), (0.2, 2), (-0.2, 2)]),
        ContourCase("Cassini ovals", Cassini(), [(0, 1), (-0.5, 2), (0.5, 1)]),
        ContourCase("Rosenbrock", Rosenbrock(), [(1, 1), (10, 2), (100, 2)], y: -1...3),
        ContourCase("Himmelblau", Himmelblau(), [(10, 4), (50, 3), (150, 1)], x: -6...6, y: -6...6),
        ContourCase("sin x sin y", SineProduct(), [(0, 1), (0.5, 12), (-0.5, 12)], x: -7...7, y: -5...5),
        ContourCase("sin x + cos y", SineAndCosine(), [(0, 3), (1, 7)], x: -7...7, y: -5...5),
        ContourCase("monkey saddle", PolynomialSurface([(1, 3, 0), (-3, 1, 2)]), [(0, 1), (0.5, 3), (-0.5, 3)]),
        ContourCase("peaks", Peaks(), [(0.45, 2), (0.2, 2), (0.49, 2)]),
        ContourCase(
            "sin r", Ripples(), [(0, 4), (0.5, 5), (-0.7, 10)], x: -10...10, y: -7.5...7.5, left: [.tangential]),
    ]

    /// The value at the critical point of the saddle in general position.
    private static var saddleLevel: Double {
        // 2x + 0.7y = 0.37 and 0.7x − 2.6y = −0.41.
        let determinant = 2 * -2.6 - 0.7 * 0.7
        let x = (0.37 * -2.6 - 0.7 * -0.41) / determinant
        let y = (2 * -0.41 - 0.7 * 0.37) / determinant
        return (-0.37 * x + 0.41 * y) / 2
    }

    /// Level 0 of polynomials with a singular point there.
    static let singular: [ContourCase] = [
        ContourCase("folium", PolynomialSurface([(1, 3, 0), (1, 0, 3), (-3, 1, 1)]), [(0, 1), (0.1, 2), (-0.1, 2)]),
        ContourCase("quadrifolium", Quadrifolium(), [(0, 1), (-0.01, 4)], left: [.tangential]),
        ContourCase("cusp", PolynomialSurface([(1, 0, 2), (-1, 3, 0)]), [(0, 1), (0.01, 1), (-0.01, 1)]),
        ContourCase(
            "point and curve", PolynomialSurface([(1, 0, 2), (-1, 3, 0), (1, 2, 0)]), [(0, 1), (0.05, 2)],
            left: [.tangential]),
        ContourCase(
            "three lines", PolynomialSurface([(1, 2, 1), (1, 1, 2), (-1, 1, 1)]), [(0, 1), (0.01, 3), (-0.01, 4)]),
        ContourCase(
            "tangent parabolas", PolynomialSurface([(1, 0, 2), (-1, 4, 0)]), [(0, nil), (0.01, 2)], left: [.tangential]),
        ContourCase("circle squared", CircleSquared(), [(1e-4, 2), (0.25, 2)]),
        ContourCase(
            "circle squared, its bottom", CircleSquared(), [(0, 0)],
            left: [.tangential, .budget, .flat, .speck]),
        ContourCase("ninth power", PolynomialSurface([(1, 9, 0), (1, 0, 9)]), [(0, 1), (1e-9, 1)]),
    ]

    static let kinked: [ContourCase] = [
        ContourCase("max(|x|, |y|)", Squares(), [(0.5, 1), (1, 1), (1.4, 1)]),
        ContourCase("|x| + |y|", Diamonds(), [(0.5, 1), (1, 1), (1.4, 1)]),
        ContourCase("two islands 3 px apart", TwoWells(), [(0.007225, 2), (0.02, 1), (0.5, 1)]),
        ContourCase("∛x + y", CubeRootSum(), [(0, 1), (0.4, 1), (-1.2, 1)]),
        ContourCase("two hinges", Hinges(), [(1.1, 1), (0.5, 1), (2, 1)]),
    ]

    static let broken: [ContourCase] = [
        ContourCase("1/(x + y)", ReciprocalOfSum(), [(0, 0), (1, 1), (-2, 1)], left: [.notContinuous]) { level in
            level == 0 ? [] : graphs([-4...4]) { 1 / level - $0 }
        },
        ContourCase(
            "tan x + y", TangentSum(), [(0, 3), (1, 3), (-0.5, 3)], x: -4...4, y: -3...3, left: [.notContinuous]
        ) { level in
            // By y, since it is steep in x.
            (-1...1).map { k in
                curve(-3.2...3.2) { (ContourReferee.arctangent(level - $0) + Double(k) * Double.pi, $0) }
            }
        },
        ContourCase("x + floor y", Steps(), [(0.5, 3), (0.25, 3), (-0.3, 4)], left: [.notContinuous]) { level in
            (-2...1).map { k in
                let (low, high) = (max(-1.5, Double(k)), min(1.5, Double(k + 1)))
                return curve(low...high) { (level - Double(k), $0) }
            }
        },
        ContourCase("angle", Angle(), [(0, 1), (2.5, 1), (-1, 1)], left: [.notContinuous]) { level in
            let end = ContourReferee.direction(level)
            return [curve(0...5) { ($0 * end.x, $0 * end.y) }]
        },
        ContourCase("√(1 − r²)", Hemisphere(), [(0.3, 1), (0.8, 1), (0.1, 1)], left: [.notContinuous]) { level in
            let radius = (1 - level * level).squareRoot()
            return [
                curve(0...(2 * Double.pi)) {
                    let direction = ContourReferee.direction($0)
                    return (radius * direction.x, radius * direction.y)
                }
            ]
        },
        ContourCase("log xy", LogarithmOfProduct(), [(-1, 2), (0, 2), (1, 2)], left: [.notContinuous]) { level in
            let product = ContourReferee.exponential(level)
            return graphs([-3 ... -0.01, 0.01...3]) { product / $0 }
        },
    ]

    static func objectives() throws -> [ContourCase] {
        let data = try Dataset.outlier(samples: 7)
        func objective(_ loss: ObjectiveSurface.Loss) -> ObjectiveSurface { ObjectiveSurface(data: data, loss: loss) }
        return [
            ContourCase(
                "MSE∘σ (w, b)", objective(.squaredSigmoid), [(0.15, 1), (0.22, 1), (0.3, 1)], x: -4...8, y: -6...4),
            ContourCase("CE (w, b)", objective(.crossEntropy), [(0.7, 1), (1, 1), (2, 2)], x: -4...4, y: -4...4),
            ContourCase("linear regression", objective(.squared), [(0.3, 1), (1, 1), (3, 1)], x: -1...1, y: -2...2.5),
        ]
    }
}
