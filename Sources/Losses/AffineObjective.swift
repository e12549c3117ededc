import Calculus

/// J(w, b) = (1/N) Σ φ(w·xᵢ + b; yᵢ): the mean loss of a model with one weight and a bias.
///
/// ```swift
/// let objective = AffineObjective(SigmoidCrossEntropy(), on: try .outlier(samples: 7))
/// objective.slopes(w: 0, b: 0).value  // ln 2
/// ```
public struct AffineObjective<Loss: LogitLoss>: Sendable {
    public let loss: Loss
    public let data: Dataset

    public init(_ loss: Loss, on data: Dataset) {
        self.loss = loss
        self.data = data
    }

    /// J and its gradient at a point.
    ///
    /// - Complexity: O(N).
    // Levels are traced and tiles judged by thousands of these, mostly of three losses.
    @specialized(where Loss == SigmoidSquaredError)
    @specialized(where Loss == SigmoidCrossEntropy)
    @specialized(where Loss == SquaredError)
    public func slopes(w: Double, b: Double) -> (value: Double, dw: Double, db: Double) {
        var (value, dw, db) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for (x, y) in zip(data.x, data.y) {
            let z = w * x + b
            let slope = loss.derivative(1, at: z, label: y)
            value.add(loss.value(z, label: y))
            dw.add(x * slope)
            db.add(slope)
        }
        let count = Double(data.count)
        return (value.value / count, dw.value / count, db.value / count)
    }

    /// J alone.
    public func value(w: Double, b: Double) -> Double {
        var sum = CompensatedSum()
        for (x, y) in zip(data.x, data.y) { sum.add(loss.value(w * x + b, label: y)) }
        return sum.value / Double(data.count)
    }

    /// Encloses J and its gradient over a box, with what is known of their continuity.
    @specialized(where Loss == SigmoidSquaredError)
    @specialized(where Loss == SigmoidCrossEntropy)
    @specialized(where Loss == SquaredError)
    public func slopes(overW w: Interval, b: Interval) -> (value: Enclosure, dw: Enclosure, db: Enclosure) {
        var (value, dw, db) = (Enclosure(0), Enclosure(0), Enclosure(0))
        for (x, y) in zip(data.x, data.y) {
            let z = w * Interval(x) + b
            let slope = loss.enclosure(order: 1, over: z, label: y)
            value = value + loss.enclosure(order: 0, over: z, label: y)
            dw = dw + Enclosure(x) * slope
            db = db + slope
        }
        let count = Enclosure(Double(data.count))
        return (value / count, dw / count, db / count)
    }

    /// Encloses mean φ⁽ᵏ⁾(z)·(x − shift)ʲ over a box, for j from 0 to `degree`, k being `order`.
    ///
    /// The second derivatives of J are those of order 2 with j = 2, 1 and 0, for a shift of zero. Any shift gives the same
    /// determinant of the Hessian; one near the mean of x leaves the least to cancel.
    @specialized(where Loss == SigmoidSquaredError)
    @specialized(where Loss == SigmoidCrossEntropy)
    @specialized(where Loss == SquaredError)
    public func moments(
        order: Int, degree: Int, overW w: Interval, b: Interval, shift: Double
    ) -> [Enclosure] {
        var sums = Array(repeating: Enclosure(0), count: degree + 1)
        for (x, y) in zip(data.x, data.y) {
            var term = loss.enclosure(order: order, over: w * Interval(x) + b, label: y)
            let factor = Enclosure(Interval(x) - Interval(shift))
            sums[0] = sums[0] + term
            for j in 1..<(degree + 1) where degree > 0 {
                term = term * factor
                sums[j] = sums[j] + term
            }
        }
        let count = Enclosure(Double(data.count))
        return sums.map { $0 / count }
    }

    /// The same at a point, without proof.
    public func moments(order: Int, degree: Int, w: Double, b: Double, shift: Double) -> [Double] {
        var sums = Array(repeating: CompensatedSum(), count: degree + 1)
        for (x, y) in zip(data.x, data.y) {
            var term = loss.derivative(order, at: w * x + b, label: y)
            for j in 0...degree {
                sums[j].add(term)
                term *= x - shift
            }
        }
        return sums.map { $0.value / Double(data.count) }
    }
}
