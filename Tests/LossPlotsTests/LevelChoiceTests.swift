import Testing

@testable import LossPlots

@Suite("Levels by default")
struct LevelChoiceTests {
    private func grid(_ function: (Double, Double) -> Double) -> [Double] {
        (0..<40).flatMap { j in
            (0..<40).map { i in function(-2 + (Double(i) + 0.5) / 10, -2 + (Double(j) + 0.5) / 10) }
        }
    }

    @Test("Even values get multiples of a round step")
    func even() {
        let levels = LevelChoice(values: grid { x, y in x + y }).levels
        #expect(levels.contains(0))
        let steps = zip(levels, levels.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 == 1 })
    }

    @Test("Steep values get factors, between the values, at both signs alike where there are both")
    func steep() {
        let wall = LevelChoice(values: grid { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }).levels
        #expect(wall.contains(10) && wall.contains(100) && wall.contains(1000))
        let pole = LevelChoice(values: grid { x, y in 1 / (x * y) }).levels
        #expect(pole == pole.map { -$0 }.reversed())
    }

    @Test("There are five to sixteen, increasing, and within the values", arguments: 0..<8)
    func count(kind: Int) {
        let functions: [(Double, Double) -> Double] = [
            { x, y in x * x + y * y }, { x, y in x * x - y * y }, { x, y in x * x * x * x + y * y }, { x, _ in x },
            { x, y in 1000 + x * y }, { x, y in 1e-9 * (x + 3 * y) }, { x, y in 1 / (x * x + y * y) },
            { x, y in -1e12 * x * x * y * y },
        ]
        let values = grid(functions[kind])
        let levels = LevelChoice(values: values).levels
        #expect((5...16).contains(levels.count), "\(levels)")
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
        #expect(levels.allSatisfy { values.min() ?? 0 < $0 && $0 < values.max() ?? 0 })
    }

    @Test("One value, or none, has no levels")
    func constant() {
        #expect(LevelChoice(values: [3, 3, 3]).levels.isEmpty)
        #expect(LevelChoice(values: []).levels.isEmpty)
    }
}
