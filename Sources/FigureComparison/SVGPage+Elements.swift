import Scenes
import XMLReading

// What the attributes of an element draw.

extension SVGPage {
    func shape(_ attributes: SVGAttributes, _ path: Path) throws -> Shape {
        let element = attributes.element
        var stroke: Stroke?
        if let color = try SVGPage.paint(attributes, "stroke", inherited: nil) {
            let opacity = element.name == "g" ? try attributes.opacity("opacity") : 1
            stroke = Stroke(
                color: color.withOpacity(color.opacity * opacity),
                width: try attributes.lengthIfGiven("stroke-width") ?? 1,
                dash: try attributes.list("stroke-dasharray"),
                isRound: element["stroke-linecap"] == "round", isCrisp: element["shape-rendering"] == "crispEdges")
        }
        let fill = try SVGPage.paint(attributes, "fill", inherited: nil)
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

    static func circle(_ attributes: SVGAttributes) throws -> Path {
        Path.circle(
            center: Point(x: try attributes.length("cx"), y: try attributes.length("cy")),
            radius: try attributes.length("r"))
    }

    /// A disc with a rim as the larger disc and the smaller one on it, which both are dots; nil for another circle.
    static func discs(_ attributes: SVGAttributes) throws -> [Shape]? {
        guard let fill = try paint(attributes, "fill", inherited: nil),
            let stroke = try paint(attributes, "stroke", inherited: nil), fill.opacity == 1, stroke.opacity == 1,
            attributes.element["stroke-dasharray"] == nil
        else { return nil }
        let center = Point(x: try attributes.length("cx"), y: try attributes.length("cy"))
        let (diameter, rim) = (2 * (try attributes.length("r")), try attributes.lengthIfGiven("stroke-width") ?? 1)
        return [(stroke, diameter + rim), (fill, diameter - rim)].map { color, width in
            Shape(Path.dots([center]), stroke: Stroke(color: color, width: width, isRound: true))
        }
    }

    static func paint(_ attributes: SVGAttributes, _ name: String, inherited: XMLElement?) throws -> Color? {
        guard let owner = attributes.element[name] != nil ? attributes.element : inherited, let text = owner[name],
            text.hasPrefix("#")
        else { return nil }
        var digits = String(text.dropFirst())
        if digits.utf8.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        guard digits.utf8.count == 6, let hex = UInt32(digits, radix: 16) else { return nil }
        return Color(hex, opacity: try attributes.opacity("\(name)-opacity", of: owner))
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
    static func start(of attributes: SVGAttributes) throws -> Point {
        switch attributes.element.name {
        case "use": return Point(x: try attributes.length("x"), y: try attributes.length("y"))
        case "path":
            guard case .move(let p)? = SVGPathReader.path(attributes.element["d"] ?? "")?.elements.first else { break }
            return p
        default: break
        }
        return Point(x: 0, y: 0)
    }
}
