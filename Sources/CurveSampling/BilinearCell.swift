/// A cell of a grid with its bilinear surface.
struct BilinearCell {
    /// The values at (0, 0), (1, 0), (0, 1), (1, 1).
    let a, b, c, d: Double
    let start: (x: Double, y: Double)
    let end: (x: Double, y: Double)
    private let width: Double
    private let height: Double

    /// - Parameters:
    ///   - start: the lower left corner.
    ///   - end: the upper right one.
    init(
        a: Double, b: Double, c: Double, d: Double, start: (x: Double, y: Double), end: (x: Double, y: Double),
        in viewport: Viewport
    ) {
        (self.a, self.b, self.c, self.d, self.start, self.end) = (a, b, c, d, start, end)
        width = (end.x - start.x) * viewport.pixelsPerX
        height = (end.y - start.y) * viewport.pixelsPerY
    }

    private var twist: Double { (a - b) + (d - c) }

    /// Where the slopes vanish, and the value there; not finite where there is no twist.
    var saddle: (s: Double, t: Double, value: Double) {
        let (s, t) = ((a - c) / twist, (a - b) / twist)
        return (s, t, a + (b - a) * s)
    }

    func point(_ s: Double, _ t: Double) -> (x: Double, y: Double) {
        (start.x * (1 - s) + end.x * s, start.y * (1 - t) + end.y * t)
    }

    /// The points of a level's branch between two of its points on the cell's sides, and how far, in pixels, it is from
    /// the chords at most.
    func branch(
        at level: Double, from p: (x: Double, y: Double), to q: (x: Double, y: Double)
    ) -> (inner: [(x: Double, y: Double)], deviation: Double) {
        let saddle = saddle
        let share = (level - saddle.value) / twist
        func coordinates(_ point: (x: Double, y: Double)) -> (u: Double, v: Double) {
            (
                (point.x - start.x) / (end.x - start.x) - saddle.s, (point.y - start.y) / (end.y - start.y) - saddle.t
            )
        }
        guard saddle.s.isFinite, saddle.t.isFinite, share.isFinite else { return ([], 0) }
        let (first, last) = (coordinates(p), coordinates(q))
        guard first.u * last.u > 0, first.v * last.v > 0 else {
            // All but through the saddle, or along one of the straight lines that meet there.
            let isInside = (0...1).contains(saddle.s) && (0...1).contains(saddle.t)
            return (isInside ? [point(saddle.s, saddle.t)] : [], 0)
        }
        var inner: [(x: Double, y: Double)] = []
        var worst = 0.0
        func divide(_ p: (u: Double, v: Double), _ q: (u: Double, v: Double), depth: Int) {
            let deviation = deviation(share, p, q)
            if deviation <= GridContours.tolerance || depth == 12 {
                worst = max(worst, deviation)
                return
            }
            let u = (p.u * q.u).squareRoot() * (p.u < 0 ? -1 : 1)
            let middle = (u: u, v: share / u)
            divide(p, middle, depth: depth + 1)
            inner.append(point(middle.u + saddle.s, middle.v + saddle.t))
            divide(middle, q, depth: depth + 1)
        }
        divide(first, last, depth: 0)
        return (inner, worst)
    }

    /// Of a branch from its chord, in pixels.
    private func deviation(_ share: Double, _ p: (u: Double, v: Double), _ q: (u: Double, v: Double)) -> Double {
        let root = abs(q.u).squareRoot() - abs(p.u).squareRoot()
        let gap = abs(share) * root * root / (p.u * q.u) * height
        let (across, along) = ((q.u - p.u) * width, (q.v - p.v) * height)
        let length = (across * across + along * along).squareRoot()
        return length > 0 && gap.isFinite ? min(gap * abs(across) / length, length) : 0
    }
}
