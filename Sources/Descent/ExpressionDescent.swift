import Calculus
import Expressions

/// An expression of one or two variables as something to descend, its derivatives the middles of enclosures, as those of
/// ``MeanLossDescent`` are, for the same reason.
public struct ExpressionDescent: DescentFunction {
    private let expression: Expression
    private let samples: Samples?

    /// - Parameter samples: needed where the expression needs some.
    public init(_ expression: Expression, samples: Samples?) {
        self.expression = expression
        self.samples = samples
    }

    public var dimension: Int { expression.variables.count }

    /// Up to so many samples derivatives are enclosed.
    private static let exactLimit = 500
    private var isEnclosed: Bool { samples.map { $0.x.count <= ExpressionDescent.exactLimit } ?? true }

    public func slopes(at point: [Double]) -> DescentSlopes {
        guard point.allSatisfy(\.isFinite) else {
            return DescentSlopes(value: .nan, gradient: Array(repeating: .nan, count: dimension))
        }
        if dimension == 1 {
            let derivatives = self.derivatives(at: point[0])
            return DescentSlopes(value: derivatives[0], gradient: [derivatives[1]])
        }
        if isEnclosed {
            let known = expression.gradient(over: Interval(point[0]), Interval(point[1]), samples: samples)
            if let value = known.value.provedMiddle, let dx = known.dx.provedMiddle, let dy = known.dy.provedMiddle {
                return DescentSlopes(value: value, gradient: [dx, dy])
            }
        }
        let known = expression.gradient(at: point[0], point[1], samples: samples)
        return DescentSlopes(value: known.value, gradient: [known.dx, known.dy])
    }

    public func hessian(at point: [Double]) -> [[Double]] {
        guard point.allSatisfy(\.isFinite) else {
            return Array(repeating: Array(repeating: .nan, count: dimension), count: dimension)
        }
        if dimension == 1 { return [[derivatives(at: point[0])[2]]] }
        if isEnclosed {
            let known = second(Enclosure(point[0]), Enclosure(point[1])).compactMap(\.provedMiddle)
            if known.count == 3 { return [[known[0], known[1]], [known[1], known[2]]] }
        }
        let known = second(point[0], point[1])
        return [[known[0], known[1]], [known[1], known[2]]]
    }

    /// Value, slope and second derivative of an expression of one variable.
    private func derivatives(at x: Double) -> [Double] {
        if isEnclosed {
            let jet: Jet<3, Enclosure> = expression.jet(over: Interval(x), samples: samples)
            let known = (0...2).compactMap { jet.provedDerivative($0).provedMiddle }
            if known.count == 3 { return known }
        }
        let jet: Jet<3, Double> = expression.jet(at: x, samples: samples)
        return (0...2).map { jet.derivative($0) }
    }

    /// ∂²/∂x², ∂²/∂x∂y and ∂²/∂y²: the gradients of the slopes.
    private func second<S: Scalar>(_ x: S, _ y: S) -> [S] {
        let known = expression.evaluate(
            Gradient(x: Gradient(x: x)), Gradient(y: Gradient(y: y)), samples: samples)
        return [known.dx.dx, known.dx.dy, known.dy.dy]
    }
}
