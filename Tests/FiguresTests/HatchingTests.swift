import Scenes
import TestSupport
import Testing

@testable import Figures

@Suite("Hatching")
struct HatchingTests {
    private func lines(_ hatching: Hatching) -> [(Point, Point)] {
        stride(from: 0, to: hatching.path.elements.count, by: 2).compactMap { k in
            guard case .move(let a) = hatching.path.elements[k], case .line(let b) = hatching.path.elements[k + 1]
            else { return nil }
            return (a, b)
        }
    }

    @Test("A square with a hole is hatched outside the hole, its lines as far apart as asked")
    func hole() {
        let square = { (r: Double) in [(-r, -r), (r, -r), (r, r), (-r, r)].map { Point(x: $0.0, y: $0.1) } }
        let found = lines(Hatching([square(50), square(20)], spacing: 10))
        #expect(found.count > 10)
        for (a, b) in found {
            #expect(abs((a.x + a.y) - (b.x + b.y)) < 1e-9)
            for k in 1..<20 {
                let t = Double(k) / 20
                let (x, y) = (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
                #expect(max(abs(x), abs(y)) < 50 && max(abs(x), abs(y)) > 20 - 1e-9)
            }
        }
        let sums = Set(found.map { ($0.0.x + $0.0.y).rounded() }).sorted()
        let step = 10 * 2.0.squareRoot()
        #expect(zip(sums, sums.dropFirst()).allSatisfy { abs($1 - $0 - step) < 1.01 })
    }

    @Test("The length of the lines is the area over their distance", arguments: 0..<10)
    func area(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let polygon = (0..<7).map { _ in
            Point(x: Double.random(in: 0...400, using: &random), y: Double.random(in: 0...400, using: &random))
        }
        // What an odd number holds, counted on a fine grid.
        let scales = PanelScales(
            x: LinearScale(domain: 0...400, range: (0, 400)), y: LinearScale(domain: 0...400, range: (0, 400)))
        let outline = polygon.map { DataPoint(x: $0.x, y: $0.y) }
        var area = 0.0
        for i in 0..<200 {
            for j in 0..<200
            where DataPoint.holds([outline], Point(x: Double(i) * 2 + 1, y: Double(j) * 2 + 1), scales: scales) {
                area += 4
            }
        }
        let length = lines(Hatching([polygon], spacing: 2)).reduce(0) { sum, line in
            let (dx, dy) = (line.1.x - line.0.x, line.1.y - line.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
        #expect(abs(length * 2 - area) < 0.02 * 160_000)
    }
}
