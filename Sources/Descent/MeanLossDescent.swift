import Calculus
import Losses

/// J(θ) of one weight as something to descend.
///
/// The derivatives are the middles of enclosures at the point, which come from IEEE 754's arithmetic and MPFR alone: a
/// descent near a hilltop magnifies the last bits of its slopes, and those of the system's exponential function differ
/// between machines, even between two of the same library (glibc chooses a variant by the processor). Beyond
/// ``MeanLossDescent/exactLimit`` samples, where enclosures would take too long, and at kinks, where they hold both
/// slopes, the system's function is taken.
public struct MeanLossDescent<Loss: LogitLoss>: DescentFunction {
    private let objective: Objective<Loss>

    public init(_ objective: Objective<Loss>) { self.objective = objective }

    public var dimension: Int { 1 }

    public static var exactLimit: Int { Objective<Loss>.exactLimit }

    public func slopes(at point: [Double]) -> DescentSlopes {
        DescentSlopes(value: derivative(0, at: point[0]), gradient: [derivative(1, at: point[0])])
    }

    public func hessian(at point: [Double]) -> [[Double]] { [[derivative(2, at: point[0])]] }

    private func derivative(_ order: Int, at theta: Double) -> Double {
        guard theta.isFinite else { return .nan }
        if objective.data.count <= MeanLossDescent.exactLimit,
            let middle = objective.enclosure(order: order, over: Interval(theta)).provedMiddle
        {
            return middle
        }
        return objective.derivative(order, at: theta)
    }
}

/// J(w, b) likewise.
public struct PlaneLossDescent<Loss: LogitLoss>: DescentFunction {
    private let objective: AffineObjective<Loss>

    public init(_ objective: AffineObjective<Loss>) { self.objective = objective }

    public var dimension: Int { 2 }

    private var isEnclosed: Bool { objective.data.count <= Objective<Loss>.exactLimit }

    public func slopes(at point: [Double]) -> DescentSlopes {
        let (w, b) = (point[0], point[1])
        guard w.isFinite, b.isFinite else { return DescentSlopes(value: .nan, gradient: [.nan, .nan]) }
        if isEnclosed {
            let known = objective.slopes(overW: Interval(w), b: Interval(b))
            if let value = known.value.provedMiddle, let dw = known.dw.provedMiddle, let db = known.db.provedMiddle {
                return DescentSlopes(value: value, gradient: [dw, db])
            }
        }
        let known = objective.slopes(w: w, b: b)
        return DescentSlopes(value: known.value, gradient: [known.dw, known.db])
    }

    public func hessian(at point: [Double]) -> [[Double]] {
        let (w, b) = (point[0], point[1])
        guard w.isFinite, b.isFinite else { return [[.nan, .nan], [.nan, .nan]] }
        var moments: [Double] = []
        if isEnclosed {
            moments = objective.moments(order: 2, degree: 2, overW: Interval(w), b: Interval(b), shift: 0)
                .compactMap(\.provedMiddle)
        }
        if moments.count < 3 { moments = objective.moments(order: 2, degree: 2, w: w, b: b, shift: 0) }
        return [[moments[2], moments[1]], [moments[1], moments[0]]]
    }
}

extension LinkedLoss {
    /// J(θ) of one weight on the data.
    public func descentFunction(ofWeightOn data: Dataset) -> any DescentFunction {
        func function(_ loss: some LogitLoss) -> any DescentFunction { MeanLossDescent(Objective(loss, on: data)) }
        return function(ofLogit)
    }

    /// J(w, b) on the data.
    public func descentFunction(ofWeightAndBiasOn data: Dataset) -> any DescentFunction {
        func function(_ loss: some LogitLoss) -> any DescentFunction {
            PlaneLossDescent(AffineObjective(loss, on: data))
        }
        return function(ofLogit)
    }
}

extension Enclosure {
    /// The middle of what is continuous there, nil elsewhere.
    var provedMiddle: Double? {
        guard isContinuous, let interval, interval.isBounded else { return nil }
        // The square of zero, rounded outwards, is zero still, and not half of the least number there is.
        if interval.contains(0), interval.magnitude < .leastNormalMagnitude { return 0 }
        return interval.midpoint
    }
}
