import Scenes
import TestSupport
import Testing

@testable import Figures

@Suite("Parallel projection")
struct ProjectionTests {
    @Test("From −90° x runs to the right, y away and up the page, z up")
    func front() {
        let projection = Projection(ViewAngles(azimuth: -90, elevation: 30), scale: (100, 100))
        let x = projection(SpacePoint(0.5, 0, 0))
        #expect(abs(x.x - 50) < 1e-12 && x.y == 0)
        let y = projection(SpacePoint(0, 0.5, 0))
        #expect(y.x == 0 && abs(y.y + 25) < 1e-9)
        let z = projection(SpacePoint(0, 0, 1))
        #expect(z.x == 0 && abs(z.y + 86.60254037844386) < 1e-9)
    }

    @Test("What lies on a way to the viewer lies on one point of the page", arguments: [-170.0, -60, 0, 45, 90, 180])
    func ways(azimuth: Double) {
        for elevation in [5.0, 30, 85] {
            let projection = Projection(
                ViewAngles(azimuth: azimuth, elevation: elevation), scale: (130, 100), origin: Point(x: 7, y: 9))
            let start = SpacePoint(0.1, -0.3, 0.2)
            let (dx, dy) = projection.towards
            let (a, b) = (projection(start), projection(start + SpacePoint(dx, dy, projection.rise)))
            #expect(abs(a.x - b.x) < 1e-9 && abs(a.y - b.y) < 1e-9)
        }
    }

    @Test("The nearest corner of the floor is the lowest on the page")
    func nearest() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<200 {
            let view = ViewAngles(
                azimuth: .random(in: -180...180, using: &random), elevation: .random(in: 5...85, using: &random))
            let projection = Projection(view)
            let box = SpaceBox(projection)
            let lowest = SpaceBox.corners.map { projection($0).y }.max() ?? 0
            #expect(abs(projection(SpacePoint(box.near.x, box.near.y, 0)).y - lowest) < 1e-12)
            let leftmost = SpaceBox.corners.map { projection($0).x }.min() ?? 0
            #expect(abs(projection(SpacePoint(box.left.x, box.left.y, 0)).x - leftmost) < 1e-12)
        }
    }
}
