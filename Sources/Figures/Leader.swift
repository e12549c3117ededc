import Scenes

/// A straight line from a text to the point it belongs to, in points, where the text had to move away.
struct Leader: Equatable {
    var from: Point
    var to: Point

    /// From the nearest place at the text's edge to the point's rim.
    ///
    /// - Parameter radius: of the rim.
    init(from box: Rect, to center: Point, radius: Double) {
        let box = box.insetBy(-1)
        from = Point(
            x: min(max(center.x, box.left), box.right), y: min(max(center.y, box.top), box.bottom))
        let (dx, dy) = (from.x - center.x, from.y - center.y)
        let length = (dx * dx + dy * dy).squareRoot()
        to = Point(x: center.x + dx / length * radius, y: center.y + dy / length * radius)
    }

    func meets(_ box: Rect) -> Bool { PanelObstacles.segment(from, to, meets: box) }

    /// Whether it meets no curve on its way to the point; its own curve, which goes through the point, only near the text.
    ///
    /// - Parameters:
    ///   - own: the ids of the curves that the point lies on.
    ///   - clearance: from all curves, its own too, on the first part of its way.
    func isClear(of obstacles: PanelObstacles, onto own: [String], clearance: Double) -> Bool {
        let others = obstacles.curves.filter { !own.contains($0.id) }
        return stride(from: 0, through: 1, by: 0.05).allSatisfy { share in
            let place = from.along(share, to: to)
            let box = Rect(x: place.x - 1, y: place.y - 1, width: 2, height: 2)
            return !others.contains { PanelObstacles.meets($0.lines, box.insetBy(-2)) }
                && (share > 0.7 || !obstacles.meet(share > 0.6 ? box : box.insetBy(1 - clearance)))
        }
    }

    /// The cosine of the least angle to a curve, 25°: nearer to it a line would run into the curve before it is seen.
    private static let mostCosine = 0.9063

    /// Whether it leaves the point clear of the tangents of the lines there.
    func leaves(_ lines: [[Point]], at center: Point) -> Bool {
        let here = Rect(x: center.x - 1, y: center.y - 1, width: 2, height: 2)
        let (dx, dy) = (from.x - center.x, from.y - center.y)
        let length = (dx * dx + dy * dy).squareRoot()
        return lines.allSatisfy { line in
            zip(line, line.dropFirst()).allSatisfy { a, b in
                let (tx, ty) = (b.x - a.x, b.y - a.y)
                let dot = abs(dx * tx + dy * ty)
                return dot <= Leader.mostCosine * length * (tx * tx + ty * ty).squareRoot()
                    || !PanelObstacles.segment(a, b, meets: here)
            }
        }
    }
}
