import Scenes

/// The bands of a scene's filled contours, as a page shows them: the topmost colour at a point.
struct PaintedBands {
    let clip: Rect
    private let layers: [(color: Color, lines: [[Point]], isEvenOdd: Bool)]

    /// Nil for a scene without them.
    init?(_ scene: Scene) {
        guard let paint = scene.layers.first(where: { $0.id.hasPrefix("panel0-fill") }), let clip = paint.clip else {
            return nil
        }
        self.clip = clip
        layers = paint.nodes.compactMap { node in
            guard case .shape(let shape) = node, let color = shape.fill else { return nil }
            var lines: [[Point]] = []
            for element in shape.path.elements {
                switch element {
                case .move(let p): lines.append([p])
                case .line(let p): lines[lines.count - 1].append(p)
                default: break
                }
            }
            return (color, lines, shape.fillRule == .evenOdd)
        }
    }

    /// Nil where nothing is painted.
    func color(at p: Point) -> Color? {
        layers.last { layer in
            let count = layer.lines.count { PaintedBands.holds($0, p) }
            return layer.isEvenOdd ? count % 2 == 1 : count > 0
        }?.color
    }

    private static func holds(_ polygon: [Point], _ p: Point) -> Bool {
        var isInside = false
        guard var a = polygon.last else { return false }
        for b in polygon {
            if (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) { isInside.toggle() }
            a = b
        }
        return isInside
    }
}
