import Scenes
import Testing

@testable import SVGWriter

struct SVGPathDataTests {
    private func data(_ path: Path) -> String {
        var markup = SVGMarkup()
        markup.append(pathData: path)
        return String(decoding: markup.bytes, as: UTF8.self)
    }

    private func points(_ element: Path.Element) -> [Point] {
        switch element {
        case .move(let p), .line(let p): [p]
        case .cubic(let a, let b, let p): [a, b, p]
        case .close: []
        }
    }

    @Test("Path data is relative and as short as it goes")
    func short() {
        let path = Path([
            .move(Point(x: 10, y: 20)), .line(Point(x: 15, y: 20)), .line(Point(x: 15, y: 19.5)),
            .line(Point(x: 16.25, y: 19)), .line(Point(x: 16, y: 18)), .close,
        ])
        #expect(data(path) == "M10 20h5v-.5l1.25-.5-.25-1z")
        #expect(data(Path()) == "")
    }

    @Test("A cubic that is a quadratic is written as one, and one that is nearly one is not")
    func quadratics() {
        var path = Path([.move(Point(x: 1, y: 2))])
        path.quadratic(Point(x: 3, y: -4), to: Point(x: 8, y: 2.5))
        #expect(data(path) == "M1 2q2-6 7 .5")
        path.cubic(Point(x: 9, y: 3), Point(x: 10, y: 4), to: Point(x: 11, y: 4.01))
        #expect(data(path) == "M1 2q2-6 7 .5c1 .5 2 1.5 3 1.51")
    }

    @Test("A second move is relative, after a closed figure too")
    func moves() throws {
        let path = Path([
            .move(Point(x: 1, y: 1)), .line(Point(x: 2, y: 2)), .close, .move(Point(x: 5, y: 5)),
            .line(Point(x: 6, y: 7)),
            .move(Point(x: 0, y: 0)), .move(Point(x: 3, y: 3)), .line(Point(x: 3, y: 3)),
        ])
        #expect(try PathDataReader.read(data(path)) == path)
    }

    @Test("Written and read back, no point is off by more than half a hundredth")
    func roundTrip() throws {
        var state: UInt64 = 9
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Double(state >> 11) / 9_007_199_254_740_992 - 0.5) * [0.02, 1, 50, 3_000][Int(state >> 9) % 4]
        }
        func point() -> Point { Point(x: random(), y: random()) }
        for _ in 0..<300 {
            var path = Path([.move(point())])
            for step in 0..<60 {
                switch step % 7 {
                case 0: path.move(to: point())
                case 1, 2: path.line(to: point())
                case 3: path.line(to: points(path.elements[path.elements.count - 1]).last ?? point())
                case 4 where Int(random()) % 2 == 0: path.close()
                default: path.cubic(point(), point(), to: point())
                }
            }
            let read = try PathDataReader.read(data(path))
            try #require(read.elements.count == path.elements.count)
            for (element, original) in zip(read.elements, path.elements) {
                let (found, wanted) = (points(element), points(original))
                try #require(found.count == wanted.count)
                for (p, q) in zip(found, wanted) {
                    #expect(abs(p.x - q.x) <= 0.005 + 1e-9 && abs(p.y - q.y) <= 0.005 + 1e-9)
                }
            }
        }
    }

    @Test("A smooth joint is written without its first control point, which is then off by 0.015 at most")
    func smooth() throws {
        var path = Path([.move(Point(x: 0, y: 0))])
        for step in 0..<40 {
            let (x, bend) = (Double(step) * 7.13, step.isMultiple(of: 2) ? 3.337 : -3.337)
            path.cubic(Point(x: x + 2, y: bend), Point(x: x + 5.13, y: bend), to: Point(x: x + 7.13, y: 0))
        }
        let text = data(path)
        #expect(text.count { $0 == "c" } == 1 && text.contains("s"))
        for (element, original) in zip(try PathDataReader.read(text).elements, path.elements) {
            for (index, (p, q)) in zip(points(element), points(original)).enumerated() {
                let tolerance = index == 0 ? 0.015 : 0.005
                #expect(abs(p.x - q.x) <= tolerance + 1e-9 && abs(p.y - q.y) <= tolerance + 1e-9)
            }
        }
    }

    @Test("Places far beyond any page are written, not a crash")
    func extremes() throws {
        let path = Path([
            .move(Point(x: 0, y: 0)), .line(Point(x: 1e300, y: -1e300)), .line(Point(x: -.infinity, y: 5)),
        ])
        let read = try PathDataReader.read(data(path))
        #expect(read.elements.count == 3)
    }
}
