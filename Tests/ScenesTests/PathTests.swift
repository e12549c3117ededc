import Foundation
import Scenes
import Testing

struct PathTests {
    private let path = Path([
        .move(Point(x: 0.1, y: -2)), .line(Point(x: 3, y: 1e-9)),
        .cubic(Point(x: 1, y: 2), Point(x: 3, y: 4), Point(x: 5, y: 6.25)), .close, .move(Point(x: 1e300, y: 0)),
    ])

    @Test("A path is kept as path data and comes back exactly")
    func roundTrip() throws {
        let data = try JSONEncoder().encode([path])
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"["M 0.1 -2.0 L 3.0 1e-09 C 1.0 2.0 3.0 4.0 5.0 6.25 Z M 1e+300 0.0"]"#)
        #expect(try JSONDecoder().decode([Path].self, from: data) == [path])
        let empty = try JSONEncoder().encode([Path()])
        #expect(try JSONDecoder().decode([Path].self, from: empty) == [Path()])
    }

    @Test("A quadratic is the cubic that runs through the same points")
    func quadratic() {
        var path = Path([.move(Point(x: 0, y: 0))])
        path.quadratic(Point(x: 6, y: 12), to: Point(x: 12, y: 0))
        #expect(path.elements.last == .cubic(Point(x: 4, y: 8), Point(x: 8, y: 8), Point(x: 12, y: 0)))
    }

    @Test("Broken path data is refused", arguments: ["M 1", "X 1 2", "M 1 b", "1 2", "M 1 2 L", "C 1 2 3 4 5"])
    func broken(text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Path].self, from: Data("[\"\(text)\"]".utf8)) }
    }

    @Test("A circle of cubics is off by at most 0.03 % of its radius")
    func circle() {
        let (center, radius) = (Point(x: 3, y: -4), 20.0)
        var pen = Point(x: 0, y: 0)
        var turns = 0.0
        for element in Path.circle(center: center, radius: radius).elements {
            switch element {
            case .move(let p): pen = p
            case .cubic(let a, let b, let c):
                for step in 0...100 {
                    let t = Double(step) / 100
                    let u = 1 - t
                    func mix(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
                        u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
                    }
                    let (x, y) = (mix(pen.x, a.x, b.x, c.x) - center.x, mix(pen.y, a.y, b.y, c.y) - center.y)
                    #expect(abs((x * x + y * y).squareRoot() / radius - 1) < 3e-4)
                }
                pen = c
                turns += 0.25
            case .line, .close: break
            }
        }
        #expect(turns == 1)
        #expect(pen == Point(x: 23, y: -4))
    }

    @Test("A rectangle is closed and turns clockwise")
    func rectangle() {
        let corners = [(1.0, 2.0), (4, 2), (4, 6), (1, 6)].map { Point(x: $0, y: $1) }
        #expect(
            Path.rectangle(Rect(x: 1, y: 2, width: 3, height: 4)).elements
                == [.move(corners[0]), .line(corners[1]), .line(corners[2]), .line(corners[3]), .close])
    }

    @Test("A rectangle with round corners touches its four sides and has its corners' arcs, of half its height at most")
    func rounded() {
        for (radius, r) in [(3.0, 3.0), (50, 5)] {
            let rect = Rect(x: 1, y: 2, width: 30, height: 10)
            var pen = Point(x: 0, y: 0)
            var ends: [Point] = []
            for element in Path.rectangle(rect, radius: radius).elements {
                switch element {
                case .move(let p), .line(let p): pen = p
                case .cubic(let a, let b, let p):
                    // The middle of the arc is as far from the corner's centre as its ends.
                    let middle = Point(
                        x: (pen.x + 3 * a.x + 3 * b.x + p.x) / 8, y: (pen.y + 3 * a.y + 3 * b.y + p.y) / 8)
                    let centre = Point(
                        x: min(max(middle.x, rect.left + r), rect.right - r),
                        y: min(max(middle.y, rect.top + r), rect.bottom - r))
                    let (dx, dy) = (middle.x - centre.x, middle.y - centre.y)
                    #expect(abs((dx * dx + dy * dy).squareRoot() - r) < 0.001 * r)
                    pen = p
                case .close: continue
                }
                ends.append(pen)
            }
            #expect(ends.map(\.x).min() == rect.left && ends.map(\.x).max() == rect.right)
            #expect(ends.map(\.y).min() == rect.top && ends.map(\.y).max() == rect.bottom)
        }
    }

    @Test("Mapping moves every point, control points too")
    func mapped() {
        let moved = path.mapped { Point(x: $0.x + 1, y: $0.y) }
        #expect(moved.elements[2] == .cubic(Point(x: 2, y: 2), Point(x: 4, y: 4), Point(x: 6, y: 6.25)))
        #expect(moved.elements[3] == .close)
        #expect(path.scaled(by: 2).elements[0] == .move(Point(x: 0.2, y: -4)))
    }
}
