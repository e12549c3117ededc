import Scenes

extension SVGMarkup {
    /// Path data in relative commands on a grid of hundredths of a point: short, and free of accumulated rounding, since
    /// every offset is taken from the rounded place before it.
    mutating func append(pathData path: Path) {
        var pen = SVGPen(grid: .hundredths)
        for element in path.elements { pen.append(element, to: &self) }
    }

    /// The same of a glyph's outline in ems, in whole units of `SVGGlyphs.unitsPerEm`.
    mutating func append(glyphData outline: Path) {
        var pen = SVGPen(grid: .unitsOfEm)
        for element in outline.elements { pen.append(element, to: &self) }
    }
}

/// Where a path's drawing has come to, in units of its grid.
private struct SVGPen {
    enum Grid {
        case hundredths
        case unitsOfEm

        func units(_ length: Double) -> Int {
            switch self {
            case .hundredths: SVGMarkup.hundredths(length)
            case .unitsOfEm: SVGMarkup.hundredths(length * SVGGlyphs.unitsPerEm / 100)
            }
        }

        /// The control point of a quadratic that stays as near to a cubic as a glyph's outline needs, or nil.
        ///
        /// The two with the same ends and (3(a + b) − p − q)/4 as its control point are nowhere farther apart than √3/36
        /// of the cubic's third difference (their difference is that times t(1 − t)(1 − 2t)/2).
        func quadratic(_ p: Point, _ a: Point, _ b: Point, _ q: Point) -> Point? {
            guard self == .unitsOfEm else { return nil }
            let (x, y) = (q.x - p.x + 3 * (a.x - b.x), q.y - p.y + 3 * (a.y - b.y))
            let distance = 3.0.squareRoot() / 36 * (x * x + y * y).squareRoot()
            guard distance * SVGGlyphs.unitsPerEm <= SVGGlyphs.deviation else { return nil }
            return Point(x: (3 * (a.x + b.x) - p.x - q.x) / 4, y: (3 * (a.y + b.y) - p.y - q.y) / 4)
        }
    }

    let grid: Grid
    private var x = 0
    private var y = 0
    private var startX = 0
    private var startY = 0
    /// The same place as it was given.
    private var exact = Point(x: 0, y: 0)
    private var lastCommand: UInt8 = 0
    /// The last cubic's second control point, mirrored at its end: where a smooth cubic has its first.
    private var mirrored: (x: Int, y: Int)?
    /// The same of the last quadratic.
    private var mirroredQuadratic: (x: Int, y: Int)?

    init(grid: Grid) { self.grid = grid }

    mutating func append(_ element: Path.Element, to markup: inout SVGMarkup) {
        let h = grid.units
        let (smooth, smoothQuadratic, from) = (mirrored, mirroredQuadratic, exact)
        mirrored = nil
        mirroredQuadratic = nil
        switch element {
        case .move(let p), .line(let p), .cubic(_, _, let p): exact = p
        case .close: break
        }
        switch element {
        case .move(let p):
            let (px, py) = (h(p.x), h(p.y))
            if lastCommand == 0 {
                write("M", px, py, to: &markup)
            } else {
                write("m", px - x, py - y, to: &markup)
            }
            (x, y, startX, startY) = (px, py, px, py)
        case .line(let p):
            let (px, py) = (h(p.x), h(p.y))
            if py == y {
                write("h", px - x, to: &markup)
            } else if px == x {
                write("v", py - y, to: &markup)
            } else {
                write("l", px - x, py - y, to: &markup)
            }
            (x, y) = (px, py)
        case .cubic(let a, let b, let p):
            let (px, py) = (h(p.x), h(p.y))
            if let middle = grid.quadratic(from, a, b, p) {
                let (mx, my) = (h(middle.x), h(middle.y))
                if let smoothQuadratic, abs(smoothQuadratic.x - mx) <= 1, abs(smoothQuadratic.y - my) <= 1 {
                    write("t", px - x, py - y, to: &markup)
                    mirroredQuadratic = (2 * px - smoothQuadratic.x, 2 * py - smoothQuadratic.y)
                } else {
                    write("q", mx - x, my - y, px - x, py - y, to: &markup)
                    mirroredQuadratic = (2 * px - mx, 2 * py - my)
                }
                (x, y) = (px, py)
                return
            }
            let (bx, by) = (h(b.x), h(b.y))
            // A unit of the grid is what rounding leaves of a smooth joint.
            if let smooth, abs(smooth.x - h(a.x)) <= 1, abs(smooth.y - h(a.y)) <= 1 {
                write("s", bx - x, by - y, px - x, py - y, to: &markup)
            } else {
                write("c", h(a.x) - x, h(a.y) - y, bx - x, by - y, px - x, py - y, to: &markup)
            }
            mirrored = (2 * px - bx, 2 * py - by)
            (x, y) = (px, py)
        case .close:
            write("z", to: &markup)
            (x, y) = (startX, startY)
        }
    }

    private mutating func write(_ command: Unicode.Scalar, _ numbers: Int..., to markup: inout SVGMarkup) {
        let letter = UInt8(ascii: command)
        // A command that repeats need not be written; a moveto's repetition would be a lineto.
        var needsSeparator = letter == lastCommand && letter != UInt8(ascii: "m") && letter != UInt8(ascii: "z")
        if !needsSeparator { markup.append(letter) }
        for number in numbers {
            if needsSeparator, number >= 0 { markup.append(UInt8(ascii: " ")) }
            switch grid {
            case .hundredths: markup.append(hundredths: number)
            case .unitsOfEm: markup.append(whole: number)
            }
            needsSeparator = true
        }
        lastCommand = letter
    }
}
