extension Rect {
    public func moved(by offset: Point) -> Rect { Rect(x: x + offset.x, y: y + offset.y, width: width, height: height) }
}

extension Group {
    /// The same elsewhere on the page.
    public func moved(by offset: Point) -> Group {
        if offset == Point(x: 0, y: 0) { return self }
        var group = self
        group.clip = clip?.moved(by: offset)
        group.nodes = nodes.map { $0.moved(by: offset) }
        return group
    }
}

extension Node {
    fileprivate func moved(by offset: Point) -> Node {
        switch self {
        case .group(let group): return .group(group.moved(by: offset))
        case .shape(var shape):
            shape.path = shape.path.mapped { $0 + offset }
            return .shape(shape)
        case .text(var run):
            // Its glyphs and rules stand relative to its origin.
            run.origin = run.origin + offset
            return .text(run)
        }
    }
}
