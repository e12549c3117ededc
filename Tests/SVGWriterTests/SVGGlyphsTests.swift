import Scenes
import Testing
import Typography

@testable import SVGWriter

struct SVGGlyphsTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    @Test("Every outline in the document follows the font's own within a hundredth of an em, mostly in quadratics")
    func outlineData() throws {
        var (cubics, quadratics) = (0, 0)
        for (face, characters) in [
            (fonts.text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789θσ∞%&@"),
            (fonts.math, "∑√θσ∂∇ℝ(){}"),
        ] {
            for character in characters.unicodeScalars {
                let outline = face.outline(of: try #require(face.glyph(for: character)))
                var markup = SVGMarkup()
                markup.append(glyphData: outline)
                let data = String(decoding: markup.bytes, as: UTF8.self)
                cubics += data.count { "cs".contains($0) }
                quadratics += data.count { "qt".contains($0) }
                let read = try PathDataReader.read(data)
                try #require(read.elements.count == outline.elements.count)
                for (found, wanted) in zip(points(along: read), points(along: outline.scaled(by: SVGGlyphs.unitsPerEm)))
                {
                    let (dx, dy) = (found.x - wanted.x, found.y - wanted.y)
                    #expect(dx * dx + dy * dy <= 4, "\(character): \(dx), \(dy)")
                }
            }
        }
        #expect(quadratics > cubics, "\(quadratics) and \(cubics)")
    }

    /// Eight of each curve, and the ends.
    private func points(along path: Path) -> [Point] {
        var pen = Point(x: 0, y: 0)
        return path.elements.flatMap { element -> [Point] in
            let from = pen
            switch element {
            case .move(let p), .line(let p):
                pen = p
                return [p]
            case .cubic(let a, let b, let p):
                pen = p
                return (1...8).map { step in
                    let (t, s) = (Double(step) / 8, 1 - Double(step) / 8)
                    func at(_ c: KeyPath<Point, Double>) -> Double {
                        s * s * s * from[keyPath: c] + 3 * s * s * t * a[keyPath: c] + 3 * s * t * t * b[keyPath: c]
                            + t * t * t * p[keyPath: c]
                    }
                    return Point(x: at(\.x), y: at(\.y))
                }
            case .close: return []
            }
        }
    }
}
