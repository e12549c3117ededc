/// The lines on which a function of two variables vanishes, from its values on a grid: quick, and without proof.
///
/// What is smaller than the grid is missed, and nothing is promised of the rest but that the lines' points lie on zeros
/// between two grid points of different sign; ``ContourTracer`` proves what it draws. After Lorensen and Cline's marching
/// cubes, doi:10.1145/37402.37422.
public struct MarchingSquares {
    /// In data coordinates; open ones end exactly at the viewport's edge, closed ones repeat their first point.
    public private(set) var lines: [[(x: Double, y: Double)]] = []

    private let viewport: Viewport
    private let columns: Int
    private let rows: Int
    private let function: (Double, Double) -> Double
    private var values: [Double] = []
    private var crossings: [(x: Double, y: Double)] = []
    /// By the number of the grid's edge: twice that of its first point, and one more for an upright one.
    private var known: [Int]

    /// - Parameter spacing: of the grid, in the viewport's pixels.
    public init(in viewport: Viewport, spacing: Double, of function: @escaping (Double, Double) -> Double) {
        self.viewport = viewport
        self.function = function
        columns = max(2, Int((viewport.width / spacing).rounded(.up)))
        rows = max(2, Int((viewport.height / spacing).rounded(.up)))
        known = Array(repeating: -1, count: 2 * (columns + 1) * (rows + 1))
        march()
    }

    private func x(_ i: Int) -> Double { MarchingSquares.place(i, columns, viewport.x) }
    private func y(_ j: Int) -> Double { MarchingSquares.place(j, rows, viewport.y) }

    private static func place(_ k: Int, _ count: Int, _ range: ClosedRange<Double>) -> Double {
        if k == 0 { return range.lowerBound }
        if k == count { return range.upperBound }
        let t = Double(k) / Double(count)
        return range.lowerBound * (1 - t) + range.upperBound * t
    }

    private func index(_ i: Int, _ j: Int) -> Int { j * (columns + 1) + i }

    private mutating func march() {
        values.reserveCapacity((columns + 1) * (rows + 1))
        for j in 0...rows { for i in 0...columns { values.append(function(x(i), y(j))) } }
        var arcs: [LineStitching.Arc] = []
        for j in 0..<rows {
            for i in 0..<columns {
                let corners: [(Int, Int)] = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
                let signs: [Bool] = corners.map { values[index($0.0, $0.1)] > 0 }
                if signs.allSatisfy({ $0 == signs[0] }) { continue }
                // Anticlockwise: bottom, right, top, left.
                var ends: [Int] = []
                for k in 0..<4 where signs[k] != signs[(k + 1) % 4] {
                    ends.append(crossing(corners[k], corners[(k + 1) % 4]))
                }
                // Two arcs; the middle joins the corners that share its sign.
                if ends.count == 4 {
                    let (u, v): (Double, Double) = (x(i) / 2 + x(i + 1) / 2, y(j) / 2 + y(j + 1) / 2)
                    if (function(u, v) > 0) != signs[0] { ends.append(ends.removeFirst()) }
                }
                for k in stride(from: 0, to: ends.count - 1, by: 2) {
                    arcs.append((start: ends[k], end: ends[k + 1], inner: []))
                }
            }
        }
        lines = LineStitching(crossings: crossings, arcs: arcs).lines
        (values, known, crossings) = ([], [], [])
    }

    /// The number of the zero between two neighbouring points of the grid.
    private mutating func crossing(_ a: (Int, Int), _ b: (Int, Int)) -> Int {
        let (first, second) = a.0 + a.1 < b.0 + b.1 ? (a, b) : (b, a)
        let edge = 2 * index(first.0, first.1) + (first.0 == second.0 ? 1 : 0)
        if known[edge] >= 0 { return known[edge] }
        known[edge] = crossings.count
        crossings.append(zero(from: first, to: second))
        return known[edge]
    }

    /// By the Illinois variant of regula falsi (Dowell and Jarratt 1971, doi:10.1007/BF01934364).
    private func zero(from a: (Int, Int), to b: (Int, Int)) -> (x: Double, y: Double) {
        func place(_ t: Double) -> (x: Double, y: Double) {
            // Along an edge of the viewport the other coordinate stays exactly what it is.
            (
                a.0 == b.0 ? x(a.0) : x(a.0) * (1 - t) + x(b.0) * t,
                a.1 == b.1 ? y(a.1) : y(a.1) * (1 - t) + y(b.1) * t
            )
        }
        var (low, high) = (0.0, 1.0)
        var (atLow, atHigh) = (values[index(a.0, a.1)], values[index(b.0, b.1)])
        var t = 0.5
        var movedLow: Bool?
        for _ in 0..<8 where high - low > 1e-3 {
            t = (low * atHigh - high * atLow) / (atHigh - atLow)
            if !(t > low && t < high) { t = (low + high) / 2 }
            let here = place(t)
            let value = function(here.x, here.y)
            if value == 0 { break }
            if (value > 0) == (atLow > 0) {
                (low, atLow) = (t, value)
                // The end that stays twice counts half, so that it moves too.
                if movedLow == true { atHigh /= 2 }
                movedLow = true
            } else {
                (high, atHigh) = (t, value)
                if movedLow == false { atLow /= 2 }
                movedLow = false
            }
        }
        return place(t)
    }
}
