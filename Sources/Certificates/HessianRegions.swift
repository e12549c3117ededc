import Calculus
import Losses

/// Where the Hessian of J(w, b) is positive semidefinite, where it is not, and where that was not told: tiles that cover a
/// window.
///
/// ```swift
/// let regions = HessianRegions.prove(
///     LinkedLoss(LossSpec(.mse)), on: try .outlier(samples: 7), w: -4...4, b: -6...6)
/// regions.notSemidefinite.isEmpty  // false: J is not convex
/// regions.undecidedShare           // of the window's area, along the edge between the two
/// ```
public struct HessianRegions: Hashable, Sendable {
    /// A rectangle of (w, b).
    public struct Tile: Hashable, Sendable {
        public let w: Bounds
        public let b: Bounds

        init(_ w: Interval, _ b: Interval) { (self.w, self.b) = (Bounds(w), Bounds(b)) }

        public var area: Double { w.width * b.width }
        public var middle: (w: Double, b: Double) {
            (Interval(w.lower, w.upper).midpoint, Interval(b.lower, b.upper).midpoint)
        }
    }

    /// At every point of which the Hessian is positive semidefinite.
    public internal(set) var semidefinite: [Tile] = []
    /// At no point of which it is.
    public internal(set) var notSemidefinite: [Tile] = []
    public internal(set) var undecided: [Tile] = []
    /// Whether it is positive definite on all of the semidefinite tiles.
    public internal(set) var isDefinite = true

    /// Of the window's area, 0 to 1.
    public var undecidedShare: Double { share(of: undecided) }
    public var notSemidefiniteShare: Double { share(of: notSemidefinite) }

    private func share(of tiles: [Tile]) -> Double {
        let all = (semidefinite + notSemidefinite + undecided).reduce(0) { $0 + $1.area }
        return tiles.reduce(0) { $0 + $1.area } / all
    }

    /// Divides the window until every tile is decided, or `depth` times.
    ///
    /// - Parameter depth: halvings of each side; the undecided tiles are 2^−depth of the window wide at least.
    /// - Complexity: O(N) a tile; at most some 20,000 tiles, and fewer for very many samples.
    public static func prove(
        _ loss: LinkedLoss, on data: Dataset, w: ClosedRange<Double>, b: ClosedRange<Double>, depth: Int = 6
    ) -> HessianRegions {
        func regions(_ loss: some LogitLoss) -> HessianRegions {
            prove(PlaneHessian(AffineObjective(loss, on: data)), w: Interval(w), b: Interval(b), depth: depth)
        }
        return regions(loss.ofLogit)
    }

    static func prove<Loss>(_ hessian: PlaneHessian<Loss>, w: Interval, b: Interval, depth: Int) -> HessianRegions {
        var regions = HessianRegions()
        var budget = min(20_000, max(50, 4_000_000 / hessian.objective.data.count))
        // One generation after the other, so that a spent budget leaves no corner unseen.
        var tiles = [(w, b)]
        for generation in 0...depth {
            var next: [(Interval, Interval)] = []
            for (w, b) in tiles {
                budget -= 1
                switch budget < 0 ? .undecided : hessian.judgement(w: w, b: b) {
                case .definite: regions.semidefinite.append(Tile(w, b))
                case .semidefinite:
                    regions.semidefinite.append(Tile(w, b))
                    regions.isDefinite = false
                case .notSemidefinite: regions.notSemidefinite.append(Tile(w, b))
                case .undecided:
                    if generation == depth || budget < 0 {
                        regions.undecided.append(Tile(w, b))
                    } else {
                        for w in w.divided { for b in b.divided { next.append((w, b)) } }
                    }
                }
            }
            tiles = next
        }
        return regions
    }
}

extension Interval {
    /// Two parts that share an end, not at the middle: an exact zero there defeats tests of signs.
    fileprivate var divided: [Interval] {
        let cut = lower * (1 - 0.4871) + upper * 0.4871
        return lower < cut && cut < upper ? [Interval(lower, cut), Interval(cut, upper)] : [self]
    }
}
