import Scenes
import XMLReading

// What the attributes of an element draw.

extension SVGPage {
    func shape(_ element: XMLElement, _ path: Path) -> Shape {
        var stroke: Stroke?
        if let color = SVGPage.paint(element, "stroke", inherited: nil) {
            let opacity = element.name == "g" ? element["opacity"].flatMap { Double($0) } ?? 1 : 1
            stroke = Stroke(
                color: color.withOpacity(color.opacity * opacity),
                width: element["stroke-width"].map(SVGPage.length) ?? 1,
                dash: (element["stroke-dasharray"] ?? "").split(separator: " ").compactMap { Double($0) },
                isRound: element["stroke-linecap"] == "round", isCrisp: element["shape-rendering"] == "crispEdges")
        }
        let fill = SVGPage.paint(element, "fill", inherited: nil)
        // Discs are written in two ways, one or several: they are read as the dots that several are.
        if stroke == nil, let fill, let circles = path.circles(within: SVGPage.circleTolerance),
            let radius = circles.first?.radius,
            circles.allSatisfy({ abs($0.radius - radius) <= SVGPage.circleTolerance })
        {
            return Shape(
                Path.dots(circles.map(\.center)), stroke: Stroke(color: fill, width: 2 * radius, isRound: true))
        }
        if let centers = path.dots(ofLength: 0) { return Shape(Path.dots(centers), stroke: stroke) }
        return Shape(
            path, fill: fill, stroke: stroke, fillRule: element["fill-rule"].flatMap { Shape.FillRule(rawValue: $0) })
    }

    /// How far a point of a circle may be off after it was written to hundredths of a point.
    private static let circleTolerance = 0.03

    static func circle(_ element: XMLElement) -> Path {
        Path.circle(
            center: Point(x: length(element["cx"]), y: length(element["cy"])), radius: length(element["r"]))
    }

    /// A disc with a rim as the larger disc and the smaller one on it, which both are dots; nil for another circle.
    static func discs(_ element: XMLElement) -> [Shape]? {
        guard let fill = paint(element, "fill", inherited: nil), let stroke = paint(element, "stroke", inherited: nil),
            fill.opacity == 1, stroke.opacity == 1, element["stroke-dasharray"] == nil
        else { return nil }
        let center = Point(x: length(element["cx"]), y: length(element["cy"]))
        let (diameter, rim) = (2 * length(element["r"]), element["stroke-width"].map(length) ?? 1)
        return [(stroke, diameter + rim), (fill, diameter - rim)].map { color, width in
            Shape(Path.dots([center]), stroke: Stroke(color: color, width: width, isRound: true))
        }
    }

    static func length(_ text: String?) -> Double {
        guard let text else { return 0 }
        return Double(text.hasSuffix("px") ? text.dropLast(2) : text[...]) ?? 0
    }

    static func rect(_ element: XMLElement) -> Rect {
        Rect(
            x: length(element["x"]), y: length(element["y"]), width: length(element["width"]),
            height: length(element["height"]))
    }

    static func paint(_ element: XMLElement, _ attribute: String, inherited: XMLElement?) -> Color? {
        guard let owner = element[attribute] != nil ? element : inherited, let text = owner[attribute],
            text.hasPrefix("#")
        else { return nil }
        var digits = String(text.dropFirst())
        if digits.utf8.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        guard digits.utf8.count == 6, let hex = UInt32(digits, radix: 16) else { return nil }
        return Color(hex, opacity: owner["\(attribute)-opacity"].flatMap { Double($0) } ?? 1)
    }

    /// What a group says once for all texts in it: a scale and nothing else.
    static func scale(of element: XMLElement) -> SVGTransform.Function? {
        guard element.name == "g", let transform = element["transform"].flatMap({ SVGTransform($0) }),
            transform.functions.count == 1, transform.functions[0].name == "scale",
            transform.functions[0].numbers.count == 1
        else { return nil }
        return transform.functions[0]
    }

    /// Where the drawing of a text begins that is one element, in its own units.
    static func start(of element: XMLElement) -> Point {
        switch element.name {
        case "use": Point(x: length(element["x"]), y: length(element["y"]))
        case "path":
            if case .move(let p)? = SVGPathReader.path(element["d"] ?? "")?.elements.first {
                p
            } else {
                Point(x: 0, y: 0)
            }
        default: Point(x: 0, y: 0)
        }
    }
}
