import TestSupport
import Testing

@testable import PixelComparison

struct ChangeClustersTests {
    private func boxes(_ width: Int, _ height: Int, _ isDifferent: (_ x: Int, _ y: Int) -> Bool) -> [PixelBox] {
        var clusters = ChangeClusters()
        for y in 0..<height {
            let row = (0..<width).map { (isDifferent($0, y) ? PixelFinding.different : .same).rawValue }
            row.withUnsafeBufferPointer { clusters.add(row: y, $0) }
        }
        return clusters.sorted()
    }

    @Test(
        "Pixels up to 8 apart are one cluster, across, down and slantwise",
        arguments: [(8, 0), (0, 8), (8, 8), (-8, 8)])
    func near(x: Int, y: Int) {
        #expect(boxes(40, 40) { ($0, $1) == (15, 15) || ($0, $1) == (15 + x, 15 + y) }.count == 1)
    }

    @Test("Pixels 9 apart are two clusters", arguments: [(9, 0), (0, 9), (9, 9), (-9, 9), (9, 1), (1, 9)])
    func far(x: Int, y: Int) {
        #expect(boxes(40, 40) { ($0, $1) == (15, 15) || ($0, $1) == (15 + x, 15 + y) }.count == 2)
    }

    @Test("Arms that meet further down are one cluster with one box")
    func arms() {
        let found = boxes(60, 40) { x, y in y < 30 ? x == 5 || x == 30 || x == 55 : y == 30 && (5...55).contains(x) }
        #expect(found == [PixelBox(x: 5, y: 0, width: 51, height: 31, different: 90 + 51)])
    }

    @Test("Larger clusters come first, of equal ones the upper left")
    func order() {
        let found = boxes(60, 40) { x, y in
            (x == 50 && y == 2) || (x == 30 && y == 2) || (x == 5 && (20..<23).contains(y))
        }
        #expect(found.map(\.x) == [5, 30, 50])
        #expect(found.map(\.different) == [3, 1, 1])
    }

    @Test("Antialiased pixels belong to no cluster")
    func antialiased() {
        var clusters = ChangeClusters()
        [PixelFinding.antialiased.rawValue, PixelFinding.outside.rawValue, 0].withUnsafeBufferPointer {
            clusters.add(row: 0, $0)
        }
        #expect(clusters.sorted().isEmpty)
    }

    @Test("Random pixels form the clusters that a search from each pixel finds")
    func search() {
        var random = SplitMix64(seed: 8)
        for density in [0.002, 0.005, 0.01, 0.02] {
            var points: [(x: Int, y: Int)] = []
            for y in 0..<70 {
                for x in 0..<90 where Double.random(in: 0..<1, using: &random) < density { points.append((x, y)) }
            }
            var left = points
            var expected: [PixelBox] = []
            while let seed = left.popLast() {
                var cluster = [seed]
                var next = 0
                while next < cluster.count {
                    let point = cluster[next]
                    cluster += left.filter { abs($0.x - point.x) <= 8 && abs($0.y - point.y) <= 8 }
                    left.removeAll { abs($0.x - point.x) <= 8 && abs($0.y - point.y) <= 8 }
                    next += 1
                }
                var box = PixelBox(x: seed.x, y: seed.y, width: 1, height: 1, different: 0)
                for point in cluster { box.merge(PixelBox(x: point.x, y: point.y, width: 1, height: 1, different: 1)) }
                expected.append(box)
            }
            let found = boxes(90, 70) { x, y in points.contains { $0 == (x, y) } }
            func key(_ box: PixelBox) -> [Int] { [box.x, box.y, box.width, box.height, box.different] }
            let sorted: ([PixelBox]) -> [[Int]] = { $0.map(key).sorted { $0.lexicographicallyPrecedes($1) } }
            #expect(sorted(found) == sorted(expected))
            #expect(expected.count > (density < 0.01 ? 1 : 0))
        }
    }
}
