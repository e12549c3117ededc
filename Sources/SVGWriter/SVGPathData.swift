import Scenes

/// Path data in relative commands on a grid of hundredths of a point: short, and free of accumulated rounding, since
/// every offset is taken from the rounded place before it.
struct SVGPathData {
    private(set) var text = ""
    private var x = 0
    private var y = 0
    private var startX = 0
    private var startY = 0
    private var lastCommand: Character = " "

    init(_ path: Path) {
        for element in path.elements {
            switch element {
            case .move(let p): move(to: p)
            case .line(let p): line(to: p)
            case .cubic(let a, let b, let p): cubic(a, b, p)
            case .close:
                text += "z"
                lastCommand = "z"
                (x, y) = (startX, startY)
            }
        }
    }

    private mutating func append(_ command: Character, _ numbers: [Int]) {
        // A command that repeats need not be written; a moveto's repetition would be a lineto.
        var needsSeparator = command == lastCommand && command != "m" && command != "M"
        if !needsSeparator { text.append(command) }
        for number in numbers {
            let digits = SVGNumber.text(hundredths: number)
            if needsSeparator, digits.first != "-" { text.append(" ") }
            text += digits
            needsSeparator = true
        }
        lastCommand = command
    }

    private mutating func move(to p: Point) {
        let (px, py) = (SVGNumber.hundredths(p.x), SVGNumber.hundredths(p.y))
        if text.isEmpty { append("M", [px, py]) } else { append("m", [px - x, py - y]) }
        (x, y, startX, startY) = (px, py, px, py)
    }

    private mutating func line(to p: Point) {
        let (px, py) = (SVGNumber.hundredths(p.x), SVGNumber.hundredths(p.y))
        if py == y {
            append("h", [px - x])
        } else if px == x {
            append("v", [py - y])
        } else {
            append("l", [px - x, py - y])
        }
        (x, y) = (px, py)
    }

    private mutating func cubic(_ a: Point, _ b: Point, _ p: Point) {
        let h = SVGNumber.hundredths
        let (px, py) = (h(p.x), h(p.y))
        append("c", [h(a.x) - x, h(a.y) - y, h(b.x) - x, h(b.y) - y, px - x, py - y])
        (x, y) = (px, py)
    }
}
