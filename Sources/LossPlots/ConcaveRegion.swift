import Certificates
import CurveSampling
import Figures
import Losses
import Typography

/// The part of a window of (w, b) in which the Hessian of J is not positive semidefinite, as it is drawn.
///
/// Its edge, where the least eigenvalue vanishes, is sought numerically, on a grid of a few pixels: enclosures of a determinant whose magnitude
/// ranges over many powers of ten would cost a hundred times the rest of the figure. What is proved decides which side is
/// which and is held against it: where the two disagree, or the edge cannot be followed, the proved tiles are drawn.
struct ConcaveRegion {
    private(set) var outlines: [[DataPoint]] = []
    private(set) var edges: [[DataPoint]] = []

    /// Points between two lines of the grid.
    private static let spacing = 4.0

    /// Nil where nothing is proved to be in the region.
    init?(_ loss: LinkedLoss, on data: Dataset, regions: HessianRegions, in viewport: Viewport) {
        guard let sure = regions.notSemidefinite.max(by: { $0.area < $1.area }) else { return nil }
        let lines = data.count <= 2000 ? ConcaveRegion.edges(of: loss, on: data, in: viewport) : []
        let polygons = ParityRegion(lines: lines, in: viewport, holding: (sure.middle.w, sure.middle.b))
        if let polygons, data.count <= 2000, ConcaveRegion.agree(polygons, regions) {
            outlines = polygons.outlines.map { $0.map { DataPoint(x: $0.x, y: $0.y) } }
            edges = lines.map { $0.map { DataPoint(x: $0.x, y: $0.y) } }
        } else {
            outlines = regions.notSemidefinite.map { tile in
                [
                    DataPoint(x: tile.w.lower, y: tile.b.lower), DataPoint(x: tile.w.upper, y: tile.b.lower),
                    DataPoint(x: tile.w.upper, y: tile.b.upper), DataPoint(x: tile.w.lower, y: tile.b.upper),
                ]
            }
        }
    }

    private static func agree(_ polygons: ParityRegion, _ regions: HessianRegions) -> Bool {
        regions.notSemidefinite.allSatisfy { polygons.contains(($0.middle.w, $0.middle.b)) }
            && regions.semidefinite.allSatisfy { !polygons.contains(($0.middle.w, $0.middle.b)) }
    }

    /// The lines on which the least eigenvalue vanishes.
    private static func edges(
        of loss: LinkedLoss, on data: Dataset, in viewport: Viewport
    ) -> [[(x: Double, y: Double)]] {
        func edges(_ formula: some LogitLoss) -> [[(x: Double, y: Double)]] {
            let hessian = PlaneHessian(AffineObjective(formula, on: data))
            return MarchingSquares(in: viewport, spacing: spacing) { hessian.leastEigenvalue(w: $0, b: $1) }.lines
        }
        return edges(loss.ofLogit)
    }
}
