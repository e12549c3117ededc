/// A contour on the grid. Closing draws one of its lines for nothing.
struct GridContour {
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
    private let pieces: [Piece]

    /// Nil for what has no area left.
    init?(_ fit: ContourFit) {
        pieces = fit.pieces
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
                    consider(
                        p, place + 1 == contour.pieces.count ? 0 : place + 1, length(of: p - start, repeats: false))
                }
                start = piece.end
            }

            func consider(_ start: GridPoint, _ first: Int, _ saved: Int) {
                let cost = (pen.map { length(ofPairs: [start - $0], repeats: false) } ?? 0) - saved
                if cost < best.length { best = (cost, index, first) }
            }
        }
        return contours.isEmpty ? nil : (contours.remove(at: best.contour), best.first)
    }

    // MARK: Bytes

    /// Of a line's data.
    static func length(of offset: GridPoint, repeats: Bool) -> Int {
        if offset.y != 0 && offset.x != 0 { return length(ofPairs: [offset], repeats: repeats) }
        let number = offset.y == 0 ? offset.x : offset.y
        return digits(number) + (repeats && number < 0 ? 0 : 1)
    }

    /// Of a command and the pairs of numbers behind it.
    ///
    /// - Parameter repeats: whether the command stands there already: then a blank may be needed in its place.
    static func length(ofPairs offsets: [GridPoint], repeats: Bool) -> Int {
        var (length, needsSeparator) = (repeats ? 0 : 1, repeats)
        for offset in offsets {
            for number in [offset.x, offset.y] {
                length += digits(number) + (needsSeparator && number >= 0 ? 1 : 0)
                needsSeparator = true
            }
        }
        return length
    }

    private static func digits(_ number: Int) -> Int {
        let magnitude = abs(number)
        return (number < 0 ? 1 : 0) + (magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3)
    }
}
