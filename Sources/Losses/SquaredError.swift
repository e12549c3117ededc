import Calculus

/// Squared error of the raw logit, (y − z)²: linear regression's loss, convex for any data.
public struct SquaredError: LogitLoss {
    public init() {}

    @inline(__always)
    public func value(_ z: Double, label y: Double) -> Double { (y - z) * (y - z) }

    @inline(__always)
    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        order == 1 ? 2 * (z - y) : order == 2 ? 2 : 0
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        switch order {
        case 0: Enclosure((z - Interval(y)).power(2))
        case 1: Enclosure(Interval(2) * (z - Interval(y)))
        case 2: Enclosure(2)
        default: Enclosure(0)
        }
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? { order == 2 ? 2 : 0 }
}
