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

    /// The smallest rectangle around the points of all elements, those of control among them; nil without any.
    var controlBox: Rect? {
        var box: Rect?
        func add(_ point: Point) {
            let known = box ?? Rect(x: point.x, y: point.y, width: 0, height: 0)
            box = Rect(
                left: min(known.left, point.x), top: min(known.top, point.y), right: max(known.right, point.x),
                bottom: max(known.bottom, point.y))
        }
        for element in elements {
            switch element {
            case .move(let p), .line(let p): add(p)
            case .cubic(let a, let b, let p): [a, b, p].forEach(add)
            case .close: break
            }
        }
        return box
    }

    /// On average; 0 without any.
    var elementsPerOutline: Int {
        let outlines = elements.count { if case .move = $0 { true } else { false } }
        return elements.count / max(1, outlines)
    }
}
