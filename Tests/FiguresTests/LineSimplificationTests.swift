import RealModule
import Scenes
import TestSupport
import Testing

@testable import Figures

@Suite("Lines with fewer points")
struct LineSimplificationTests {
    private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let share = length > 0 ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1) : 0
        let (u, v) = (p.x - a.x - share * dx, p.y - a.y - share * dy)
        return (u * u + v * v).squareRoot()
    }

    @Test("No point left out is farther from the line than the tolerance, open or closed")
    func tolerance() {
        var random = SplitMix64(seed: 3)
        for tolerance in [0.05, 1, 5] {
            let circle = (0..<200).map { k in
                let angle = Double(k) / 200 * 2 * .pi
                let radius = 50 + Double.random(in: 0...3, using: &random)
                return Point(x: radius * Double.cos(angle), y: radius * Double.sin(angle))
            }
            let closed = LineSimplification.closed(circle, tolerance: tolerance)
            let open = LineSimplification.open(circle, tolerance: tolerance)
            #expect(open.first == circle.first && open.last == circle.last)
            #expect(closed.count < circle.count || tolerance < 1)
            let (ring, line) = (zip(closed, closed.dropFirst() + [closed[0]]), zip(open, open.dropFirst()))
            for p in circle {
                #expect(ring.map { distance(p, $0, $1) }.min() ?? 9 <= tolerance + 1e-9)
                #expect(line.map { distance(p, $0, $1) }.min() ?? 9 <= tolerance + 1e-9)
            }
        }
    }

    @Test("A path keeps its lines and its curves")
    func path() {
        let straight = Path([.move(Point(x: 0, y: 0)), .line(Point(x: 1, y: 0)), .line(Point(x: 2, y: 0))])
        #expect(straight.simplified() == Path.line(from: Point(x: 0, y: 0), to: Point(x: 2, y: 0)))
        let circle = Path.circle(center: Point(x: 0, y: 0), radius: 3)
        #expect(circle.simplified() == circle)
    }
}
