import Calculus
import CurveSampling
import Losses

/// J or a derivative of it, to be drawn over θ.
struct ObjectiveFunction<Loss: LogitLoss>: CurveFunction {
    var objective: Objective<Loss>
    var order = 0

    func evaluate(at x: Double) -> CurvePoint {
        CurvePoint(x: x, value: objective.derivative(order, at: x), slope: objective.derivative(order + 1, at: x))
    }

    func enclosure(order k: Int, over x: Interval) -> Enclosure {
        objective.enclosure(order: order + k, over: x)
    }
}

struct PolynomialFunction: CurveFunction {
    /// The polynomial and its derivatives, by order.
    private let derivatives: [Polynomial]

    init(_ coefficients: [Double]) {
        derivatives = (0..<4).reduce(into: [Polynomial(coefficients)]) { list, order in
            list.append(list[order].derivative)
        }
    }

    func evaluate(at x: Double) -> CurvePoint {
        CurvePoint(x: x, value: derivatives[0](x), slope: derivatives[1](x))
    }

    func enclosure(order: Int, over x: Interval) -> Enclosure { Enclosure(derivatives[order].enclosure(over: x)) }
}

/// A function of which nothing is known inside `hole`, otherwise as `base`.
struct PartlyKnown<Base: CurveFunction>: CurveFunction {
    var base: Base
    var hole: Interval

    func evaluate(at x: Double) -> CurvePoint { base.evaluate(at: x) }

    func enclosure(order: Int, over x: Interval) -> Enclosure {
        x.upper < hole.lower || x.lower > hole.upper ? base.enclosure(order: order, over: x) : .unknown
    }
}

/// 1/x, with no enclosure across its pole.
struct Reciprocal: CurveFunction {
    func evaluate(at x: Double) -> CurvePoint { CurvePoint(x: x, value: 1 / x, slope: -1 / (x * x)) }

    func enclosure(order: Int, over x: Interval) -> Enclosure {
        let factorials = [1.0, -1, 2, -6, 24]
        return Enclosure(factorials[order]) / Enclosure(over: x).power(order + 1)
    }
}

extension Viewport {
    /// A view of the window in which the function's range, by dense evaluation, takes nine tenths of the height.
    static func fitting(
        _ function: some CurveFunction, over x: ClosedRange<Double>, width: Double = 800, height: Double = 400
    ) -> Viewport {
        let values = (0...1_000).map {
            function.evaluate(at: x.lowerBound + (x.upperBound - x.lowerBound) * Double($0) / 1_000).value
        }
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        // A range at the level of rounding is a constant's.
        let isFlat = high - low <= 1e-9 * max(abs(low), abs(high))
        let room = isFlat ? max(abs(high), 1e-3) : (high - low) / 18
        return Viewport(x: x, y: (low - room)...(high + room), width: width, height: height)
    }
}
