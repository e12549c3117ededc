import Scenes

/// A glyph's outline as path data in whole units, written once and placed anywhere.
struct SVGOutline {
    /// Where its drawing begins, and ends.
    private(set) var start = GridPoint(x: 0, y: 0)
    private(set) var end = GridPoint(x: 0, y: 0)
    /// What stands behind the move to the start, in relative commands; empty for a blank.
    private(set) var data = SVGMarkup()

    /// - Parameters:
    ///   - outline: in ems.
    ///   - isStroked: whether lines are drawn along it as well: then every contour is closed. Where it is only filled, a
    ///     contour ends with its last piece but one, and the fill closes it.
    init(_ outline: Path, unitsPerEm: Double, isStroked: Bool) {
        var pen: SVGPen?
        var rest = SVGContour.contours(of: outline, unitsPerEm: unitsPerEm).compactMap { GridContour($0) }
        while let (contour, first) = GridContour.next(of: &rest, from: pen?.place) {
            let begin = contour.start(at: first)
            if pen == nil {
                start = begin
                pen = SVGPen(unit: .whole, at: begin)
            } else {
                pen?.move(to: begin, in: &data)
            }
            for piece in contour.pieces(from: first) {
                switch piece {
                case .line(let p): pen?.line(to: p, in: &data)
                case .quadratic(let middle, let p): pen?.quadratic(middle, to: p, in: &data)
                case .cubic(let a, let b, let p): pen?.cubic(a, b, to: p, in: &data)
                }
            }
            if isStroked { pen?.close(in: &data) }
        }
        end = pen?.place ?? start
    }
}

/// A contour on the grid. Closing draws one of its lines for nothing.
private struct GridContour {
    enum Piece {
        case line(GridPoint)
        case quadratic(GridPoint, GridPoint)
        case cubic(GridPoint, GridPoint, GridPoint)

        var end: GridPoint {
            switch self {
            case .line(let p), .quadratic(_, let p), .cubic(_, _, let p): p
            }
        }
    }

    /// From the last one's end.
    private var pieces: [Piece] = []

    /// Nil for what has no area left.
    init?(_ contour: SVGContour) {
        func grid(_ p: Point) -> GridPoint { GridPoint(x: Int(p.x.rounded()), y: Int(p.y.rounded())) }
        pieces.reserveCapacity(contour.pieces.count)
        var pen = grid(contour.start)
        for piece in contour.pieces {
            switch piece {
            case .line(let p):
                let p = grid(p)
                if p == pen { continue }
                pieces.append(.line(p))
                pen = p
            case .quadratic(let middle, let p):
                pen = grid(p)
                pieces.append(.quadratic(grid(middle), pen))
            case .cubic(let a, let b, let p):
                pen = grid(p)
                pieces.append(.cubic(grid(a), grid(b), pen))
            }
        }
        if pieces.count < 2 { return nil }
    }

    /// Where the drawing begins when the piece before the `first` comes last.
    func start(at first: Int) -> GridPoint { pieces[first == 0 ? pieces.count - 1 : first - 1].end }

    /// From the `first` on, without the last when that is a line, which closes the contour.
    func pieces(from first: Int) -> ArraySlice<Piece> {
        let turned = pieces[first...] + pieces[..<first]
        if case .line = turned.last { return turned.dropLast() }
        return turned
    }

    /// Takes the contour that is the shortest to write next, and tells with which piece it begins.
    ///
    /// - Parameter pen: where the drawing has come to; nil before the first.
    static func next(of contours: inout [GridContour], from pen: GridPoint?) -> (GridContour, first: Int)? {
        var best = (length: Int.max, contour: 0, first: 0)
        for (index, contour) in contours.enumerated() {
            var start = contour.start(at: 0)
            // Without lines, where it begins saves nothing.
            if case .line = contour.pieces[0] {} else { consider(start, 0, 0) }
            for (place, piece) in contour.pieces.enumerated() {
                if case .line(let p) = piece {
                    consider(p, place + 1 == contour.pieces.count ? 0 : place + 1, length(of: p - start))
                }
                start = piece.end
            }

            func consider(_ start: GridPoint, _ first: Int, _ saved: Int) {
                let cost = (pen.map { length(of: start - $0, isMove: true) } ?? 0) - saved
                if cost < best.length { best = (cost, index, first) }
            }
        }
        return contours.isEmpty ? nil : (contours.remove(at: best.contour), best.first)
    }

    /// Of a line's or a move's data, in bytes.
    private static func length(of offset: GridPoint, isMove: Bool = false) -> Int {
        func digits(_ number: Int) -> Int {
            let magnitude = abs(number)
            return (number < 0 ? 1 : 0) + (magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3)
        }
        if isMove { return 1 + digits(offset.x) + digits(offset.y) + (offset.y < 0 ? 0 : 1) }
        return (offset.x == 0 ? 0 : digits(offset.x)) + (offset.y == 0 ? 0 : digits(offset.y))
    }
}

extension SVGMarkup {
    /// An outline somewhere, as path data.
    ///
    /// - Parameter pen: where the data before it has come to; nil where it is the first.
    mutating func append(_ outline: SVGOutline, movedBy offset: GridPoint, from pen: inout GridPoint?) {
        var place = GridPoint(x: outline.start.x + offset.x, y: outline.start.y + offset.y)
        if let pen {
            append(UInt8(ascii: "m"))
            place = place - pen
        } else {
            append(UInt8(ascii: "M"))
        }
        append(whole: place.x)
        if place.y >= 0 { append(UInt8(ascii: " ")) }
        append(whole: place.y)
        append(outline.data)
        pen = GridPoint(x: outline.end.x + offset.x, y: outline.end.y + offset.y)
    }
}
