import Calculus
import CurveSampling
import Losses

/// A derivative of an objective as a curve to be sampled.
struct ObjectiveCurve<Loss: LogitLoss>: CurveFunction {
    let objective: Objective<Loss>
    let order: Int

    func evaluate(at theta: Double) -> CurvePoint {
        CurvePoint(
            x: theta, value: objective.derivative(order, at: theta), slope: objective.derivative(order + 1, at: theta))
    }

    func enclosure(order k: Int, over theta: Interval) -> Enclosure {
        objective.enclosure(order: order + k, over: theta)
    }
}

extension LinkedLoss {
    /// The curve of J's derivative of the given order.
    func curve(order: Int, data: Dataset) -> any CurveFunction {
        func curve(_ loss: some LogitLoss) -> any CurveFunction {
            ObjectiveCurve(objective: Objective(loss, on: data), order: order)
        }
        return curve(ofLogit)
    }
}
