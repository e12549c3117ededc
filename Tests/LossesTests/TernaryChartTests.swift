import Testing

@testable import Losses

@Suite("The chart of three classes")
struct TernaryChartTests {
    @Test("Corners and centre lie where an equilateral triangle has them")
    func corners() throws {
        func place(_ p: Double...) throws -> [Double] {
            let (x, y) = TernaryChart.place(of: try ClassDistribution(p, named: "p"))
            return [x, y]
        }
        #expect(try place(1, 0, 0) == [0, 1])
        #expect(try place(0, 1, 0) == [-1, 0])
        #expect(try place(0, 0, 1) == [1, 0])
        #expect(try place(0.5, 0.25, 0.25) == [0, 0.5])
    }

    @Test("The way back is exact on a grid, beyond the triangle too")
    func inverse() {
        for i in -8...8 {
            for j in -8...8 {
                let p: [Double] = TernaryChart.probabilities(x: Double(i) / 8, y: Double(j) / 8)
                #expect(p.reduce(0, +) == 1 && p[2] - p[1] == Double(i) / 8 && p[0] == Double(j) / 8)
            }
        }
    }
}
