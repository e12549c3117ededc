import RealModule
import Scenes

/// A place in a space's own box: x and y from −1/2 to 1/2, z from the floor at 0 to the ceiling.
struct SpacePoint: Equatable {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    static func + (a: SpacePoint, b: SpacePoint) -> SpacePoint { SpacePoint(a.x + b.x, a.y + b.y, a.z + b.z) }

    func along(_ share: Double, to end: SpacePoint) -> SpacePoint {
        SpacePoint(x + (end.x - x) * share, y + (end.y - y) * share, z + (end.z - z) * share)
    }
}

/// Parallel projection of a space onto the page.
struct Projection: Equatable {
    /// The direction to the viewer over the floor, of length 1.
    let towards: (x: Double, y: Double)
    /// How much the way to the viewer rises on each unit over the floor.
    let rise: Double
    /// Sine and cosine of the viewer's elevation.
    private let tilt: (sine: Double, cosine: Double)
    /// Points on the page for a unit of the box, across and up.
    var scale: (x: Double, y: Double)
    /// Where the middle of the floor stands.
    var origin: Point

    init(_ view: ViewAngles, scale: (x: Double, y: Double) = (1, 1), origin: Point = Point(x: 0, y: 0)) {
        towards = (Projection.cosine(view.azimuth), Projection.cosine(view.azimuth - 90))
        tilt = (Projection.cosine(90 - view.elevation), Projection.cosine(view.elevation))
        rise = tilt.sine / tilt.cosine
        self.scale = scale
        self.origin = origin
    }

    /// Exact at right angles.
    private static func cosine(_ degrees: Double) -> Double {
        let turned = abs(degrees.remainder(dividingBy: 360))
        return turned == 90 ? 0 : Double.cos(turned * .pi / 180)
    }

    func callAsFunction(_ p: SpacePoint) -> Point {
        let across = towards.x * p.y - towards.y * p.x
        let up = tilt.cosine * p.z - tilt.sine * (towards.x * p.x + towards.y * p.y)
        return Point(x: origin.x + scale.x * across, y: origin.y - scale.y * up)
    }

    /// Lines of straight pieces on the page.
    func path(_ lines: [[SpacePoint]], isClosed: Bool = false) -> Path {
        var path = Path()
        for line in lines where line.count > 1 {
            path.move(to: self(line[0]))
            for point in line.dropFirst() { path.line(to: self(point)) }
            if isClosed { path.close() }
        }
        return path
    }

    /// The direction to the viewer, of length 1.
    var toViewer: SpacePoint { SpacePoint(tilt.cosine * towards.x, tilt.cosine * towards.y, tilt.sine) }

    static func == (a: Projection, b: Projection) -> Bool {
        a.towards == b.towards && a.rise == b.rise && a.scale == b.scale && a.origin == b.origin
    }
}

/// Maps data to the box of a space.
struct SpaceScales: Equatable {
    var x: LinearScale
    var y: LinearScale
    var z: LinearScale

    /// Of the box, where its floor has sides of length 1.
    static let height = 0.78
    /// How far the window of heights stands above the floor, so that what is drawn there is seen under the surface.
    static let gap = 0.24

    init(x: ClosedRange<Double>, y: ClosedRange<Double>, z: ClosedRange<Double>) {
        self.x = LinearScale(domain: x, range: (-0.5, 0.5))
        self.y = LinearScale(domain: y, range: (-0.5, 0.5))
        self.z = LinearScale(domain: z, range: (SpaceScales.gap, SpaceScales.height))
    }

    init(mesh: SurfaceMesh, z: ClosedRange<Double>) { self.init(x: mesh.x, y: mesh.y, z: z) }

    func floor(_ p: DataPoint) -> SpacePoint { SpacePoint(x(p.x), y(p.y), 0) }
}
