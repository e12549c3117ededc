import Scenes
import TestSupport
import Testing

@testable import Figures

@Suite("What is seen of lines on a surface")
struct SurfaceSightTests {
    private func sight(_ mesh: SurfaceMesh, z: ClosedRange<Double> = -1...1, view: ViewAngles) -> SurfaceSight {
        SurfaceSight(
            grid: SurfaceGrid(mesh, scales: SpaceScales(mesh: mesh, z: z)),
            projection: Projection(view, scale: (300, 300)))
    }

    @Test("A path behind a ridge is hidden, and comes into sight again on its near side")
    func ridge() throws {
        // A ridge along x at y = 0, seen from in front of it.
        let mesh = SampleSurfaces.mesh(81) { _, y in max(-1, 0.9 - 6 * abs(y)) }
        let sight = sight(mesh, view: ViewAngles(azimuth: -90, elevation: 60))
        let lifted = sight.lifted([(x: 0.1, y: 0.45), (x: 0.1, y: -0.45)])
        #expect(lifted.count == 1)
        let parts = lifted.flatMap { sight.seenParts(of: $0, on: .upper) }
        // The far plain, until the ridge covers it; and the near slope and plain.
        try #require(parts.count == 2)
        let (far, near) = (parts[0], parts[1])
        #expect(abs(near[0].y) < 0.01 && abs((near.last?.y ?? 0) + 0.45) < 1e-9)
        // The ridge's top, 1.9 of the window of two above its bottom, hides what lies behind it by its height over the tangent.
        let height = SpaceScales.height - SpaceScales.gap
        let shadow = height * 0.95 / Double(3).squareRoot()
        #expect(abs((far.last?.y ?? 0) - shadow) < 0.01)
    }

    @Test("A point is seen exactly if no triangle is nearer on its way to the viewer", arguments: 0..<4)
    func points(seed: UInt64) {
        var random = SplitMix64(seed: seed + 100)
        let view = ViewAngles(
            azimuth: .random(in: -180...180, using: &random), elevation: .random(in: 8...60, using: &random))
        let mesh = SampleSurfaces.random(31, using: &random)
        let drawing = SurfaceShapesTests.Drawing(mesh, view: view)
        let sight = SurfaceSight(grid: drawing.grid, projection: drawing.projection)
        var seen = 0
        for _ in 0..<100 {
            let (x, y) = (Double.random(in: -0.5...0.5, using: &random), Double.random(in: -0.5...0.5, using: &random))
            guard let point = drawing.grid.point(atX: x, y: y) else { continue }
            let share = (point.z - drawing.grid.bottom) / (drawing.grid.top - drawing.grid.bottom)
            guard let nearest = drawing.nearest(at: drawing.projection(point)) else { continue }
            let isSeen = sight.sees(point, on: .both)
            if isSeen { seen += 1 }
            // Through a hole the lower side of what is behind it may show, of which .both cannot know.
            if mesh.values.allSatisfy(\.isFinite) { #expect(isSeen == (abs(nearest - share) < 1e-6), "\(x), \(y)") }
        }
        #expect(seen > 10)
    }

    @Test("A lifted path lies on the surface, in pieces of one triangle each, and ends at the window and at holes")
    func lifted() {
        let mesh = SampleSurfaces.mesh(17) { x, y in x * x + y > 0.9 && x > 1 ? .nan : 0.4 * x * y }
        let sight = sight(mesh, z: -0.5...1, view: .standard)
        let parts = sight.lifted([(x: -0.7, y: 0.1), (x: 0.2, y: -0.3), (x: 0.7, y: 0.49)])
        #expect(!parts.isEmpty)
        for part in parts {
            for point in part {
                #expect(abs(point.x) <= 0.5 && abs(point.y) <= 0.5 && sight.grid.isInWindow(point.z))
            }
            for (a, b) in zip(part, part.dropFirst()) {
                let middle = a.along(0.5, to: b)
                guard let on = sight.grid.point(atX: middle.x, y: middle.y) else {
                    Issue.record("off the surface at \(middle)")
                    continue
                }
                #expect(abs(on.z - middle.z) < 1e-9)
            }
        }
        #expect(sight.lifted([(x: 0.6, y: 0), (x: 0.9, y: 0.1)]).isEmpty)
    }

    @Test("From the chosen view more of the surface is seen than from the usual one, where that hides much")
    func best() {
        // A wall at the usual view's near corner.
        let mesh = SampleSurfaces.mesh(25) { x, y in x - y > 3 ? 1 : -1 + 0.1 * x }
        let view = ViewAngles.best(for: mesh, z: -1...1)
        #expect(view.azimuth != ViewAngles.standard.azimuth)
        #expect(ViewAngles.best(for: SampleSurfaces.mesh(25) { _, _ in 0 }, z: -1...1) == .standard)
        #expect(
            sight(mesh, view: view).shareOfUpperSideSeen > sight(mesh, view: .standard).shareOfUpperSideSeen)
    }
}
