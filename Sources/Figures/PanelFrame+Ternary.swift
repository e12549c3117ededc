import Scenes
import Typography

/// The triangle of three shares: its grid, its edges with ticks, its numbers and the names of its corners.
extension PanelFrame {
    var ternary: TernaryAxes? {
        if case .ternary(let axes) = panel.axes { axes } else { nil }
    }

    static let ternaryTick = 6.0
    /// From the end of a tick to its number.
    private static let numberGap = 4.0
    /// From the top corner to its name.
    static let topGap = 10.0
    /// The room of the numbers below the triangle, between it and the names of its corners.
    static func ternaryNumberRoom(_ theme: Theme) -> Double { ternaryTick + theme.sizes.label + 8 }

    /// Height over side.
    static let triangleAspect = 0.75.squareRoot()

    private func point(_ shares: (Double, Double, Double)) -> Point { scales(TernaryAxes.place(shares)) }

    private var corners: [Point] { [point((1, 0, 0)), point((0, 1, 0)), point((0, 0, 1))] }

    /// The shares whose lines are drawn.
    private var ternaryTicks: [Ticks.Tick] { Ticks(over: 0...1, length: plot.width, spacing: 56).major }

    /// Those with a number: a share is 0 at the corner where the number 1 of another stands.
    private var numberedTicks: [Ticks.Tick] { ternaryTicks.filter { $0.value > 0 } }

    /// Where share `k` has the value `c` on the edge that carries its numbers, with p_{k+1} as the rest for the first, and so
    /// on round the triangle; and on the other edge that the line of this value meets.
    private func ends(ofShare k: Int, at c: Double) -> (numbered: Point, other: Point) {
        switch k {
        case 0: (point((c, 1 - c, 0)), point((c, 0, 1 - c)))
        case 1: (point((0, c, 1 - c)), point((1 - c, c, 0)))
        default: (point((1 - c, 0, c)), point((0, 1 - c, c)))
        }
    }

    /// Out of the triangle along the lines of share `k`, of length 1.
    private static func outward(ofShare k: Int) -> Point {
        switch k {
        case 0: Point(x: -1, y: 0)
        case 1: Point(x: 0.5, y: triangleAspect)
        default: Point(x: 0.5, y: -triangleAspect)
        }
    }

    /// From the corner of share `k` to where the tick of 1 begins: a point that stands there does not hide it.
    private func clearance(ofCorner k: Int, theme: Theme) -> Double {
        panel.marks.reduce(0) { clearance, mark in
            guard case .points(let points) = mark else { return clearance }
            let isThere = points.points.contains { point in
                let place = scales(point)
                return max(abs(place.x - corners[k].x), abs(place.y - corners[k].y)) < 1
            }
            return isThere ? max(clearance, theme.pointDiameter / 2 * points.relativeSize + 1.5) : clearance
        }
    }

    /// Where the tick of a value begins.
    private func foot(ofShare k: Int, at value: Double, theme: Theme) -> Point {
        let place = ends(ofShare: k, at: value).numbered
        if value < 1 { return place }
        let (outward, room) = (PanelFrame.outward(ofShare: k), clearance(ofCorner: k, theme: theme))
        return Point(x: place.x + room * outward.x, y: place.y + room * outward.y)
    }

    func ternaryGrid(theme: Theme) -> [Node] {
        guard let stroke = theme.minorGrid ?? theme.majorGrid else { return [] }
        var path = Path()
        for k in 0..<3 {
            for tick in ternaryTicks where tick.value > 0 && tick.value < 1 {
                let (a, b) = ends(ofShare: k, at: tick.value)
                path.elements += Path.line(from: a, to: b).elements
            }
        }
        return [.shape(Shape(path, stroke: Stroke(color: stroke.color, width: stroke.width)))]
    }

    /// The triangle's edges, and ticks along the lines that they number.
    func ternaryEdges(theme: Theme) -> [Node] {
        var path = Path()
        path.move(to: corners[0])
        for corner in corners.dropFirst() { path.line(to: corner) }
        path.close()
        for k in 0..<3 {
            let outward = PanelFrame.outward(ofShare: k)
            for tick in numberedTicks {
                let start = foot(ofShare: k, at: tick.value, theme: theme)
                let end = Point(
                    x: start.x + outward.x * PanelFrame.ternaryTick, y: start.y + outward.y * PanelFrame.ternaryTick)
                path.elements += Path.line(from: start, to: end).elements
            }
        }
        return [.shape(Shape(path, stroke: Stroke(color: theme.axis.color, width: 1.25)))]
    }

    func ternaryNumbers(shaper: any TextShaping) -> [TickNumber] {
        let style = figure.style(figure.theme.sizes.label)
        let reach = PanelFrame.ternaryTick + PanelFrame.numberGap
        return (0..<3).flatMap { k in
            numberedTicks.map { tick in
                let shaped = shaper.shape(RichText(verbatim: tick.label), style: style)
                let start = foot(ofShare: k, at: tick.value, theme: figure.theme)
                let outward = PanelFrame.outward(ofShare: k)
                let end = Point(x: start.x + outward.x * reach, y: start.y + outward.y * reach)
                // Figures have no descenders: their middle is half their height above the baseline.
                let half = shaped.ascent / 2
                let origin: Point =
                    switch k {
                    case 0: Point(x: end.x - shaped.width, y: end.y + half)
                    case 1: Point(x: end.x - shaped.width / 2 + 2, y: end.y + shaped.ascent)
                    default: Point(x: end.x, y: end.y + half - 3)
                    }
                return TickNumber(shaped: shaped, origin: origin, isInside: false)
            }
        }
    }

    /// The names of the corners, above the top one and below the others.
    func cornerNames(shaper: any TextShaping) -> [TickNumber] {
        guard let ternary else { return [] }
        let style = figure.style(figure.theme.sizes.axisName)
        let room = PanelFrame.ternaryNumberRoom(figure.theme)
        return zip(ternary.corners, corners).enumerated().map { index, pair in
            let shaped = shaper.shape(pair.0, style: style)
            let wanted = pair.1.x - shaped.width / 2
            let x = max(FigureLayout.margin, min(wanted, pageWidth - FigureLayout.margin - shaped.width))
            let baseline =
                index == 0 ? plot.top - PanelFrame.topGap - shaped.descent : plot.bottom + room + shaped.ascent
            return TickNumber(shaped: shaped, origin: Point(x: x, y: baseline), isInside: false)
        }
    }

    /// The shares at a box's corners, negative beyond an edge.
    private func shares(ofCorners box: Rect) -> [[Double]] {
        [(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)].map { x, y in
            let (u, v) = ((x - plot.left) / plot.width * 2 - 1, (plot.bottom - y) / plot.height)
            return [v, (1 - v - u) / 2, (1 - v + u) / 2]
        }
    }

    /// Whether the box reaches into the triangle.
    func meetsTriangle(_ box: Rect) -> Bool {
        let shares = shares(ofCorners: box)
        return !(0..<3).contains { k in shares.allSatisfy { $0[k] < 0 } }
    }

    /// Whether the whole box lies in the triangle.
    func triangleHolds(_ box: Rect) -> Bool { shares(ofCorners: box).allSatisfy { $0.allSatisfy { $0 >= 0 } } }
}
