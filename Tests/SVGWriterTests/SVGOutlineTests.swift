import Foundation
import Scenes
import TestSupport
import Testing
import Typography

@testable import SVGWriter

struct SVGOutlineTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private static let latin = "abcdefgijklmnopqrstuvwxyzBCGJMQRS012356789θσ∞%&@.,;(]−="

    /// Faces with characters of theirs: those of the program, and the Chinese ones of the machine.
    private func characters() throws -> [(face: Typeface, text: String)] {
        let chinese = "梯度误差离群熵极窗数，。（飏婅得劒"
        let shaped = fonts.shape(try RichText(chinese), style: TextStyle(size: 13, language: "zh-Hans"))
        let face = try #require(shaped.glyphRuns.first.flatMap { fonts.typeface(named: $0.font) })
        return [
            (fonts.text, SVGOutlineTests.latin), (fonts.semibold, SVGOutlineTests.latin), (fonts.math, "∑√θσ∂∇ℝ(){}[]"),
            (face, chinese),
        ]
    }

    /// 0.19 points where a unit is an eighth of one.
    private static let bound = 1.5

    @Test(
        "Every outline follows the font's own within 1.5 units, and nothing of that is lost",
        arguments: [(88, false), (104, true), (112.5, false), (160, true)])
    func outlines(unitsPerEm: Double, isStroked: Bool) throws {
        for (face, text) in try characters() {
            for scalar in text.unicodeScalars {
                let glyph = try #require(face.glyph(for: scalar))
                let wanted = face.outline(of: glyph).scaled(by: unitsPerEm)
                let written = try read(
                    SVGOutline(face.outline(of: glyph), unitsPerEm: unitsPerEm, isStroked: isStroked))
                #expect(written.distance(to: wanted) <= SVGOutlineTests.bound, "\(scalar)")
                #expect(wanted.distance(to: written) <= SVGOutlineTests.bound, "\(scalar)")
            }
        }
    }

    @Test("An outline that is stroked has all its contours closed; a fill closes them itself")
    func closed() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: "8")))
        func closes(_ isStroked: Bool) throws -> Int {
            try read(SVGOutline(outline, unitsPerEm: 104, isStroked: isStroked)).elements.count { $0 == .close }
        }
        #expect(try closes(true) == 3)
        #expect(try closes(false) == 0)
    }

    @Test("Upright edges stay upright, and the edges of a rectangle are three")
    func upright() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: "l")))
        let written = SVGOutline(outline, unitsPerEm: 104, isStroked: false)
        let commands = String(decoding: written.data.bytes, as: UTF8.self).filter(\.isLetter)
        #expect(["hvh", "vhv"].contains(commands), "\(commands)")
    }

    @Test("Straight edges stay within three quarters of a unit, so that strokes keep their widths")
    func edges() throws {
        for (face, text) in try characters() {
            for scalar in text.unicodeScalars {
                let outline = face.outline(of: try #require(face.glyph(for: scalar)))
                let written = try read(SVGOutline(outline, unitsPerEm: 104, isStroked: true))
                var pen = Point(x: 0, y: 0)
                for element in outline.scaled(by: 104).elements {
                    switch element {
                    case .line(let p):
                        if hypot(p.x - pen.x, p.y - pen.y) >= 6 {
                            let edge = Path([.move(pen), .line(p)])
                            #expect(edge.distance(to: written) <= SVGContour.edgeTolerance + 0.01, "\(scalar)")
                        }
                        pen = p
                    case .move(let p), .cubic(_, _, let p): pen = p
                    case .close: break
                    }
                }
            }
        }
    }

    @Test("Level and upright edges are level and upright")
    func bars() throws {
        for (face, text) in try characters() {
            for scalar in text.unicodeScalars {
                let outline = face.outline(of: try #require(face.glyph(for: scalar)))
                let written = try read(SVGOutline(outline, unitsPerEm: 88, isStroked: true)).lines
                for (p, q) in outline.scaled(by: 88).lines where hypot(q.x - p.x, q.y - p.y) >= 8 {
                    let middle = Point(x: (p.x + q.x) / 2, y: (p.y + q.y) / 2)
                    if p.y == q.y {
                        #expect(
                            written.contains {
                                $0.y == $1.y && abs($0.y - p.y) <= 0.75 && covers($0.x, $1.x, middle.x)
                            },
                            "\(scalar)")
                    } else if p.x == q.x {
                        #expect(
                            written.contains {
                                $0.x == $1.x && abs($0.x - p.x) <= 0.75 && covers($0.y, $1.y, middle.y)
                            },
                            "\(scalar)")
                    }
                }
            }
        }
    }

    private func covers(_ a: Double, _ b: Double, _ x: Double) -> Bool { min(a, b) <= x && x <= max(a, b) }

    @Test("What a piece is counted for is what is written")
    func lengths() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let points = (0..<2).map { _ in
                GridPoint(x: .random(in: -120...120, using: &random), y: .random(in: -12...12, using: &random))
            }
            let isLine = Bool.random(using: &random)
            for repeats in [false, true] {
                var markup = SVGMarkup()
                var pen = SVGPen(unit: .whole, at: GridPoint(x: 0, y: 0))
                func write() {
                    let (a, b) = (points[0], points[1])
                    let place = pen.place
                    if isLine {
                        pen.line(to: GridPoint(x: place.x + a.x, y: place.y + a.y), in: &markup)
                    } else {
                        pen.quadratic(
                            GridPoint(x: place.x + a.x, y: place.y + a.y),
                            to: GridPoint(x: place.x + b.x, y: place.y + b.y), in: &markup)
                    }
                }
                if repeats { write() }
                let before = markup.bytes.count
                write()
                let counted =
                    isLine
                    ? GridContour.length(of: points[0], repeats: repeats)
                    : GridContour.length(ofPairs: points, repeats: repeats)
                #expect(markup.bytes.count - before == counted)
            }
        }
    }

    @Test("A round letter is four curves a contour that meet as if without corners")
    func round() throws {
        let outline = SVGOutline(
            fonts.text.outline(of: try #require(fonts.text.glyph(for: "O"))), unitsPerEm: 104, isStroked: true)
        let path = try read(outline)
        var pieces: [[Point]] = []
        var pen = Point(x: 0, y: 0)
        for element in path.elements {
            switch element {
            case .move(let p): pen = p
            case .cubic(let a, let b, let p):
                pieces.append([pen, a, b, p])
                pen = p
            case .line(let p): pen = p
            case .close: break
            }
        }
        #expect(pieces.count == 2 * 4)
        for piece in pieces {
            let next = try #require(pieces.first { $0[0] == piece[3] })
            let (a, b) = (angle(piece[2], piece[3]), angle(next[0], next[1]))
            #expect(abs(remainder(a - b, 2 * .pi)) < 0.35)
        }
    }

    private func angle(_ p: Point, _ q: Point) -> Double { atan2(q.y - p.y, q.x - p.x) }

    @Test("An outline stands where it is placed, behind another too")
    func placed() throws {
        let outline = SVGOutline(
            fonts.text.outline(of: try #require(fonts.text.glyph(for: "%"))), unitsPerEm: 104, isStroked: false)
        var markup = SVGMarkup()
        var pen: GridPoint?
        for x in [7, 250] { markup.append(outline, movedBy: GridPoint(x: x, y: -3), from: &pen) }
        let both = try PathDataReader.read(String(decoding: markup.bytes, as: UTF8.self))
        let one = try read(outline)
        let wanted = [7.0, 250].flatMap { x in one.mapped { Point(x: $0.x + x, y: $0.y - 3) }.elements }
        #expect(both.elements.count == wanted.count)
        #expect(both.distance(to: Path(wanted)) < 0.15)
    }

    @Test("A blank has no data")
    func blank() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: " ")))
        #expect(SVGOutline(outline, unitsPerEm: 104, isStroked: true).data.bytes.isEmpty)
    }

    private func read(_ outline: SVGOutline) throws -> Path {
        var markup = SVGMarkup()
        var pen: GridPoint?
        markup.append(outline, movedBy: GridPoint(x: 0, y: 0), from: &pen)
        return try PathDataReader.read(String(decoding: markup.bytes, as: UTF8.self))
    }
}

extension Path {
    /// The straight lines of closed contours.
    fileprivate var lines: [(Point, Point)] {
        var lines: [(Point, Point)] = []
        var (start, pen) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        for element in elements {
            switch element {
            case .move(let p): (start, pen) = (p, p)
            case .line(let p):
                lines.append((pen, p))
                pen = p
            case .cubic(_, _, let p): pen = p
            case .close:
                lines.append((pen, start))
                pen = start
            }
        }
        return lines
    }
}
