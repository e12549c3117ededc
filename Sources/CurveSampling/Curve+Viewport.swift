extension Curve {
    /// How much farther apart things are in `other` than in the viewport this curve was sampled for, at most: the
    /// factor by which the bound grows when the curve is shown there.
    public func magnification(to other: Viewport) -> Double {
        max(other.pixelsPerX / viewport.pixelsPerX, other.pixelsPerY / viewport.pixelsPerY)
    }

    /// The curve as connected straight lines that stay within `tolerance` pixels of its cubics, in data coordinates:
    /// one list a run.
    ///
    /// A cubic B is off its chords by at most max|B″| / (8 n²) after a split into n parts of equal parameter.
    public func flattened(tolerance: Double, in viewport: Viewport) -> [[(x: Double, y: Double)]] {
        runs.map { run in
            var points = run.prefix(1).map { (x: $0.start.x, y: $0.start.value) }
            for piece in run {
                let p = piece.controlPoints
                // x runs evenly, so only the ordinates bend.
                let bend = max(abs(p[0].y - 2 * p[1].y + p[2].y), abs(p[1].y - 2 * p[2].y + p[3].y))
                let pixels = 6 * bend * viewport.pixelsPerY
                let parts = max(1, Int((pixels / (8 * tolerance)).squareRoot().rounded(.up)))
                for i in 1..<max(parts, 1) where parts > 1 {
                    let t = Double(i) / Double(parts)
                    points.append((piece.start.x + (piece.end.x - piece.start.x) * t, piece.value(atFraction: t)))
                }
                points.append((piece.end.x, piece.end.value))
            }
            return points
        }
    }
}
