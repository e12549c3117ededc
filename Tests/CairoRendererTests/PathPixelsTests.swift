import Scenes
import Testing

@testable import CairoRenderer

struct PathPixelsTests {
    @Test("A snapped line's edges fall between pixels, less than half a pixel away")
    func snapped() {
        for pixels in [1.0, 2, 3] {
            for width in [1.0, 2, 3] {
                for value in stride(from: 0.0, through: 3, by: 0.07) {
                    let path = Path.line(from: Point(x: value, y: 0), to: Point(x: value, y: 9))
                    guard case .move(let point)? = path.snapped(width: width, pixelsPerPoint: pixels).elements.first
                    else { continue }
                    let edge = point.x * pixels - width / 2
                    #expect(abs(edge - edge.rounded()) < 1e-9)
                    #expect(abs(point.x - value) * pixels <= 0.5 + 1e-9)
                }
            }
        }
    }

    private func path(_ count: Int, moveEvery: Int = .max) -> Path {
        Path(
            (0..<count).map { index in
                let point = Point(x: Double(index), y: Double(index % 7))
                return index == 0 || index.isMultiple(of: moveEvery) ? .move(point) : .line(point)
            })
    }

    @Test("The parts of a path draw all of it, each going on where the last one ended")
    func parts() throws {
        for (count, moveEvery) in [(5, Int.max), (10, .max), (11, .max), (25, .max), (101, .max), (60, 7), (40, 10)] {
            let whole = path(count, moveEvery: moveEvery)
            let parts = whole.parts(of: 10)
            #expect(parts.allSatisfy { $0.elements.count <= 11 })
            var joined = try #require(parts.first).elements
            for part in parts.dropFirst() {
                guard case .move(let start)? = part.elements.first else {
                    Issue.record("a part begins without a move")
                    continue
                }
                switch try #require(joined.last) {
                case .move(let end), .line(let end), .cubic(_, _, let end): #expect(start == end)
                case .close: Issue.record("a part ends closed")
                }
                joined += part.elements.dropFirst()
            }
            #expect(joined == whole.elements)
        }
    }

    @Test("A path that closes, or is short, is one part")
    func indivisible() {
        var closed = path(50)
        closed.close()
        #expect(closed.parts(of: 10) == [closed])
        #expect(path(10).parts(of: 10) == [path(10)])
        #expect(Path().parts(of: 10) == [Path()])
    }
}
