import Scenes
import Testing

@testable import FigureComparison

struct SVGPathReaderTests {
    @Test("Relative and absolute commands, repeated ones and numbers without spaces are read")
    func reads() {
        func p(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
        #expect(
            SVGPathReader.path("M1 2l3-4h.5.5V9zm1,1 2 2")
                == Path([
                    .move(p(1, 2)), .line(p(4, -2)), .line(p(4.5, -2)), .line(p(5, -2)), .line(p(5, 9)), .close,
                    .move(p(2, 3)), .line(p(4, 5)),
                ]))
        #expect(
            SVGPathReader.path("M0 0c1 1 2 1 3 0s2-1 3 0")
                == Path([
                    .move(p(0, 0)), .cubic(p(1, 1), p(2, 1), p(3, 0)), .cubic(p(4, -1), p(5, -1), p(6, 0)),
                ]))
        // Quadratics as the cubics that they are.
        #expect(
            SVGPathReader.path("M0 0q3 3 6 0t6 0")
                == Path([
                    .move(p(0, 0)), .cubic(p(2, 2), p(4, 2), p(6, 0)), .cubic(p(8, -2), p(10, -2), p(12, 0)),
                ]))
    }

    @Test(
        "What is no path data is refused",
        arguments: ["5", "M1", "M1 x", "M0 0A1 1 0 0 0 1 1", "M0 0z5", "M1e999 0", "M0 0h1e300", "M9e7 0h9e7"])
    func refuses(data: String) {
        #expect(SVGPathReader.path(data) == nil)
    }
}
