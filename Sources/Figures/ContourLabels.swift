import Scenes
import Typography

/// The levels' numbers on their lines, and the names of regions, clear of all else that stands in the plot.
extension PanelFrame {
    /// The bits of what is no level's line, and of the levels' numbers.
    private static let (otherBit, numberBit) = (63, 62)
    /// The last one for levels' lines.
    private static let lastLevelBit = 61
    /// From a number's ink to its plate's edge, and of the plate's corners, in points.
    private static let (plateMargin, plateRadius) = (2.5, 3.0)
    /// A line shorter than this many times its number's width has none.
    private static let leastLength = 1.6
    /// Numbers of one level stand at least this far apart, in points.
    private static let repeatDistance = 220.0

    /// A number or name, and what it stands on: a margin along its glyphs would leave holes, through which lines show.
    struct LevelLabel {
        var text: TextRun
        var plate: Shape
    }

    func contourLabels(shaper: any TextShaping, obstacles: PanelObstacles) -> [LevelLabel] {
        let theme = figure.theme
        let contours = panel.marks.compactMap { if case .contour(let mark) = $0 { mark } else { nil } }
        let regions = panel.marks.compactMap { if case .region(let mark) = $0 { mark } else { nil } }
        guard !contours.isEmpty || !regions.isEmpty else { return [] }
        var raster = PlotRaster(plot)
        for box in tickNumberBoxes(shaper: shaper, obstacles: obstacles) + axisLineBoxes + obstacles.boxes {
            raster.mark(box, bit: PanelFrame.otherBit)
        }
        for line in obstacles.lines { raster.mark(line, bit: PanelFrame.otherBit) }
        for line in regions.flatMap(\.edges) { raster.mark(line.map { scales($0) }, bit: PanelFrame.otherBit) }
        let levels = contours.flatMap(\.levels)
        let colors = contours.flatMap { mark in mark.levels.indices.map { mark.labelColors($0, theme: theme) } }
        let lines = levels.map { level in level.lines.map { line in line.map { scales($0) } } }
        for (bit, lines) in lines.enumerated() {
            for line in lines { raster.mark(line, bit: min(bit, PanelFrame.lastLevelBit)) }
        }

        var labels: [LevelLabel] = []
        func put(_ shaped: ShapedText, centre: Point, color: Color, on behind: Color, bit: Int) {
            let origin = Point(x: centre.x - shaped.width / 2, y: centre.y + (shaped.ascent - shaped.descent) / 2)
            let plate = PanelFrame.box(shaped, centre: centre).insetBy(-PanelFrame.plateMargin)
            labels.append(
                LevelLabel(
                    text: TextRun(shaped, at: origin, color: color),
                    plate: Shape(.rectangle(plate, radius: PanelFrame.plateRadius), fill: behind)))
            raster.mark(plate, bit: bit)
        }
        let style = figure.style(theme.sizes.note, weight: .semibold)
        for (bit, level) in levels.enumerated() {
            let shaped = shaper.shape(level.label, style: style)
            var centres: [Point] = []
            for line in lines[bit].sorted(by: { PanelFrame.length($0) > PanelFrame.length($1) }).prefix(8) {
                guard
                    let centre = place(
                        shaped, on: line, bit: min(bit, PanelFrame.lastLevelBit), raster: raster, farFrom: centres)
                else { continue }
                centres.append(centre)
                put(shaped, centre: centre, color: colors[bit].text, on: colors[bit].behind, bit: PanelFrame.numberBit)
            }
        }
        for region in regions {
            guard let label = region.label else { continue }
            let shaped = shaper.shape(label, style: figure.style(theme.sizes.label))
            if let centre = place(shaped, in: region, raster: raster) {
                let behind = paint(at: centre)
                put(
                    shaped, centre: centre, color: behind?.legibleInk ?? region.color(in: theme).withOpacity(1),
                    on: behind ?? theme.page, bit: PanelFrame.otherBit)
            }
        }
        return labels
    }

    /// What the bands of filled contours have there.
    func paint(at point: Point) -> Color? {
        for mark in panel.marks {
            if case .contour(let contour) = mark, let color = contour.fill?.color(at: point, scales: scales) {
                return color
            }
        }
        return nil
    }

    /// Whether a number stands clear of the plot's edge.
    private func isInside(_ box: Rect) -> Bool {
        ternary == nil ? plot.insetBy(4).contains(box) : triangleHolds(box.insetBy(-5))
    }

    private static func length(_ line: [Point]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { sum, ends in sum + distance(ends.0, ends.1) }
    }

    private static func distance(_ a: Point, _ b: Point) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    private static func box(_ shaped: ShapedText, centre: Point) -> Rect {
        let height = shaped.ascent + shaped.descent
        return Rect(x: centre.x - shaped.width / 2, y: centre.y - height / 2, width: shaped.width, height: height)
    }

    /// The flattest stretch of the line on which the number meets nothing else, with as much room around as there is.
    private func place(
        _ shaped: ShapedText, on line: [Point], bit: Int, raster: PlotRaster, farFrom centres: [Point]
    ) -> Point? {
        guard PanelFrame.length(line) > PanelFrame.leastLength * shaped.width else { return nil }
        let step = 5.0
        let points = PanelFrame.spaced(line, by: step)
        let half = max(2, Int((shaped.width / 2 / step).rounded(.up)))
        guard points.count > 2 * half else { return nil }
        if ternary != nil, let middle = PanelFrame.spaced(line, by: PanelFrame.length(line) / 2).dropFirst().first {
            // Across a triangle the numbers stand under each other, and where lines are too close some have none; only
            // what else stands in the way moves a number.
            let box = PanelFrame.box(shaped, centre: middle)
            let isNear = centres.contains { PanelFrame.distance($0, middle) <= PanelFrame.repeatDistance }
            if isInside(box), !isNear {
                if raster.isFree(box.insetBy(-2), but: bit) { return middle }
                if raster.isFree(box.insetBy(-2), of: 1 << UInt64(PanelFrame.otherBit)) { return nil }
            }
        }
        for margin in [8.0, 5, 2] {
            var best: (cost: Double, centre: Point)?
            for k in half..<(points.count - half) {
                let centre = points[k]
                guard centres.allSatisfy({ PanelFrame.distance($0, centre) > PanelFrame.repeatDistance }) else {
                    continue
                }
                let (a, b) = (points[k - half], points[k + half])
                let chord = max(PanelFrame.distance(a, b), 1e-9)
                // How steep the line is, and how far it strays from a straight one.
                let bow = 1 - chord / (2 * Double(half) * step)
                // Across a triangle the numbers stand under each other where nothing else speaks.
                let stray = ternary == nil ? 0 : 0.1 * abs(Double(k) / Double(points.count) - 0.5)
                let cost = abs(b.y - a.y) / chord + 4 * bow + stray
                guard cost < best?.cost ?? .infinity else { continue }
                let box = PanelFrame.box(shaped, centre: centre)
                if isInside(box), raster.isFree(box.insetBy(-margin), but: bit) {
                    best = (cost, centre)
                }
            }
            if let best { return best.centre }
        }
        return nil
    }

    /// Points along the line, `step` apart.
    private static func spaced(_ line: [Point], by step: Double) -> [Point] {
        var points: [Point] = []
        var left = 0.0
        for (a, b) in zip(line, line.dropFirst()) {
            let length = distance(a, b)
            while left <= length, length > 0 {
                let t = left / length
                points.append(Point(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t))
                left += step
            }
            left -= length
        }
        return points
    }

    /// A free place inside the region, the farthest from its edge that a coarse search finds.
    private func place(_ shaped: ShapedText, in region: RegionMark, raster: PlotRaster) -> Point? {
        var best: (room: Double, centre: Point)?
        for y in stride(from: plot.top + 16, through: plot.bottom - 16, by: 12) {
            for x in stride(from: plot.left + 16, through: plot.right - 16, by: 12) {
                let centre = Point(x: x, y: y)
                let box = PanelFrame.box(shaped, centre: centre).insetBy(-4)
                guard raster.isFree(box) else { continue }
                var room = best?.room ?? 0
                while room < 60 {
                    let wider = box.insetBy(-room - 4)
                    let corners = [
                        Point(x: wider.left, y: wider.top), Point(x: wider.right, y: wider.top),
                        Point(x: wider.left, y: wider.bottom), Point(x: wider.right, y: wider.bottom), centre,
                    ]
                    guard plot.contains(wider),
                        corners.allSatisfy({ DataPoint.holds(region.outlines, $0, scales: scales) })
                    else { break }
                    room += 4
                }
                if room > best?.room ?? 0 { best = (room, centre) }
            }
        }
        return best?.centre
    }
}
