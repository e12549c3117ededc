import CurveSampling

/// Straight lines through points in pixels whose x increases, and the distance between two such lines.
struct PixelLine {
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    /// The length of the line up to each point.
    private var length: [Double] = []

    init(_ points: some Sequence<(x: Double, y: Double)>, in viewport: Viewport) {
        for point in points {
            // From the window's corner, so that no digits are lost to a far origin.
            append(
                x: (point.x - viewport.x.lowerBound) * viewport.pixelsPerX,
                y: (point.y - viewport.y.lowerBound) * viewport.pixelsPerY)
        }
    }

    private mutating func append(x px: Double, y py: Double) {
        if let lastX = x.last, let lastY = y.last, let total = length.last {
            length.append(total + ((px - lastX) * (px - lastX) + (py - lastY) * (py - lastY)).squareRoot())
        } else {
            length.append(0)
        }
        x.append(px)
        y.append(py)
    }

    /// The function's graph: equal steps, then every step halved, up to `depth` times, whose middle is off its chord by
    /// more than 0.004 pixels, and that is not far above or below the view.
    init(graphOf function: some CurveFunction, in viewport: Viewport, steps: Int, depth: Int) {
        let (start, width) = (viewport.x.lowerBound, viewport.x.upperBound - viewport.x.lowerBound)
        func pixel(_ t: Double) -> (x: Double, y: Double) {
            (
                t * viewport.width,
                (function.evaluate(at: min(start + width * t, viewport.x.upperBound)).value - viewport.y.lowerBound)
                    * viewport.pixelsPerY
            )
        }
        var (t, point) = (0.0, pixel(0))
        append(x: point.x, y: point.y)
        for step in 1...steps {
            let end = Double(step) / Double(steps)
            var pending = [(t: end, point: pixel(end), depth: depth)]
            while let next = pending.last {
                let middleT = (t + next.t) / 2
                let isFar =
                    max(point.y, next.point.y) < -PixelLine.surroundings
                    || min(point.y, next.point.y) > viewport.height + PixelLine.surroundings
                if next.depth > 0, !isFar {
                    let middle = pixel(middleT)
                    let off = PixelLine.distance(middle.x, middle.y, from: point, to: next.point)
                    if off > 0.004 {
                        pending[pending.count - 1].depth -= 1
                        pending.append((middleT, middle, next.depth - 1))
                        continue
                    }
                }
                pending.removeLast()
                (t, point) = (next.t, next.point)
                append(x: point.x, y: point.y)
            }
        }
    }

    /// How far, at most and as far as second differences tell, the graph is from this line between its points.
    var sagitta: Double {
        var largest = 0.0
        for i in 1..<max(x.count - 1, 1) {
            let (ax, ay) = (x[i] - x[i - 1], y[i] - y[i - 1])
            let (bx, by) = (x[i + 1] - x[i], y[i + 1] - y[i])
            let longest = max((ax * ax + ay * ay).squareRoot(), (bx * bx + by * by).squareRoot())
            // Twice the triangle's area over its longer leg: the height of the bend.
            if longest > 0 { largest = max(largest, abs(ax * by - ay * bx) / longest) }
        }
        return largest / 4
    }

    /// The distance from a point to the nearest point of the line, or `limit` if that is less.
    private func distance(toX px: Double, y py: Double, limit: Double) -> Double {
        var (low, high) = (0, x.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if x[middle] < px { low = middle + 1 } else { high = middle }
        }
        var best = limit
        var (left, right) = (low - 1, low)
        // Segments i..i+1 outwards from the point's own x, until they are too far to be nearer.
        while true {
            let goLeft = left >= 0 && px - x[left + 1] < best
            let goRight = right + 1 < x.count && x[right] - px < best
            if !goLeft && !goRight { break }
            if goLeft {
                let d = PixelLine.distance(px, py, from: (x[left], y[left]), to: (x[left + 1], y[left + 1]))
                if d < best { best = d }
                left -= 1
            }
            if goRight {
                let d = PixelLine.distance(px, py, from: (x[right], y[right]), to: (x[right + 1], y[right + 1]))
                if d < best { best = d }
                right += 1
            }
        }
        return best
    }

    /// From a point to the straight line between two others, its ends included: a steep line's neighbour may overshoot.
    private static func distance(
        _ px: Double, _ py: Double, from a: (x: Double, y: Double), to b: (x: Double, y: Double)
    ) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let along = (px - a.x) * dx + (py - a.y) * dy
        let t = along <= 0 || square == 0 ? 0 : along >= square ? 1 : along / square
        let (ex, ey) = (a.x + t * dx - px, a.y + t * dy - py)
        return (ex * ex + ey * ey).squareRoot()
    }

    /// Pixels above and below a view in which lines are still compared.
    static let surroundings = 40.0

    /// max over this line's points whose ordinate lies in `band` of the distance to the nearest of `others`, at most
    /// `resolution` too small: by halving, since the distance changes no faster than the point moves.
    func directedDistance(to others: [PixelLine], band: ClosedRange<Double>, resolution: Double = 0.04) -> Double {
        var best = 0.0
        var pending = x.count > 1 ? [(0.0, length[x.count - 1], 0, x.count - 1)] : []
        while let (from, to, first, last) = pending.popLast() {
            let middle = (from + to) / 2
            let (i, px, py) = point(atLength: middle, between: first, and: last)
            let reach = (to - from) / 2
            if py + reach < band.lowerBound || py - reach > band.upperBound { continue }
            var distance = Double.infinity
            for other in others { distance = other.distance(toX: px, y: py, limit: distance) }
            if band.contains(py) { best = max(best, distance) }
            if distance == .infinity { break }
            if distance + reach > best + resolution, reach > resolution / 8 {
                pending.append((from, middle, first, i + 1))
                pending.append((middle, to, i, last))
            }
        }
        return best
    }

    private func point(atLength wanted: Double, between first: Int, and last: Int) -> (Int, Double, Double) {
        var (low, high) = (first, last)
        while high - low > 1 {
            let middle = (low + high) / 2
            if length[middle] <= wanted { low = middle } else { high = middle }
        }
        let span = length[low + 1] - length[low]
        let t = span > 0 ? (wanted - length[low]) / span : 0
        return (low, x[low] + t * (x[low + 1] - x[low]), y[low] + t * (y[low + 1] - y[low]))
    }
}

extension Curve {
    /// The larger of the farthest drawn point from the graph and the farthest point of the graph in the viewport from
    /// what is drawn, in pixels; at most 0.04 too small.
    func hausdorffDistance(to graph: PixelLine, in viewport: Viewport) -> Double {
        let drawn = flattened(tolerance: 0.005, in: viewport).map { PixelLine($0, in: viewport) }
        let surroundings = -PixelLine.surroundings...viewport.height + PixelLine.surroundings
        let outwards = drawn.map { $0.directedDistance(to: [graph], band: surroundings) }.max() ?? 0
        return max(outwards, graph.directedDistance(to: drawn, band: 0...viewport.height))
    }
}
