import Scenes

extension Path {
    /// How far a point of this path is at most from the nearest one of another, contours being closed.
    func distance(to other: Path) -> Double {
        let lines = other.contours(ofLines: 1, ofCurves: 16).flatMap { zip($0, $0.dropFirst() + $0.prefix(1)) }
        var farthest = 0.0
        for p in contours(ofLines: 1, ofCurves: 3).joined() {
            var nearest = Double.infinity
            for (a, b) in lines where min(a.x, b.x) - p.x < 5 && p.x - max(a.x, b.x) < 5 {
                nearest = min(nearest, SegmentDistance.squared(p, a, b))
            }
            farthest = max(farthest, nearest)
        }
        return farthest.squareRoot()
    }

    /// Of each contour the points along it.
    ///
    /// - Parameters: into how many steps lines and curves are cut.
    private func contours(ofLines lineSteps: Int, ofCurves curveSteps: Int) -> [[Point]] {
        var contours: [[Point]] = []
        var pen = Point(x: 0, y: 0)
        func add(_ p: Point) {
            contours[contours.count - 1].append(p)
            pen = p
        }
        for element in elements {
            switch element {
            case .move(let p):
                contours.append([p])
                pen = p
            case .line(let p):
                // Middles too, or a line could stray between its ends.
                let from = pen
                for step in 1...lineSteps {
                    let t = Double(step) / Double(lineSteps)
                    add(Point(x: from.x + t * (p.x - from.x), y: from.y + t * (p.y - from.y)))
                }
            case .cubic(let a, let b, let p):
                let from = pen
                for step in 1...curveSteps {
                    let t = Double(step) / Double(curveSteps)
                    let s = 1 - t
                    func at(_ c: KeyPath<Point, Double>) -> Double {
                        s * s * s * from[keyPath: c] + 3 * s * s * t * a[keyPath: c] + 3 * s * t * t * b[keyPath: c]
                            + t * t * t * p[keyPath: c]
                    }
                    add(Point(x: at(\.x), y: at(\.y)))
                }
            case .close: break
            }
        }
        return contours
    }
}

private enum SegmentDistance {
    static func squared(_ p: Point, _ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let t = length == 0 ? 0 : min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1)
        let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
        return x * x + y * y
    }
}
