import Scenes

/// A place on the grid that path data is written on.
struct GridPoint: Equatable {
    var x: Int
    var y: Int

    init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// The nearest to a point.
    init(rounding p: Point) { self.init(x: Int(p.x.rounded()), y: Int(p.y.rounded())) }

    static func - (a: GridPoint, b: GridPoint) -> GridPoint { GridPoint(x: a.x - b.x, y: a.y - b.y) }
}

/// Writes path data in relative commands on a grid: short, and free of accumulated rounding, since every offset is taken
/// from the rounded place before it.
struct SVGPen {
    /// How a number of the grid is written.
    enum Unit {
        case whole
        case hundredth
    }

    let unit: Unit
    /// Where the drawing has come to.
    private(set) var place = GridPoint(x: 0, y: 0)
    private var start = GridPoint(x: 0, y: 0)
    private var lastCommand: UInt8 = 0
    /// Whether the next number would run into the one before it.
    private var needsSeparator = false
    /// The last cubic's second control point.
    private var behind: GridPoint?
    /// The last quadratic's control point, mirrored at its end: where a smooth one has its own.
    private var mirroredQuadratic: GridPoint?

    init(unit: Unit) { self.unit = unit }

    /// For what stands behind a move that is written elsewhere.
    init(unit: Unit, at place: GridPoint) {
        self.unit = unit
        self.place = place
        start = place
        lastCommand = UInt8(ascii: "M")
    }

    mutating func move(to p: GridPoint, in markup: inout SVGMarkup) {
        if lastCommand == 0 {
            command("M", in: &markup)
            write(p, in: &markup)
        } else {
            command("m", in: &markup)
            write(p - place, in: &markup)
        }
        place = p
        start = p
        forgetCurves()
    }

    mutating func line(to p: GridPoint, in markup: inout SVGMarkup) {
        if p.y == place.y {
            command("h", in: &markup)
            number(p.x - place.x, in: &markup)
        } else if p.x == place.x {
            command("v", in: &markup)
            number(p.y - place.y, in: &markup)
        } else {
            command("l", in: &markup)
            write(p - place, in: &markup)
        }
        place = p
        forgetCurves()
    }

    mutating func quadratic(_ middle: GridPoint, to p: GridPoint, in markup: inout SVGMarkup) {
        if let smooth = mirroredQuadratic, smooth == middle {
            command("t", in: &markup)
            write(p - place, in: &markup)
            forgetCurves()
            mirroredQuadratic = GridPoint(x: 2 * p.x - smooth.x, y: 2 * p.y - smooth.y)
        } else {
            command("q", in: &markup)
            write(middle - place, in: &markup)
            write(p - place, in: &markup)
            forgetCurves()
            mirroredQuadratic = GridPoint(x: 2 * p.x - middle.x, y: 2 * p.y - middle.y)
        }
        place = p
    }

    mutating func cubic(_ a: GridPoint, _ b: GridPoint, to p: GridPoint, in markup: inout SVGMarkup) {
        if let behind, SVGPen.isSmooth(a, behind: behind, place) {
            command("s", in: &markup)
        } else {
            command("c", in: &markup)
            write(a - place, in: &markup)
        }
        write(b - place, in: &markup)
        write(p - place, in: &markup)
        forgetCurves()
        behind = b
        place = p
    }

    /// Whether a cubic's first control point need not be written: it mirrors the one behind the cubic's start, but for a
    /// unit of the grid, which is what rounding leaves of a smooth joint.
    static func isSmooth(_ a: GridPoint, behind b: GridPoint, _ place: GridPoint) -> Bool {
        abs(2 * place.x - b.x - a.x) <= 1 && abs(2 * place.y - b.y - a.y) <= 1
    }

    mutating func close(in markup: inout SVGMarkup) {
        command("z", in: &markup)
        place = start
        forgetCurves()
    }

    private mutating func forgetCurves() {
        behind = nil
        mirroredQuadratic = nil
    }

    private mutating func command(_ scalar: Unicode.Scalar, in markup: inout SVGMarkup) {
        let letter = UInt8(ascii: scalar)
        // A command that repeats need not be written; a moveto's repetition would be a lineto.
        needsSeparator = letter == lastCommand && letter != UInt8(ascii: "m") && letter != UInt8(ascii: "z")
        if !needsSeparator { markup.append(letter) }
        lastCommand = letter
    }

    private mutating func write(_ p: GridPoint, in markup: inout SVGMarkup) {
        number(p.x, in: &markup)
        number(p.y, in: &markup)
    }

    private mutating func number(_ value: Int, in markup: inout SVGMarkup) {
        if needsSeparator, value >= 0 { markup.append(UInt8(ascii: " ")) }
        switch unit {
        case .hundredth: markup.append(hundredths: value)
        case .whole: markup.append(whole: value)
        }
        needsSeparator = true
    }
}
