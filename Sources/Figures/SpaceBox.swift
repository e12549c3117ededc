import Scenes

/// The edges of a space's box by where the viewer stands.
struct SpaceBox {
    /// The coordinates of the sides nearest to the viewer, ±1/2.
    let near: (x: Double, y: Double)
    /// Where the upright edge stands that the viewer has farthest to the left.
    let left: (x: Double, y: Double)

    init(_ projection: Projection) {
        near = (projection.towards.x < 0 ? -0.5 : 0.5, projection.towards.y < 0 ? -0.5 : 0.5)
        let first = SpacePoint(near.x, -near.y, 0)
        let second = SpacePoint(-near.x, near.y, 0)
        left = projection(first).x < projection(second).x ? (first.x, first.y) : (second.x, second.y)
    }

    /// Those of the floor and of the ceiling.
    static var corners: [SpacePoint] {
        [0, SpaceScales.height].flatMap { z in
            [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { SpacePoint($0.0, $0.1, z) }
        }
    }

    enum Axis: CaseIterable {
        case x, y, z
    }

    /// The edge that has an axis' numbers, at a share of its length from the axis' lower end.
    func edge(_ axis: Axis, at share: Double) -> SpacePoint {
        switch axis {
        case .x: SpacePoint(share - 0.5, near.y, 0)
        case .y: SpacePoint(near.x, share - 0.5, 0)
        case .z: SpacePoint(left.x, left.y, share * SpaceScales.height)
        }
    }

    /// The direction on the page, of length 1, in which an axis' numbers stand from its edge: away from the box.
    func outward(_ axis: Axis, _ projection: Projection) -> Point {
        if axis == .z { return Point(x: -1, y: 0) }
        let (a, b) = (projection(edge(axis, at: 0)), projection(edge(axis, at: 1)))
        let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        let normal = Point(x: -(b.y - a.y) / length, y: (b.x - a.x) / length)
        let middle = projection(SpacePoint(0, 0, 0))
        let away = normal.x * ((a.x + b.x) / 2 - middle.x) + normal.y * ((a.y + b.y) / 2 - middle.y)
        return away < 0 ? Point(x: -normal.x, y: -normal.y) : normal
    }

    /// The two walls behind the surface and its floor: each as the polygon it is.
    func backs() -> [[SpacePoint]] {
        let (x, y, h) = (-near.x, -near.y, SpaceScales.height)
        return [
            [SpacePoint(-0.5, -0.5, 0), SpacePoint(0.5, -0.5, 0), SpacePoint(0.5, 0.5, 0), SpacePoint(-0.5, 0.5, 0)],
            [SpacePoint(x, -0.5, 0), SpacePoint(x, 0.5, 0), SpacePoint(x, 0.5, h), SpacePoint(x, -0.5, h)],
            [SpacePoint(-0.5, y, 0), SpacePoint(0.5, y, 0), SpacePoint(0.5, y, h), SpacePoint(-0.5, y, h)],
        ]
    }
}
