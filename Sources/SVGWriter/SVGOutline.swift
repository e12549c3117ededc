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
        var rest = SVGContour.contours(of: outline, unitsPerEm: unitsPerEm).compactMap { GridContour(ContourFit($0)) }
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
