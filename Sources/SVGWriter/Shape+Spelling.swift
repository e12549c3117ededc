import Scenes

// Shapes that are written otherwise than the scene has them, and look the same.

extension Shape {
    /// How far from a circle's a path that is written as one may be, in points: nothing but the arithmetic of moving it.
    static let circleTolerance = 1e-6

    /// The one circle that it is; nil for another shape.
    var circle: Circle? {
        path.elements.count == 6 ? path.circles(within: Shape.circleTolerance)?.first : nil
    }

    /// Its dots as lines of no length, which have round ends and nothing else (SVG 2, 13.5.4, "zero length subpath"); nil
    /// for another shape.
    var asPoints: Path? {
        guard fill == nil, let stroke, stroke.isRound, stroke.dash.isEmpty, let centers = path.dots() else {
            return nil
        }
        return Path(centers.flatMap { [.move($0), .line($0)] })
    }

    /// Whether it is upright lines, drawn alike from either end.
    var isHairlines: Bool {
        guard fill == nil, let stroke else { return false }
        return stroke.isCrisp && !stroke.isRound && stroke.dash.isEmpty
    }

    /// Several filled circles of one size as lines of no length with round ends: the same picture in an eighth of the
    /// bytes, and rims drawn under them have the same path. Nil for another shape.
    var asDots: Shape? {
        let tolerance = Shape.circleTolerance
        guard let fill, stroke == nil, path.elements.count > 6, let circles = path.circles(within: tolerance),
            let radius = circles.first?.radius, circles.allSatisfy({ abs($0.radius - radius) < tolerance })
        else { return nil }
        return Shape(
            Path.dots(circles.map(\.center)), stroke: Stroke(color: fill, width: 2 * radius, isRound: true))
    }
}

extension Path {
    /// The same lines, every other one from its far end where that is beside the end of the line before.
    var backAndForth: Path {
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
