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
        let enclosure = objective.enclosure(order: order + k, over: theta)
        return enclosure.isBounded ? Enclosure(enclosure) : .unknown
    }
}

extension LossName {
    /// The curve of J's derivative of the given order.
    func curve(order: Int, link: Link, data: Dataset) -> any CurveFunction {
        switch (self, link) {
        case (.mse, .sigmoid): ObjectiveCurve(objective: Objective(SigmoidSquaredError(), on: data), order: order)
        case (.mse, .identity): ObjectiveCurve(objective: Objective(SquaredError(), on: data), order: order)
        case (.ce, _): ObjectiveCurve(objective: Objective(SigmoidCrossEntropy(), on: data), order: order)
        }
    }
}
