import Scenes

extension SVGBody {
    /// The first of some nodes, which is a shape, and those behind it with the same path: a line over its own halo has its
    /// data written once.
    ///
    /// - Returns: how many shapes were written.
    mutating func appendShapes(_ nodes: ArraySlice<Node>, _ shared: SVGSharedPaint) -> Int {
        var shapes: [Shape] = []
        for node in nodes {
            guard case .shape(let shape) = node else { break }
            let drawn = shape.asDots ?? shape
            if let first = shapes.first, first.path != drawn.path { break }
            shapes.append(drawn)
        }
        let shape = shapes[0]
        if let circle = shape.path.circles(within: SVGBody.circleTolerance)?.first, shape.path.elements.count == 6 {
            for shape in shapes { append(circle, paintOf: shape, shared) }
            return shapes.count
        }
        var data = SVGMarkup()
        data.append(pathData: shape.isHairlines ? shape.path.backAndForth : shape.path)
        guard shapes.count > 1, data.bytes.count > SVGBody.shortPath else {
            markup.append("<path d=\"")
            markup.append(data)
            markup.append("\"")
            appendPaint(of: shape, shared)
            markup.append("/>\n")
            return 1
        }
        let id = ids.next()
        paths.append("<path id=\"\(id)\" d=\"")
        paths.append(data)
        paths.append("\"/>\n")
        for shape in shapes {
            markup.append("<use href=\"#\(id)\"")
            appendPaint(of: shape, shared)
            markup.append("/>\n")
        }
        return shapes.count
    }

    /// Path data that is not longer, in bytes, is no shorter when it is written once.
    private static let shortPath = 40
    /// How far from a circle's a path that is written as one may be, in points: nothing but the arithmetic of moving it.
    fileprivate static let circleTolerance = 1e-6

    private mutating func append(_ circle: Circle, paintOf shape: Shape, _ shared: SVGSharedPaint) {
        markup.append("<circle")
        markup.append(attribute: "cx", circle.center.x)
        markup.append(attribute: "cy", circle.center.y)
        markup.append(attribute: "r", circle.radius)
        appendPaint(of: shape, shared)
        markup.append("/>\n")
    }

    private mutating func appendPaint(of shape: Shape, _ shared: SVGSharedPaint) {
        if shape.fill != nil || !shared.hasNoFill { markup.append(paint: "fill", shape.fill) }
        if shape.fill != nil, let rule = shape.fillRule { markup.append(" fill-rule=\"\(rule.rawValue)\"") }
        guard let stroke = shape.stroke else { return }
        markup.append(paint: "stroke", stroke.color)
        if stroke.width != 1 { markup.append(attribute: "stroke-width", stroke.width) }
        if stroke.isRound, !shared.isRound { markup.append(SVGSharedPaint.round) }
        if !stroke.dash.isEmpty {
            markup.append(" stroke-dasharray=\"")
            for (index, length) in stroke.dash.enumerated() {
                if index > 0 { markup.append(" ") }
                markup.append(length: length)
            }
            markup.append("\"")
        }
        if stroke.isCrisp, !shared.isCrisp { markup.append(SVGSharedPaint.crisp) }
    }
}

/// What several shapes of a group have in common, which the group says once.
struct SVGSharedPaint {
    private(set) var hasNoFill = false
    private(set) var isRound = false
    private(set) var isCrisp = false

    static let round = " stroke-linecap=\"round\" stroke-linejoin=\"round\""
    static let crisp = " shape-rendering=\"crispEdges\""

    /// Nothing for a group with texts or groups, which would inherit it.
    init(_ group: Group) {
        var strokes: [Stroke] = []
        var count = 0
        for node in group.nodes {
            guard case .shape(let shape) = node else { return }
            if shape.fill == nil { count += 1 }
            if let stroke = shape.stroke { strokes.append(stroke) }
        }
        hasNoFill = count > 1
        guard strokes.count > 1 else { return }
        isRound = strokes.allSatisfy(\.isRound)
        isCrisp = strokes.allSatisfy(\.isCrisp)
    }

    func append(to markup: inout SVGMarkup) {
        if hasNoFill { markup.append(" fill=\"none\"") }
        if isRound { markup.append(SVGSharedPaint.round) }
        if isCrisp { markup.append(SVGSharedPaint.crisp) }
    }
}

extension Shape {
    /// Whether it is upright lines, drawn alike from either end.
    fileprivate var isHairlines: Bool {
        guard fill == nil, let stroke else { return false }
        return stroke.isCrisp && !stroke.isRound && stroke.dash.isEmpty
    }

    /// Several filled circles of one size as lines of no length with round ends: the same picture in an eighth of the
    /// bytes, and rims drawn under them have the same path. Nil for another shape.
    fileprivate var asDots: Shape? {
        let tolerance = SVGBody.circleTolerance
        guard let fill, stroke == nil, path.elements.count > 6, let circles = path.circles(within: tolerance),
            let radius = circles.first?.radius, circles.allSatisfy({ abs($0.radius - radius) < tolerance })
        else { return nil }
        return Shape(
            Path.dots(circles.map(\.center)), stroke: Stroke(color: fill, width: 2 * radius, isRound: true))
    }
}

extension Path {
    /// The same lines, every other one from its far end where that is beside the end of the line before.
    fileprivate var backAndForth: Path {
        var path = Path()
        path.elements.reserveCapacity(elements.count)
        var rest = elements[...]
        var pen: Point?
        while case .move(let a)? = rest.popFirst() {
            guard case .line(let b)? = rest.popFirst() else { return self }
            // Beside: on a common upright line, of which the data has a zero.
            let turns = pen.map { (b.x == $0.x || b.y == $0.y) && a.x != $0.x && a.y != $0.y } ?? false
            let (from, to) = turns ? (b, a) : (a, b)
            path.elements.append(.move(from))
            path.elements.append(.line(to))
            pen = to
        }
        return rest.isEmpty ? path : self
    }
}
