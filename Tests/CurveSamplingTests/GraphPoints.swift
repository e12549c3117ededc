import CurveSampling

/// A graph as a dense set of points in pixels, sorted into squares of one pixel: no assumption about what connects.
struct GraphPoints {
    private(set) var squares = PixelSquares([])
    private(set) var all: [(x: Double, y: Double)] = []
    private let viewport: Viewport

    /// Evaluates at `steps` points and then between any two neighbours in view that are farther apart than 0.1 pixel, as
    /// far as floating point goes.
    init(of function: some CurveFunction, in viewport: Viewport, steps: Int) {
        self.viewport = viewport
        let (a, b) = (viewport.x.lowerBound, viewport.x.upperBound)
        var before: (x: Double, y: Double)?
        for i in 0...steps {
            let point = evaluate(function, at: a + (b - a) * Double(i) / Double(steps))
            if let before { refine(function, before, point, depth: 44) }
            add(point)
            before = point
        }
    }

    private func evaluate(_ function: some CurveFunction, at x: Double) -> (x: Double, y: Double) {
        (x, function.evaluate(at: x).value)
    }

    private func pixel(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
        (
            (point.x - viewport.x.lowerBound) * viewport.pixelsPerX,
            (viewport.y.upperBound - point.y) * viewport.pixelsPerY
        )
    }

    private func isInView(_ y: Double) -> Bool { viewport.y.contains(y) }

    private mutating func refine(
        _ function: some CurveFunction, _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), depth: Int
    ) {
        guard depth > 0, isInView(a.y) || isInView(b.y) else { return }
        let middle = a.x / 2 + b.x / 2
        guard middle > a.x, middle < b.x else { return }
        let point = evaluate(function, at: middle)
        // Close together, and no dip between them.
        if a.y.isFinite, b.y.isFinite, abs(a.y - b.y) * viewport.pixelsPerY <= 0.1,
            abs(a.x - b.x) * viewport.pixelsPerX <= 0.1,
            abs(a.y - 2 * point.y + b.y) * viewport.pixelsPerY <= 0.02
        {
            return
        }
        refine(function, a, point, depth: depth - 1)
        add(point)
        refine(function, point, b, depth: depth - 1)
    }

    private mutating func add(_ point: (x: Double, y: Double)) {
        guard point.y.isFinite, abs(point.y) < 1e300 else { return }
        let p = pixel(point)
        guard (-2...(viewport.height + 2)).contains(p.y) else { return }
        squares.insert(p)
        if (0...viewport.height).contains(p.y) { all.append(p) }
    }
}

/// Points sorted into squares of one pixel.
struct PixelSquares {
    private var squares: [Int: [(x: Double, y: Double)]] = [:]

    init(_ points: [(x: Double, y: Double)]) { points.forEach { insert($0) } }

    mutating func insert(_ point: (x: Double, y: Double)) {
        let (column, row) = PixelSquares.square(of: point)
        squares[column * 100_003 + row, default: []].append(point)
    }

    private static func square(of p: (x: Double, y: Double)) -> (Int, Int) {
        (Int(p.x.rounded(.down)), Int(p.y.rounded(.down)))
    }

    /// The distance from a place to the nearest point, at most one pixel.
    func distance(to p: (x: Double, y: Double)) -> Double {
        let (column, row) = PixelSquares.square(of: p)
        var least = 1.0
        for dx in -1...1 {
            for dy in -1...1 {
                for q in squares[(column + dx) * 100_003 + row + dy] ?? [] {
                    least = min(least, (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y))
                }
            }
        }
        return least.squareRoot()
    }
}

extension Curve {
    /// Points along everything drawn, a twentieth of a pixel apart, as far as it is in view.
    func drawnPoints() -> [(x: Double, y: Double)] {
        var points: [(x: Double, y: Double)] = []
        for line in flattened(tolerance: 0.005, in: viewport) {
            let pixels = line.map { point in
                (
                    x: (point.x - viewport.x.lowerBound) * viewport.pixelsPerX,
                    y: (viewport.y.upperBound - point.y) * viewport.pixelsPerY
                )
            }
            for (a, b) in zip(pixels, pixels.dropFirst()) {
                let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
                let parts = max(1, min(200_000, Int(length * 12)))
                for i in 0...parts {
                    let t = Double(i) / Double(parts)
                    let point = (x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
                    if (0...viewport.height).contains(point.y) { points.append(point) }
                }
            }
        }
        return points
    }
}
