import Testing

@testable import CurveSampling

@Suite("Level sets cut at half-planes")
struct LevelSetClippingTests {
    private typealias Line = [(x: Double, y: Double)]

    private func clipped(_ lines: [Line], _ halfPlanes: HalfPlane...) -> [[[Double]]] {
        let set = LevelSet(level: 1, lines: lines, boundInPixels: 0.2, unresolved: [], evaluations: 1)
        return set.clipped(to: halfPlanes).lines.map { line in line.map { [$0.x, $0.y] } }
    }

    private let right = HalfPlane(a: 1, b: 0, c: 0)
    private let upper = HalfPlane(a: 0, b: 1, c: 0)

    @Test("A line inside stays, one outside goes, one across ends on the edge")
    func open() {
        #expect(clipped([[(1, 1), (2, 1)]], right) == [[[1, 1], [2, 1]]])
        #expect(clipped([[(-1, 1), (-2, 1)]], right).isEmpty)
        #expect(clipped([[(-1, 0), (1, 2), (3, 2)]], right) == [[[0, 1], [1, 2], [3, 2]]])
        #expect(clipped([[(1, 0), (-1, 0), (1, 4)]], right) == [[[1, 0], [0, 0]], [[0, 2], [1, 4]]])
    }

    @Test("A closed line that is cut is one open piece, wherever it began")
    func closed() {
        let square: Line = [(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)]
        #expect(clipped([square], right) == [[[0, -1], [1, -1], [1, 1], [0, 1]]])
        let turned: Line = [(-1, 1), (-1, -1), (1, -1), (1, 1), (-1, 1)]
        #expect(clipped([turned], right) == [[[0, -1], [1, -1], [1, 1], [0, 1]]])
        #expect(clipped([square], right, upper) == [[[1, 0], [1, 1], [0, 1]]])
        #expect(clipped([square], HalfPlane(a: 1, b: 0, c: -2)) == [square.map { [$0.x, $0.y] }])
    }

    @Test("A point on the edge belongs to the inside, and a line that touches it leaves nothing")
    func touching() {
        #expect(clipped([[(0, 0), (0, 1)]], right) == [[[0, 0], [0, 1]]])
        #expect(clipped([[(-1, 0), (0, 1), (-1, 2)]], right).allSatisfy { Set($0).count == 1 })
    }

    @Test("Unresolved boxes go with what lies outside")
    func boxes() {
        let inside = UnresolvedBox(x: -1...1, y: 0...1, reason: .budget)
        let outside = UnresolvedBox(x: -3...(-2), y: 0...1, reason: .budget)
        let set = LevelSet(level: 1, lines: [], boundInPixels: 0.2, unresolved: [inside, outside], evaluations: 1)
        #expect(set.clipped(to: [right]).unresolved == [inside])
    }
}
