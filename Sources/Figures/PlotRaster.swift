import Scenes

/// What stands where in a plotting area, in squares of a few points: a bit for each kind of thing.
///
/// Many lines are asked about for many boxes; squares make each question cost what the box is large.
struct PlotRaster {
    private let plot: Rect
    private let columns: Int
    private let rows: Int
    private var squares: [UInt64]

    private static let side = 2.0

    init(_ plot: Rect) {
        self.plot = plot
        columns = max(1, Int((plot.width / PlotRaster.side).rounded(.up)))
        rows = max(1, Int((plot.height / PlotRaster.side).rounded(.up)))
        squares = Array(repeating: 0, count: columns * rows)
    }

    private func column(_ x: Double) -> Int {
        min(max(Int(min(max((x - plot.left) / PlotRaster.side, -1), 1e6).rounded(.down)), 0), columns - 1)
    }

    private func row(_ y: Double) -> Int {
        min(max(Int(min(max((y - plot.top) / PlotRaster.side, -1), 1e6).rounded(.down)), 0), rows - 1)
    }

    mutating func mark(_ points: [Point], bit: Int) {
        for (a, b) in zip(points, points.dropFirst()) {
            let length = max(abs(b.x - a.x), abs(b.y - a.y))
            let parts = max(1, Int((min(length, 1e5) / (PlotRaster.side / 2)).rounded(.up)))
            for k in 0...parts {
                let t = Double(k) / Double(parts)
                let p = Point(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
                guard plot.contains(p) else { continue }
                squares[row(p.y) * columns + column(p.x)] |= 1 << UInt64(bit)
            }
        }
    }

    mutating func mark(_ box: Rect, bit: Int) {
        guard box.intersects(plot) else { return }
        for j in row(box.top)...row(box.bottom) {
            for i in column(box.left)...column(box.right) { squares[j * columns + i] |= 1 << UInt64(bit) }
        }
    }

    /// Whether the box lies in the plotting area and nothing is in it but what has the bit `own`.
    func isFree(_ box: Rect, but own: Int? = nil) -> Bool {
        isFree(box, of: own.map { ~(1 << UInt64($0)) } ?? ~0)
    }

    /// Whether the box lies in the plotting area and nothing that has one of these bits is in it.
    func isFree(_ box: Rect, of others: UInt64) -> Bool {
        guard plot.contains(box) else { return false }
        for j in row(box.top)...row(box.bottom) {
            for i in column(box.left)...column(box.right) where squares[j * columns + i] & others != 0 {
                return false
            }
        }
        return true
    }
}
