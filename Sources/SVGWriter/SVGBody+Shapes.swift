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
            if let first = shapes.first, first.path != shape.path { break }
            shapes.append(shape)
        }
        let shape = shapes[0]
        if let circle = shape.circle {
            if let top = SVGBody.disc(on: shape, nodes) {
                append(circle, rimOf: shape, around: top)
                return 2
            }
            for shape in shapes { append(circle, paintOf: shape, shared) }
            return shapes.count
        }
        if shape.isHairlines, let (columns, rest) = hairlines.columns(of: shape.path, &ids, &paths) {
            append(columns, rest, paintOf: shape, shared)
            return 1
        }
        var data = SVGMarkup()
        data.append(pathData: shape.isHairlines ? shape.path.backAndForth : shape.asPoints ?? shape.path)
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

    /// Hairlines of which some stand elsewhere too. Where they cross, their colour must show once: they are one picture,
    /// of which the whole lets shine through what the lines did.
    private mutating func append(
        _ columns: SVGHairlines.Columns, _ rest: Path, paintOf shape: Shape, _ shared: SVGSharedPaint
    ) {
        markup.append("<g")
        let opacity = shape.stroke?.color.opacity ?? 1
        var opaque = shape
        opaque.stroke?.color.opacity = 1
        appendPaint(of: opaque, shared)
        if opacity < 1 { markup.append(attribute: "opacity", opacity) }
        markup.append("><use href=\"#\(columns.id)\"")
        if columns.y != 0 { markup.append(attribute: "y", columns.y) }
        markup.append("/>")
        if !rest.elements.isEmpty {
            markup.append("<path d=\"")
            markup.append(pathData: rest.backAndForth)
            markup.append("\"/>")
        }
        markup.append("</g>\n")
    }

    /// Path data that is not longer, in bytes, is no shorter when it is written once.
    private static let shortPath = 40

    /// What the second of some nodes draws on the first, a disc, if it is a smaller one with the same centre: together they
    /// are the smaller with a rim.
    private static func disc(on disc: Shape, _ nodes: ArraySlice<Node>) -> Shape? {
        guard case .shape(let top)? = nodes.dropFirst().first, let large = disc.circle,
            let small = top.circle,
            disc.stroke == nil, top.stroke == nil, disc.fill?.opacity == 1, top.fill?.opacity == 1,
            abs(large.center.x - small.center.x) < Shape.circleTolerance,
            abs(large.center.y - small.center.y) < Shape.circleTolerance, small.radius < large.radius
        else { return nil }
        return top
    }

    private mutating func append(_ circle: Circle, rimOf shape: Shape, around top: Shape) {
        let inner = top.circle?.radius ?? 0
        let rim = Shape(
            Path(), fill: top.fill,
            stroke: shape.fill.map { Stroke(color: $0, width: circle.radius - inner) })
        append(Circle(center: circle.center, radius: (circle.radius + inner) / 2), paintOf: rim, SVGSharedPaint())
    }

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

    init() {}

    /// Nothing for a group with texts or groups, which would inherit it.
    init(_ nodes: ArraySlice<Node>) {
        var (unfilled, crisp, round, strokes, lines) = (0, 0, 0, 0, 0)
        for node in nodes {
            guard case .shape(let shape) = node else { return }
            if shape.fill == nil { unfilled += 1 }
            guard let stroke = shape.stroke else { continue }
            strokes += 1
            if stroke.isCrisp { crisp += 1 }
            // A circle has neither ends nor corners.
            if stroke.dash.isEmpty, shape.circle != nil { continue }
            lines += 1
            if stroke.isRound { round += 1 }
        }
        hasNoFill = unfilled > 1
        isRound = lines > 1 && round == lines
        isCrisp = strokes > 1 && crisp == strokes
    }

    func append(to markup: inout SVGMarkup) {
        if hasNoFill { markup.append(" fill=\"none\"") }
        if isRound { markup.append(SVGSharedPaint.round) }
        if isCrisp { markup.append(SVGSharedPaint.crisp) }
    }
}
