import Certificates
import Expressions
import Losses

extension Plan {
    /// For each loss or formula, in their order, the zeros of each of the plan's derivatives; none where no mark shows them.
    func provedZeros(on data: Dataset) throws -> [[ProvedZeros]] {
        guard marks.contains(.zeros) else { return [] }
        return try subjects().map { subject in
            derivatives.map { order in subject.provedZeros(on: data, order: order, window: theta) }
        }
    }
}

extension CurveSubject {
    /// - Parameter order: of the derivative, 0 for the curve itself.
    func provedZeros(on data: Dataset, order: Int, window: ClosedRange<Double>) -> ProvedZeros {
        switch self {
        case .loss(let loss): return .prove(loss, on: data, order: order, window: window)
        case .formula(let expression):
            let samples = expression.needsSamples ? Samples(x: data.x, y: data.y) : nil
            return .prove(expression, on: samples, order: order, window: window)
        }
    }
}
