import Scenes

extension SVGMarkup {
    /// Path data on a grid of hundredths of a point.
    mutating func append(pathData path: Path) {
        var pen = SVGPen(unit: .hundredth)
        for element in path.elements {
            switch element {
            case .move(let p): pen.move(to: SVGMarkup.hundredths(p), in: &self)
            case .line(let p): pen.line(to: SVGMarkup.hundredths(p), in: &self)
            case .cubic(let a, let b, let p):
                pen.cubic(SVGMarkup.hundredths(a), SVGMarkup.hundredths(b), to: SVGMarkup.hundredths(p), in: &self)
            case .close: pen.close(in: &self)
            }
        }
    }

    private static func hundredths(_ point: Point) -> GridPoint {
        GridPoint(x: hundredths(point.x), y: hundredths(point.y))
    }
}
