import Scenes
import TestSupport
import Testing

@testable import Figures

struct PanelObstaclesTests {
    private let box = Rect(x: 10, y: 10, width: 20, height: 10)

    private func meets(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Bool {
        PanelObstacles.segment(Point(x: ax, y: ay), Point(x: bx, y: by), meets: box)
    }

    @Test("A segment meets a box that it crosses, ends in, touches or lies in")
    func meets() {
        #expect(meets(0, 15, 40, 15))
        #expect(meets(20, 0, 20, 40))
        #expect(meets(0, 0, 15, 15))
        #expect(meets(12, 12, 14, 18))
        #expect(meets(0, 10, 40, 10))
        #expect(meets(15, 15, 15, 15))
    }

    @Test("A segment misses a box that it passes, also at a corner")
    func misses() {
        #expect(!meets(0, 0, 40, 5))
        #expect(!meets(0, 15, 9, 15))
        #expect(!meets(0, 18, 18, 36))
        #expect(!meets(25, 0, 45, 20))
        #expect(!meets(5, 5, 5, 5))
    }

    @Test("The answer is that of stepping along the segment")
    func property() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<3_000 {
            let v = (0..<4).map { _ in Double(Int.random(in: 0...40, using: &random)) }
            let steps = 400
            // A grid point inside by a whole step is met for sure; one that no larger box contains is missed for sure.
            let places = (0...steps).map { step in
                let t = Double(step) / Double(steps)
                return Point(x: v[0] + (v[2] - v[0]) * t, y: v[1] + (v[3] - v[1]) * t)
            }
            let answer = meets(v[0], v[1], v[2], v[3])
            if places.contains(where: { box.contains($0) }) { #expect(answer, "\(v)") }
            if !places.contains(where: { box.insetBy(-0.2).contains($0) }) { #expect(!answer, "\(v)") }
        }
    }

    @Test("Curves and points of a panel are in the way, gaps are not")
    func panel() throws {
        let curve = try SampleFigures.curve("c", over: 0...1) { _ in 0.5 }
        var gapped = curve
        gapped.runs = [Array(curve.runs[0].prefix(6)), Array(curve.runs[0].suffix(6))]
        let scales = PanelScales(
            x: LinearScale(domain: 0...1, range: (0, 100)), y: LinearScale(domain: 0...1, range: (100, 0)))
        let points = PointsMark(id: "p", styleIndex: 0, points: [DataPoint(x: 0.5, y: 0.9)])
        let panel = try SampleFigures.panel(x: 0...1, y: 0...1, marks: [.curve(gapped), .points(points)])
        let obstacles = PanelObstacles(panel: panel, scales: scales, theme: .graphpaper)
        #expect(obstacles.meet(Rect(x: 10, y: 40, width: 10, height: 20)))
        #expect(!obstacles.meet(Rect(x: 40, y: 40, width: 20, height: 20)))
        #expect(obstacles.meet(Rect(x: 53, y: 9, width: 2, height: 2)))
        #expect(!obstacles.meet(Rect(x: 60, y: 9, width: 2, height: 2)))
    }
}
