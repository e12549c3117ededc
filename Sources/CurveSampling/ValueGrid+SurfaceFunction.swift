import Calculus

/// The bilinear surface between a grid's points, with kinks where cells meet.
extension ValueGrid: SurfaceFunction {
    public func evaluate(atX x: Double, y: Double) -> SurfacePoint {
        let value = value(atX: x, y: y)
        guard !value.isNaN, let i = ValueGrid.cells(x...x, among: xs)?.upperBound,
            let j = ValueGrid.cells(y...y, among: ys)?.upperBound
        else { return SurfacePoint(value: value, dx: .nan, dy: .nan) }
        // Along the sides of the cell through the point the surface is straight.
        func slope(_ a: Double, _ b: Double, over low: Double, _ high: Double) -> Double { (b - a) / (high - low) }
        let dx = slope(self.value(atX: xs[i], y: y), self.value(atX: xs[i + 1], y: y), over: xs[i], xs[i + 1])
        let dy = slope(self.value(atX: x, y: ys[j]), self.value(atX: x, y: ys[j + 1]), over: ys[j], ys[j + 1])
        return SurfacePoint(value: value, dx: dx, dy: dy)
    }

    /// The hull over the cells that the box touches: a bilinear value lies among its cell's corners, a slope among those of
    /// its sides.
    ///
    /// - Complexity: O(cells that the box touches).
    public func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure {
        guard let columns = ValueGrid.cells(x.lower...x.upper, among: xs),
            let rows = ValueGrid.cells(y.lower...y.upper, among: ys)
        else { return SurfaceEnclosure(value: .undefined, dx: .undefined, dy: .undefined) }
        let isInside =
            xRange.contains(x.lower) && xRange.contains(x.upper) && yRange.contains(y.lower)
            && yRange.contains(y.upper)
        var (value, dx, dy): (Interval?, Interval?, Interval?) = (nil, nil, nil)
        var isWhole = isInside
        func hull(_ a: Interval?, _ b: Interval) -> Interval { a.map { $0.hull(b) } ?? b }
        for j in rows {
            let height = Interval(ys[j + 1]) - Interval(ys[j])
            for i in columns {
                let k = j * xs.count + i
                let corners = [values[k], values[k + 1], values[k + xs.count], values[k + xs.count + 1]]
                guard corners.allSatisfy({ !$0.isNaN }) else {
                    isWhole = false
                    continue
                }
                let (a, b, c, d) = (
                    Interval(corners[0]), Interval(corners[1]), Interval(corners[2]), Interval(corners[3])
                )
                let width = Interval(xs[i + 1]) - Interval(xs[i])
                value = hull(value, a.hull(b).hull(c.hull(d)))
                dx = hull(dx, ((b - a) / width).hull((d - c) / width))
                dy = hull(dy, ((c - a) / height).hull((d - b) / height))
            }
        }
        // The rounding of an interpolation is within a few units of the largest corner.
        let wide = value.map { $0 + Interval(-1, 1) * Interval($0.magnitude * 0x1p-50) }
        let isOneCell = rows.count == 1 && columns.count == 1
        let slopes: Decoration = isWhole ? (isOneCell ? .common : .defined) : .trivial
        return SurfaceEnclosure(
            value: Enclosure(wide, isWhole ? .common : .trivial), dx: Enclosure(dx, slopes), dy: Enclosure(dy, slopes))
    }

    /// The intervals of sorted `places` that a range touches, if only at their ends; nil where it lies outside.
    private static func cells(_ range: ClosedRange<Double>, among places: [Double]) -> ClosedRange<Int>? {
        let last = places.count - 2
        guard range.upperBound >= places[0], range.lowerBound <= places[last + 1] else { return nil }
        func first(where isBehind: (Double) -> Bool) -> Int {
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if isBehind(places[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let lowest = min(max(first { $0 >= range.lowerBound } - 1, 0), last)
        let highest = min(max(first { $0 > range.upperBound } - 1, lowest), last)
        return lowest...highest
    }
}
