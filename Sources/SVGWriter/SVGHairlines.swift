import Scenes

/// The upright lines of a document's grids: panels above one another have the same, which are written once.
struct SVGHairlines {
    /// Where some of them stand.
    struct Columns {
        /// Of their definition, in which they begin at a height of zero.
        var id: String
        var y: Double
    }

    private struct Known {
        var uses = 0
        var id: String?
    }

    /// By their path data.
    private var known: [[UInt8]: Known] = [:]

    init(_ layers: [Group]) {
        for layer in layers { count(layer.nodes) }
    }

    private mutating func count(_ nodes: [Node]) {
        for node in nodes {
            switch node {
            case .group(let group): count(group.nodes)
            case .shape(let shape) where shape.isHairlines:
                if let columns = shape.path.columns { known[data(of: columns.path).bytes, default: Known()].uses += 1 }
            case .shape, .text: break
            }
        }
    }

    private func data(of columns: Path) -> SVGMarkup {
        var data = SVGMarkup()
        data.append(pathData: columns.backAndForth)
        return data
    }

    /// Bytes of `<path id="abcd0" d=""/>`, and of `<g><use href="#abcd0" y="300"/></g>` with the move to what follows.
    private static let definitionLength = 25
    private static let useLength = 40

    /// The upright ones of a grid's lines and the others; nil where it is shorter to write them together.
    ///
    /// - Parameter paths: to which they are added when they are asked for first.
    mutating func columns(
        of path: Path, _ ids: inout SVGIdentifiers, _ paths: inout SVGMarkup
    ) -> (Columns, rest: Path)? {
        guard let columns = path.columns else { return nil }
        let data = data(of: columns.path)
        guard var lines = known[data.bytes],
            data.bytes.count * (lines.uses - 1) > SVGHairlines.definitionLength + SVGHairlines.useLength * lines.uses
        else { return nil }
        let id = lines.id ?? ids.next()
        if lines.id == nil {
            paths.append("<path id=\"\(id)\" d=\"")
            paths.append(data)
            paths.append("\"/>\n")
            lines.id = id
            known[data.bytes] = lines
        }
        return (Columns(id: id, y: columns.top), columns.rest)
    }
}

extension Path {
    /// The upright lines of one length of which it consists among others, moved to a height of zero, from where, and the
    /// others; nil for what is not lines.
    fileprivate var columns: (path: Path, top: Double, rest: Path)? {
        var (columns, rest) = (Path(), Path())
        var ends: (top: Double, bottom: Double)?
        var lines = elements[...]
        while case .move(let a)? = lines.popFirst() {
            guard case .line(let b)? = lines.popFirst() else { return nil }
            let isColumn = a.x == b.x && a.y < b.y && (ends == nil || ends?.top == a.y && ends?.bottom == b.y)
            if isColumn {
                ends = (a.y, b.y)
                columns.move(to: Point(x: a.x, y: 0))
                columns.line(to: Point(x: b.x, y: b.y - a.y))
            } else {
                rest.move(to: a)
                rest.line(to: b)
            }
        }
        guard let ends, lines.isEmpty else { return nil }
        return (columns, ends.top, rest)
    }
}
