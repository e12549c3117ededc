import Calculus
import Certificates
import CurveSampling
import Descent
import Losses

extension DescentArrival {
    /// Boxes between a minimum and an end are proved in so many parts.
    private static let parts = 16

    /// The minimum of one parameter in whose valley a descent ended, where it is proved.
    init?(_ path: DescentPath, on curve: any CurveFunction, _ certificate: Certificate) {
        let end = path.end.position[0]
        guard end.isFinite else { return nil }
        let found = certificate.minima.first { minimum in
            let hull = Interval(min(minimum.theta.lower, end), max(minimum.theta.upper, end))
            return DescentArrival.bendsUp(curve, over: hull)
        }
        guard let found else { return nil }
        let theta = found.theta.middle
        let width = certificate.window.upper - certificate.window.lower
        let rank: Rank
        let lower = certificate.minima.filter { $0.value.upper < found.value.lower }
            .min { $0.value.upper < $1.value.upper }
        if certificate.isConvex, certificate.isProved, certificate.scope == .real {
            rank = .global
        } else if let lower {
            rank = .local(least: lower.value.shown, at: [lower.theta.middle])
        } else if let least = certificate.globalMinimum {
            if least.upper < found.value.lower {
                rank = .local(least: least.middle, at: nil)
            } else {
                // As low as the least value's enclosure reaches, unless an edge of the window, another minimum or a stretch
                // of which nothing is known is as low.
                let ends = certificate.ends.compactMap { $0 }
                let isAlone =
                    certificate.unresolvedSlopes.isEmpty && ends.count == 2
                    && ends.allSatisfy { $0.lower > found.value.upper }
                    && certificate.minima.allSatisfy { $0 == found || $0.value.lower > found.value.upper }
                rank = isAlone ? .leastInWindow : .unknown
            }
        } else {
            rank = .unknown
        }
        self.init(
            position: [theta], value: found.value.shown,
            isReached: abs(end - theta) <= DescentArrival.nearness * width, rank: rank)
    }

    private static func bendsUp(_ curve: any CurveFunction, over hull: Interval) -> Bool {
        let width = hull.upper - hull.lower
        return (0..<parts).allSatisfy { k in
            let low = hull.lower + width * Double(k) / Double(parts)
            let high = k == parts - 1 ? hull.upper : hull.lower + width * Double(k + 1) / Double(parts)
            guard low <= high else { return false }
            let bend = curve.enclosure(order: 2, over: Interval(low, high))
            return bend.isContinuous && bend.interval.map { $0.lower > 0 } ?? false
        }
    }

    /// The minimum over (w, b) in whose valley a descent ended, where it is proved.
    init?(_ path: DescentPath, on loss: LinkedLoss, data: Dataset, _ certificate: PlaneCertificate) {
        let end = path.end.position
        guard end.count == 2, end.allSatisfy(\.isFinite) else { return nil }
        func bendsUp(_ loss: some LogitLoss, _ w: Interval, _ b: Interval) -> Bool {
            let hessian = PlaneHessian(AffineObjective(loss, on: data))
            guard hessian.leastEigenvalue(w: end[0], b: end[1]) > 0 else { return false }
            // With a determinant above zero all over, no eigenvalue changes its sign between the end and the minimum.
            return DescentArrival.tiles(w, b).allSatisfy { w, b in
                hessian.determinant(w: w, b: b).map { $0.lower > 0 } ?? false
            }
        }
        let found = certificate.minima.first { minimum in
            let w = Interval(min(minimum.w.lower, end[0]), max(minimum.w.upper, end[0]))
            let b = Interval(min(minimum.b.lower, end[1]), max(minimum.b.upper, end[1]))
            func check(_ loss: some LogitLoss) -> Bool { bendsUp(loss, w, b) }
            return check(loss.ofLogit)
        }
        guard let found else { return nil }
        let place = [found.w.middle, found.b.middle]
        let lower = certificate.minima.filter { $0.value.upper < found.value.lower }
            .min { $0.value.upper < $1.value.upper }
        let isConvex = [.convex, .strictlyConvex].contains(certificate.verdict) && certificate.basis != .sampled
        let rank: Rank =
            if let lower {
                .local(least: lower.value.shown, at: [lower.w.middle, lower.b.middle])
            } else if isConvex, certificate.scope == .plane {
                .global
            } else if isConvex {
                .leastInWindow
            } else {
                .unknown
            }
        let isNear =
            abs(end[0] - place[0]) <= DescentArrival.nearness * (certificate.w.upper - certificate.w.lower)
            && abs(end[1] - place[1]) <= DescentArrival.nearness * (certificate.b.upper - certificate.b.lower)
        self.init(position: place, value: found.value.shown, isReached: isNear, rank: rank)
    }

    private static func tiles(_ w: Interval, _ b: Interval) -> [(Interval, Interval)] {
        let count = 4
        func part(_ range: Interval, _ k: Int) -> Interval {
            let width = range.upper - range.lower
            let low = range.lower + width * Double(k) / Double(count)
            return Interval(
                low, k == count - 1 ? range.upper : max(low, range.lower + width * Double(k + 1) / Double(count)))
        }
        return (0..<count).flatMap { i in (0..<count).map { (part(w, i), part(b, $0)) } }
    }
}
