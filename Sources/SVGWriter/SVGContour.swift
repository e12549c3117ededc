import Scenes

/// A closed line of a glyph's outline as places along it, in units of the grid it is going to be written on.
struct SVGContour {
    /// A place on the outline, and how far from it what is written may be.
    struct Sample {
        var place: Point
        var tolerance: Double
        /// The length of the outline up to there, along straight lines from sample to sample.
        var passed = 0.0
    }

    enum Axis {
        case x
        case y
    }

    /// How far from a sample what is written may be, in units. Between samples it comes to be 1.7 at most, of most Chinese
    /// characters 1.1.
    static let tolerance = 1.2
    /// The same along straight edges, that of a corner's place on the grid: the strokes of letters keep their widths.
    static let edgeTolerance = 0.75
    /// A line at least that long is an edge, in units.
    private static let edgeLength = 6.0
    /// Contours not wider and higher than that are as exact all along: of a dot little is left to be round.
    private static let dotSize = 24.0

    /// A place where pieces may meet, and the line from there to the next.
    struct Node {
        /// Index of its sample.
        var sample: Int
        /// Where the line goes behind it, as far as a control point of its.
        var leaving: Point
        /// Where it comes from in front of the next.
        var arriving: Point
        /// Whether the line is an edge along an axis, and which.
        var axis: Axis?
        /// The control points of a cubic that begins here, and at which node behind this one it ends.
        var cubic: (a: Point, b: Point, nodes: Int)?
        /// Whether no quadratic can pass it by.
        var isSharp = false
    }

    /// In their order, the first once more as the last.
    private(set) var samples: [Sample] = []
    /// In their order, the first once more as the last.
    private(set) var nodes: [Node] = []

    /// - Parameter outline: in ems.
    static func contours(of outline: Path, unitsPerEm: Double) -> [SVGContour] {
        func units(_ p: Point) -> Point { Point(x: p.x * unitsPerEm, y: p.y * unitsPerEm) }
        var result: [SVGContour] = []
        var contour = SVGContour()
        var (start, pen) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        func finish() {
            if pen != start { contour.append(lineFrom: pen, to: start) }
            if let turned = contour.turned { result.append(turned) }
            contour = SVGContour()
        }
        for element in outline.elements {
            switch element {
            case .move(let p):
                finish()
                (start, pen) = (units(p), units(p))
            case .line(let p):
                contour.append(lineFrom: pen, to: units(p))
                pen = units(p)
            case .cubic(let a, let b, let p):
                contour.append(cubicFrom: pen, units(a), units(b), to: units(p))
                pen = units(p)
            case .close: break
            }
        }
        finish()
        return result
    }

    // MARK: Places

    /// Everything but the line's end, which begins what follows.
    private mutating func append(lineFrom p: Point, to q: Point) {
        if p == q { return }
        let (dx, dy) = (q.x - p.x, q.y - p.y)
        let isEdge = dx * dx + dy * dy >= SVGContour.edgeLength * SVGContour.edgeLength
        let tolerance = isEdge ? SVGContour.edgeTolerance : SVGContour.tolerance
        nodes.append(
            Node(
                sample: samples.count, leaving: Point(x: dx, y: dy), arriving: Point(x: dx, y: dy),
                axis: !isEdge ? nil : abs(dy) < 0.1 ? .x : abs(dx) < 0.1 ? .y : nil))
        for part in [0, 0.5] {
            samples.append(Sample(place: Point(x: p.x + part * dx, y: p.y + part * dy), tolerance: tolerance))
        }
    }

    /// A quadratic through both ends and with the cubic's tangents there, of one of n equal parts of it, is nowhere
    /// farther from it than √3/36 of the cubic's third difference by n³.
    private mutating func append(cubicFrom p: Point, _ a: Point, _ b: Point, to q: Point) {
        let (x, y) = (q.x - p.x + 3 * (a.x - b.x), q.y - p.y + 3 * (a.y - b.y))
        let error = 3.0.squareRoot() / 36 * (x * x + y * y).squareRoot()
        var parts = 2
        while error > 0.25 * Double(parts * parts * parts), parts < 8 { parts += 1 }
        let samplesOfPart = 4
        /// A third of it, or, where two control points are one, a direction that it has nearby.
        func derivative(_ t: Double) -> Point {
            let u = 1 - t
            let (k, l, m) = (u * u, 2 * u * t, t * t)
            let x = k * (a.x - p.x) + l * (b.x - a.x) + m * (q.x - b.x)
            let y = k * (a.y - p.y) + l * (b.y - a.y) + m * (q.y - b.y)
            if x != 0 || y != 0 { return Point(x: x, y: y) }
            return t < 0.5 ? Point(x: b.x - p.x, y: b.y - p.y) : Point(x: q.x - a.x, y: q.y - a.y)
        }
        for index in 0..<parts * samplesOfPart {
            let t = Double(index) / Double(parts * samplesOfPart)
            let u = 1 - t
            let (k, l, m, n) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            if index.isMultiple(of: samplesOfPart) {
                nodes.append(
                    Node(
                        sample: samples.count, leaving: derivative(t), arriving: derivative(t + 1 / Double(parts)),
                        cubic: index == 0 ? (a, b, parts) : nil))
            }
            samples.append(
                Sample(
                    place: Point(
                        x: k * p.x + l * a.x + m * b.x + n * q.x, y: k * p.y + l * a.y + m * b.y + n * q.y),
                    tolerance: SVGContour.tolerance))
        }
    }

    // MARK: Corners

    /// The same, closed, from its sharpest corner on, where two pieces are sure to meet; nil where there is no line.
    private var turned: SVGContour? {
        guard nodes.count > 1 else { return nil }
        let sharpness = nodes.indices.map(sharpness)
        // Without corners, where the font begins.
        let corners = sharpness.map { $0 > 0.5 ? $0 : 0 }
        guard let most = nodes.indices.max(by: { corners[$0] < corners[$1] }) else { return nil }
        let first = nodes[most].sample
        var turned = SVGContour()
        turned.samples = Array(samples[first...] + samples[...first])
        turned.nodes = (Array(nodes.indices[most...]) + Array(nodes.indices[...most])).map { index in
            var node = nodes[index]
            node.isSharp = sharpness[index] > 1.5 * SVGContour.tolerance
            node.sample -= first
            if node.sample < 0 { node.sample += samples.count }
            return node
        }
        turned.nodes[nodes.count].sample = samples.count
        if turned.isDot {
            for index in turned.samples.indices { turned.samples[index].tolerance = SVGContour.edgeTolerance }
        }
        // Where an edge ends in a curve, the corner is the edge's.
        for node in turned.nodes.dropFirst() {
            let before = turned.samples[node.sample - 1].tolerance
            turned.samples[node.sample].tolerance = min(turned.samples[node.sample].tolerance, before)
        }
        for index in turned.samples.indices.dropFirst() {
            turned.samples[index].passed =
                turned.samples[index - 1].passed + turned.direction(from: index - 1, to: index).length
        }
        return turned
    }

    private var isDot: Bool {
        let (x, y) = (samples.map(\.place.x), samples.map(\.place.y))
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else { return false }
        return max(right - left, bottom - top) <= SVGContour.dotSize
    }

    /// How far a quadratic would pass a node by that went along the line as far as its neighbours, in units: only where
    /// the line turns there.
    private func sharpness(of node: Int) -> Double {
        let last = nodes.count - 1
        let sample = nodes[node].sample
        let (before, after) = (nodes[node == 0 ? last : node - 1].sample, nodes[node == last ? 0 : node + 1].sample)
        let (a, _) = direction(from: sample == 0 ? samples.count - 1 : sample - 1, to: sample)
        let (b, _) = direction(from: sample, to: sample + 1 == samples.count ? 0 : sample + 1)
        let legs = (direction(from: before, to: sample).length, direction(from: sample, to: after).length)
        let (x, y) = (b.x - a.x, b.y - a.y)
        return (x * x + y * y).squareRoot() * min(legs.0, legs.1) / 4
    }

    private func direction(from: Int, to: Int) -> (Point, length: Double) {
        let (x, y) = (samples[to].place.x - samples[from].place.x, samples[to].place.y - samples[from].place.y)
        let length = (x * x + y * y).squareRoot()
        return (length > 0 ? Point(x: x / length, y: y / length) : Point(x: 0, y: 0), length)
    }
}
