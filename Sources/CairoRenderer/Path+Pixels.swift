import Scenes

extension Path {
    /// Upright and level lines moved, by less than half a pixel, so that both edges of a line `width` pixels wide fall
    /// between pixels. Other elements stay.
    func snapped(width: Double, pixelsPerPoint: Double) -> Path {
        func snap(_ value: Double) -> Double {
            ((value * pixelsPerPoint - width / 2).rounded() + width / 2) / pixelsPerPoint
        }
        return mapped { Point(x: snap($0.x), y: snap($0.y)) }
    }

    /// The path in parts of at most `count` drawn elements, each starting where the last one ended.
    func parts(of count: Int) -> [Path] {
        if elements.count <= count { return [self] }
        var parts: [Path] = []
        var part = Path()
        var pen: Point?
        for element in elements {
            if case .close = element { return [self] }
            if part.elements.count > count, let pen {
                parts.append(part)
                part = Path([.move(pen)])
            }
            part.elements.append(element)
            switch element {
            case .move(let p), .line(let p), .cubic(_, _, let p): pen = p
            case .close: break
            }
        }
        return parts + [part]
    }
}
