import Scenes

/// One step of a path, in points: an arc or a straight line, with an arrowhead where there is room for one.
struct PathStep: Equatable {
    private(set) var from: Point
    private(set) var to: Point
    /// The control points of an arc; nil for a straight line.
    private var controls: (Point, Point)?
    private(set) var arrowhead: Path?
    /// Whether it goes out of the window.
    let leaves: Bool

    static func == (a: PathStep, b: PathStep) -> Bool { a.path == b.path && a.arrowhead == b.arrowhead }

    /// The height of an arc as a share of its width, and at most.
    private static let rise = (share: 0.25, most: 30.0)
    /// From this length on a step has an arrowhead.
    private static let leastLength = 20.0
    /// Length and half the width.
    private static let head = (length: 8.0, half: 3.25)

    /// Nil where nothing of it is in the plot.
    init?(from start: Point, to end: Point, form: PathMark.Form, plot: Rect) {
        guard let (enter, leave) = PathStep.clipped(start, end, to: plot) else { return nil }
        let isWhole = enter == 0 && leave == 1
        func at(_ t: Double) -> Point { Point(x: start.x + t * (end.x - start.x), y: start.y + t * (end.y - start.y)) }
        leaves = leave < 1
        from = enter == 0 ? start : at(enter)
        to = leave == 1 ? end : at(leave)
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        if form == .hops, isWhole, length > 0 {
            // Up, square to the step; a cubic rises to three quarters of its control points' height.
            let side: Double = dx >= 0 ? 1 : -1
            let height = min(PathStep.rise.share * length, PathStep.rise.most) * 4 / 3
            let (nx, ny) = (side * dy / length * height, -side * dx / length * height)
            controls = (
                Point(x: from.x + dx / 4 + nx, y: from.y + dy / 4 + ny),
                Point(x: to.x - dx / 4 + nx, y: to.y - dy / 4 + ny)
            )
        }
        guard length >= PathStep.leastLength else { return }
        // At the edge where it leaves the window, else beyond the middle, clear of the dots.
        let tip = leave < 1 ? 1 : min(0.5 + PathStep.head.length / 2 / length, 0.7)
        arrowhead = head(at: tip)
    }

    mutating func hideArrowhead() { arrowhead = nil }

    /// Around the arrowhead's corners; nil where there is none.
    var arrowheadBox: Rect? {
        let corners = (arrowhead?.elements ?? []).compactMap { element -> Point? in
            switch element {
            case .move(let point), .line(let point): point
            case .cubic, .close: nil
            }
        }
        guard let first = corners.first else { return nil }
        return corners.dropFirst().reduce(Rect(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
            Rect(
                left: min($0.left, $1.x), top: min($0.top, $1.y), right: max($0.right, $1.x),
                bottom: max($0.bottom, $1.y))
        }
    }

    func isReverse(of other: PathStep) -> Bool { from == other.to && to == other.from }

    var path: Path {
        var path = Path()
        path.move(to: from)
        if let controls { path.cubic(controls.0, controls.1, to: to) } else { path.line(to: to) }
        return path
    }

    var polyline: [Point] {
        controls == nil ? [from, to] : (0...6).map { place(Double($0) / 6).at }
    }

    private func head(at t: Double) -> Path {
        let (tip, direction) = place(t)
        let (length, half) = PathStep.head
        let back = Point(x: tip.x - length * direction.x, y: tip.y - length * direction.y)
        return Path([
            .move(tip), .line(Point(x: back.x - half * direction.y, y: back.y + half * direction.x)),
            .line(Point(x: back.x + half * direction.y, y: back.y - half * direction.x)), .close,
        ])
    }

    /// Where it is at t from 0 to 1, and the unit vector in which it goes there.
    private func place(_ t: Double) -> (at: Point, direction: Point) {
        guard let (a, b) = controls else {
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            return (Point(x: from.x + t * dx, y: from.y + t * dy), PathStep.unit(dx, dy))
        }
        let u = 1 - t
        func blend(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
            u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
        }
        func slope(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
            u * u * (q - p) + 2 * u * t * (r - q) + t * t * (s - r)
        }
        return (
            Point(x: blend(from.x, a.x, b.x, to.x), y: blend(from.y, a.y, b.y, to.y)),
            PathStep.unit(slope(from.x, a.x, b.x, to.x), slope(from.y, a.y, b.y, to.y))
        )
    }

    private static func unit(_ x: Double, _ y: Double) -> Point {
        let length = (x * x + y * y).squareRoot()
        return length > 0 ? Point(x: x / length, y: y / length) : Point(x: 1, y: 0)
    }

    /// The part of a straight line in a rectangle, as shares of its length: Liang and Barsky, "A new concept and method
    /// for line clipping", doi:10.1145/357332.357333. Nil where there is none.
    static func clipped(_ a: Point, _ b: Point, to box: Rect) -> (enter: Double, leave: Double)? {
        var (enter, leave) = (0.0, 1.0)
        for (start, delta, low, high) in [
            (a.x, b.x - a.x, box.left, box.right), (a.y, b.y - a.y, box.top, box.bottom),
        ] {
            if delta == 0 {
                if start < low || start > high { return nil }
                continue
            }
            let (t, u) = ((low - start) / delta, (high - start) / delta)
            enter = max(enter, min(t, u))
            leave = min(leave, max(t, u))
        }
        return enter <= leave ? (enter, leave) : nil
    }
}
