import Calculus
import Losses

/// What is proved of the mean loss J(w, b) of a weight and a bias: whether it is convex, where it is not, its minima.
///
/// ```swift
/// let certificate = PlaneCertificate.prove(
///     LinkedLoss(LossSpec(.mse)), on: try .outlier(samples: 7), w: -4...4, b: -6...6)
/// certificate.verdict                // not convex, on ℝ²
/// certificate.witness?.determinant   // of the Hessian, below zero
/// ```
///
/// The claims are about the doubles of the data and of the loss's parameters.
public struct PlaneCertificate: Hashable, Sendable {
    /// Where the verdict holds.
    public enum Scope: String, Sendable {
        case plane = "ℝ²"
        case window
    }

    /// A point where the Hessian is not positive semidefinite.
    public struct Witness: Hashable, Sendable {
        public let w: Double
        public let b: Double
        /// Encloses the Hessian's determinant there; the upper end is below zero.
        public let determinant: Bounds
    }

    public let loss: LossSpec
    public let link: Link
    /// N
    public let samples: Int
    public let w: Bounds
    public let b: Bounds
    public internal(set) var verdict = Certificate.Verdict.undecided
    public internal(set) var scope = Scope.window
    public internal(set) var basis = Certificate.Basis.interval
    /// One sentence.
    public internal(set) var reason = ""
    public internal(set) var witness: Witness?
    /// Empty for a loss that is convex by its structure.
    public internal(set) var regions = HessianRegions()
    /// In the window; there may be more that were not found, but for a convex loss.
    public internal(set) var minima: [PlaneMinimum] = []
    /// Whether J attains its infimum over ℝ²; nil where that is not known.
    public internal(set) var hasMinimiser: Bool?

    private init(_ loss: LinkedLoss, _ data: Dataset, _ w: Interval, _ b: Interval) {
        (self.loss, link, samples, self.w, self.b) = (loss.loss, loss.link, data.count, Bounds(w), Bounds(b))
    }

    /// Proves what can be proved of J.
    ///
    /// - Parameters:
    ///   - w: a window of finite w.
    ///   - b: a window of finite b.
    /// - Complexity: O(N) for each of at most some 20,000 enclosures.
    public static func prove(
        _ loss: LinkedLoss, on data: Dataset, w: ClosedRange<Double>, b: ClosedRange<Double>
    ) -> PlaneCertificate {
        func filled(_ formula: some LogitLoss) -> PlaneCertificate {
            var certificate = PlaneCertificate(loss, data, Interval(w), Interval(b))
            let hessian = PlaneHessian(AffineObjective(formula, on: data))
            let structure = StructuralCertificate.prove(loss, on: FeatureTable(data))
            certificate.hasMinimiser = structure.hasMinimiser
            if structure.verdict == .convex || structure.verdict == .strictlyConvex {
                (certificate.verdict, certificate.scope, certificate.basis) = (structure.verdict, .plane, .structural)
                certificate.reason = structure.reason
            } else {
                certificate.decide(hessian, loss)
            }
            if loss.isSmooth { certificate.findMinima(hessian) }
            return certificate
        }
        return filled(loss.ofLogit)
    }

    private mutating func decide(_ hessian: PlaneHessian<some LogitLoss>, _ loss: LinkedLoss) {
        let (w, b) = (Interval(w.lower, w.upper), Interval(b.lower, b.upper))
        regions = HessianRegions.prove(hessian, w: w, b: b, depth: 6)
        if let found = PlaneCertificate.witness(in: regions, of: hessian) {
            witness = found
            (verdict, scope) = (.notConvex, .plane)
            reason = "The determinant of the Hessian is negative at w = \(found.w), b = \(found.b)."
        } else if !regions.notSemidefinite.isEmpty {
            (verdict, scope) = (.notConvex, .plane)
            reason = "The Hessian is nowhere positive semidefinite on some tiles of the window."
        } else if loss.isBounded, PlaneCertificate.isNotConstant(hessian, w, b) {
            (verdict, scope, basis) = (.notConvex, .plane, .structural)
            reason = "J is bounded and not constant, so it is not convex on ℝ²."
        } else if regions.undecided.isEmpty, loss.isSmooth {
            (verdict, scope) = (regions.isDefinite ? .strictlyConvex : .convex, .window)
            reason = "The Hessian is positive semidefinite on tiles that cover the window."
        } else {
            reason = "The sign of the Hessian could not be told on \(regions.undecided.count) tiles of the window."
        }
    }

    /// The most negative determinant at the middles of the largest tiles, at a place of few digits where that will do.
    private static func witness(
        in regions: HessianRegions, of hessian: PlaneHessian<some LogitLoss>
    ) -> Witness? {
        var best: (w: Double, b: Double, determinant: Interval)?
        let tiles = regions.notSemidefinite.sorted { $0.area > $1.area }.prefix(64)
        for tile in tiles {
            let rounded = (w: (tile.middle.w * 100).rounded() / 100, b: (tile.middle.b * 100).rounded() / 100)
            let isInside = tile.w.contains(rounded.w) && tile.b.contains(rounded.b)
            let place = isInside ? rounded : tile.middle
            guard let determinant = hessian.determinant(w: Interval(place.w), b: Interval(place.b)) else { continue }
            if determinant.upper < best?.determinant.upper ?? 0 { best = (place.w, place.b, determinant) }
        }
        return best.map { Witness(w: $0.w, b: $0.b, determinant: Bounds($0.determinant)) }
    }

    /// Whether J is proved to differ between two points.
    private static func isNotConstant(_ hessian: PlaneHessian<some LogitLoss>, _ w: Interval, _ b: Interval) -> Bool {
        let places = [(w.lower, b.lower), (w.upper, b.lower), (w.lower, b.upper), (w.upper, b.upper)]
        let values = places.compactMap { place in
            hessian.objective.slopes(overW: Interval(place.0), b: Interval(place.1)).value.interval
        }
        return values.contains { value in values.contains { $0.intersection(value) == nil } }
    }

    /// From the low places of a grid, each minimum once.
    private mutating func findMinima(_ hessian: PlaneHessian<some LogitLoss>) {
        if hasMinimiser == false, verdict != .notConvex { return }
        let count = samples > 10_000 ? 8 : 24
        func place(_ i: Int, _ j: Int) -> (w: Double, b: Double) {
            (
                w.lower + w.width * (Double(i) + 0.5) / Double(count),
                b.lower + b.width * (Double(j) + 0.5) / Double(count)
            )
        }
        let values = (0..<count).map { j in
            (0..<count).map { i in hessian.objective.value(w: place(i, j).w, b: place(i, j).b) }
        }
        for j in 0..<count {
            for i in 0..<count {
                let around = (max(j - 1, 0)...min(j + 1, count - 1)).flatMap {
                    values[$0][max(i - 1, 0)...min(i + 1, count - 1)]
                }
                guard values[j][i] <= around.min() ?? 0 else { continue }
                let scale = (w: w.width, b: b.width)
                guard let found = hessian.minimum(near: place(i, j), scale: scale) else { continue }
                let isInside =
                    w.lower <= found.w.lower && found.w.upper <= w.upper && b.lower <= found.b.lower
                    && found.b.upper <= b.upper
                let isKnown = minima.contains { known in
                    known.w.lower <= found.w.upper && found.w.lower <= known.w.upper
                        && known.b.lower <= found.b.upper && found.b.lower <= known.b.upper
                }
                if isInside, !isKnown { minima.append(found) }
            }
        }
        if !minima.isEmpty, verdict == .strictlyConvex { hasMinimiser = true }
    }
}
