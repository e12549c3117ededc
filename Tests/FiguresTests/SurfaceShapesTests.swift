import Scenes
import TestSupport
import Testing

@testable import Figures

/// What is drawn of a surface is held against rays through its triangles, one by one.
@Suite("Surfaces from back to front")
struct SurfaceShapesTests {
    /// A surface on a page of some hundred points.
    struct Drawing {
        let grid: SurfaceGrid
        let projection: Projection
        let shapes: [Shape]
        private let triangles: [(Corner, Corner, Corner)]

        private typealias Corner = (at: Point, z: Double)

        init(_ mesh: SurfaceMesh, z: ClosedRange<Double> = -1...1, view: ViewAngles) {
            let scales = SpaceScales(mesh: mesh, z: z)
            grid = SurfaceGrid(mesh, scales: scales)
            projection = Projection(view, scale: (300, 300))
            shapes = SurfaceShapes(
                grid: grid, scales: scales, projection: projection,
                colors: HeightColors(stops: [z.lowerBound, z.upperBound])
            ).shapes(SurfaceSight(grid: grid, projection: projection))
            let (grid, projection) = (self.grid, self.projection)
            triangles = (0..<grid.triangleCount).filter { triangle in
                let (i, j) = grid.cell(of: triangle)
                return grid.state(i, j) != .absent
            }.map { triangle in
                let corners = grid.corners(triangle).map { number -> Corner in
                    let (row, column) = number.quotientAndRemainder(dividingBy: grid.columns + 1)
                    let node = grid.node(column, row)
                    return (projection(node), node.z)
                }
                return (corners[0], corners[1], corners[2])
            }
        }

        /// Of the uppermost opaque shape at a point of the page, its height as a share of the window.
        func shown(at p: Point) -> Double? {
            guard let shape = shapes.last(where: { $0.fill?.opacity == 1 && SurfaceShapesTests.holds($0.path, p) })
            else {
                return nil
            }
            let steps = (0...1000).map { Double($0) / 1000 }
            return steps.min { distance(shape.fill, $0) < distance(shape.fill, $1) }
        }

        private func distance(_ color: Color?, _ t: Double) -> Int {
            guard let color else { return .max }
            let other = Colormap.viridis(t)
            return [(color.red, other.red), (color.green, other.green), (color.blue, other.blue)].reduce(0) {
                $0 + abs(Int($1.0) - Int($1.1))
            }
        }

        /// The height of the nearest triangle at a point of the page, by trying all of them: the way to the viewer rises, so
        /// that it is the highest.
        func nearest(at p: Point) -> Double? {
            var highest: Double?
            for (a, b, c) in triangles {
                if max(a.at.x, b.at.x, c.at.x) < p.x || min(a.at.x, b.at.x, c.at.x) > p.x { continue }
                let (ux, uy, vx, vy) = (b.at.x - a.at.x, b.at.y - a.at.y, c.at.x - a.at.x, c.at.y - a.at.y)
                let d = ux * vy - uy * vx
                let (u, v) = (
                    ((p.x - a.at.x) * vy - (p.y - a.at.y) * vx) / d, ((p.y - a.at.y) * ux - (p.x - a.at.x) * uy) / d
                )
                let height = a.z + u * (b.z - a.z) + v * (c.z - a.z)
                guard u >= 0, v >= 0, u + v <= 1, grid.isInWindow(height) else { continue }
                highest = max(highest ?? -.infinity, height)
            }
            return highest.map { ($0 - grid.bottom) / (grid.top - grid.bottom) }
        }
    }

    /// Whether the path winds around the point.
    static func holds(_ path: Path, _ p: Point) -> Bool {
        var winding = 0
        var (start, here) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        func cross(_ a: Point, _ b: Point) {
            guard (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) else { return }
            winding += b.y > a.y ? 1 : -1
        }
        for element in path.elements {
            switch element {
            case .move(let to): (start, here) = (to, to)
            case .line(let to):
                cross(here, to)
                here = to
            case .close: cross(here, start)
            case .cubic: break
            }
        }
        return winding != 0
    }

    @Test("Everywhere the nearest part of the surface is the one that shows", arguments: 0..<10)
    func occlusion(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let view = ViewAngles(
            azimuth: .random(in: -180...180, using: &random), elevation: .random(in: 8...60, using: &random))
        let drawing = Drawing(SampleSurfaces.random(41, using: &random), view: view)
        var (compared, wrong, folded) = (0, 0, 0)
        for _ in 0..<120 {
            let p = Point(x: .random(in: -200...200, using: &random), y: .random(in: -330...120, using: &random))
            let expected = drawing.nearest(at: p)
            // Beside an edge, half a point decides.
            let around = [(-1.2, 0.0), (1.2, 0), (0, -1.2), (0, 1.2)].map {
                drawing.nearest(at: Point(x: p.x + $0.0, y: p.y + $0.1))
            }
            let isInside = around.allSatisfy { other in
                switch (expected, other) {
                case (nil, nil): true
                case (let a?, let b?): abs(a - b) < 0.06
                default: false
                }
            }
            guard isInside else {
                folded += 1
                continue
            }
            compared += 1
            switch (expected, drawing.shown(at: p)) {
            case (nil, nil): break
            // A step of colour is up to a sixteenth of the window.
            case (let a?, let b?) where abs(a - b) < 0.05: break
            default: wrong += 1
            }
        }
        #expect(compared > 70, "\(folded) lie beside edges")
        #expect(wrong == 0, "of \(compared), from \(view)")
    }

    @Test("What is not finite leaves a hole, and no spike beside it")
    func holes() {
        for missing in [Double.nan, .infinity, -.infinity] {
            let mesh = SampleSurfaces.mesh(9) { x, y in abs(x) < 0.3 && abs(y) < 0.3 ? missing : 0 }
            let drawing = Drawing(mesh, view: .standard)
            // The four cells around the middle.
            let middle = drawing.projection(SpacePoint(0.02, 0.01, (drawing.grid.bottom + drawing.grid.top) / 2))
            #expect(drawing.shown(at: middle) == nil)
            let corner = drawing.projection(SpacePoint(0.3, 0.3, (drawing.grid.bottom + drawing.grid.top) / 2))
            #expect(drawing.shown(at: corner) != nil)
            let flat = drawing.shapes.flatMap(\.path.elements).allSatisfy { element in
                if case .line(let p) = element { abs(p.y) < 400 } else { true }
            }
            #expect(flat)
        }
    }

    @Test("A surface is cut along a straight line where the window of heights ends")
    func clipping() {
        // A ramp along y, cut at a quarter of the way down and up.
        let mesh = SampleSurfaces.mesh(12) { _, y in y }
        let view = ViewAngles(azimuth: -90, elevation: 30)
        let drawing = Drawing(mesh, z: -1...1, view: view)
        let top = drawing.projection(SpacePoint(0, 0.25, drawing.grid.top)).y
        let bottom = drawing.projection(SpacePoint(0, -0.25, drawing.grid.bottom)).y
        let ys = drawing.shapes.flatMap(\.path.elements).compactMap { element -> Double? in
            switch element {
            case .move(let p), .line(let p): p.y
            default: nil
            }
        }
        #expect(abs((ys.min() ?? 0) - top) < 0.06 && abs((ys.max() ?? 0) - bottom) < 0.06)
        for x in stride(from: -0.45, through: 0.45, by: 0.05) {
            #expect(drawing.shown(at: Point(x: x * 300, y: top + 0.5)) != nil)
            #expect(drawing.shown(at: Point(x: x * 300, y: bottom - 0.5)) != nil)
        }
    }

    @Test("From below the window to above it within a cell is a jump, and no wall")
    func jump() {
        let mesh = SampleSurfaces.mesh(10) { x, _ in x < 0 ? -5 : 5 }
        #expect(Drawing(mesh, view: .standard).shapes.isEmpty)
    }

    @Test("An intricate surface has fewer colours, so that it stays small")
    func limit() {
        var random = SplitMix64(seed: 1)
        let mesh = SampleSurfaces.mesh(101) { _, _ in Double.random(in: -1...1, using: &random) }
        let drawing = Drawing(mesh, view: ViewAngles(azimuth: -60, elevation: 60))
        let colors = Set(drawing.shapes.compactMap(\.fill).filter { $0.opacity == 1 })
        #expect(colors.count <= SurfaceShapes.colorSteps / 4)
    }
}
