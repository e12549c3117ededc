import Scenes

/// One step of a path, in points: a parabola or a straight line, with an arrowhead where there is room for one.
struct PathStep: Equatable {
    private(set) var from: Point
    private(set) var to: Point
    /// The control point of a parabola; nil for a straight line.
    private var middle: Point?
    private(set) var arrowhead: Path?
    /// Whether it goes out of the window.
    let leaves: Bool

    static func == (a: PathStep, b: PathStep) -> Bool { a.path == b.path && a.arrowhead == b.arrowhead }

    /// The height of a parabola as a share of its width, and at most.
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
            // Up, square to the step; a parabola rises to half of its control point's height.
            let side: Double = dx >= 0 ? 1 : -1
            let height = 2 * min(PathStep.rise.share * length, PathStep.rise.most)
            let (nx, ny) = (side * dy / length * height, -side * dx / length * height)
            middle = Point(x: (from.x + to.x) / 2 + nx, y: (from.y + to.y) / 2 + ny)
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

    /// On a grid of tenths of a point, of which nobody sees a half: a long path is a good part of its file.
    var path: Path {
        var path = Path()
        path.move(to: from.roundedToTenths)
        if let middle {
            path.quadratic(middle.roundedToTenths, to: to.roundedToTenths)
        } else {
            path.line(to: to.roundedToTenths)
        }
        return path
    }

    var polyline: [Point] {
        middle == nil ? [from, to] : (0...6).map { place(Double($0) / 6).at }
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
        guard let middle else {
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            return (Point(x: from.x + t * dx, y: from.y + t * dy), PathStep.unit(dx, dy))
        }
        let u = 1 - t
        func blend(_ p: Double, _ q: Double, _ r: Double) -> Double { u * u * p + 2 * u * t * q + t * t * r }
        func slope(_ p: Double, _ q: Double, _ r: Double) -> Double { u * (q - p) + t * (r - q) }
        return (
            Point(x: blend(from.x, middle.x, to.x), y: blend(from.y, middle.y, to.y)),
            PathStep.unit(slope(from.x, middle.x, to.x), slope(from.y, middle.y, to.y))
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

extension Point {
    var roundedToTenths: Point { Point(x: (x * 10).rounded() / 10, y: (y * 10).rounded() / 10) }
}
