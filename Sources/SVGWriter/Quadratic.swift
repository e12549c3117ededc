import Scenes

/// A quadratic as a polynomial of the time from 0 to 1.
struct Quadratic {
    /// Its value at 0, its derivative there and half of its second one.
    private let start: Point
    private let first: Point
    private let second: Point

    init(_ a: GridPoint, _ middle: Point, _ b: GridPoint) {
        start = Point(x: Double(a.x), y: Double(a.y))
        first = Point(x: 2 * (middle.x - start.x), y: 2 * (middle.y - start.y))
        second = Point(x: Double(b.x) - 2 * middle.x + start.x, y: Double(b.y) - 2 * middle.y + start.y)
    }

    /// From a place to the curve.
    private func offset(_ place: Point, _ t: Double) -> (x: Double, y: Double) {
        (start.x + t * (first.x + t * second.x) - place.x, start.y + t * (first.y + t * second.y) - place.y)
    }

    /// The time at which it is nearest to a place, after a step of Newton's from another.
    func time(nearestTo place: Point, from t: Double) -> Double {
        let (x, y) = offset(place, t)
        let (dx, dy) = (first.x + 2 * t * second.x, first.y + 2 * t * second.y)
        let slope = dx * dx + dy * dy + 2 * (x * second.x + y * second.y)
        return slope > 0 ? min(max(t - (x * dx + y * dy) / slope, 0), 1) : t
    }

    /// The square of its distance from a place at a time.
    func squaredDistance(to place: Point, at t: Double) -> Double {
        let (x, y) = offset(place, t)
        return x * x + y * y
    }

    /// The control point by least squares, for places at times on the way from one place of the grid to another.
    struct LeastSquares {
        private let a: Point
        private let b: Point
        private var sum = Point(x: 0, y: 0)
        private var weights = 0.0

        init(_ a: GridPoint, _ b: GridPoint) {
            self.a = Point(x: Double(a.x), y: Double(a.y))
            self.b = Point(x: Double(b.x), y: Double(b.y))
        }

        mutating func add(_ place: Point, at t: Double) {
            let (k, l, m) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            sum.x += l * (place.x - k * a.x - m * b.x)
            sum.y += l * (place.y - k * a.y - m * b.y)
            weights += l * l
        }

        var middle: Point {
            // Where all places are at the ends, any will do that is between them.
            guard weights > 1e-3 else { return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2) }
            return Point(x: sum.x / weights, y: sum.y / weights)
        }
    }
}
