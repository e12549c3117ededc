import Testing

@testable import Figures

struct LinearScaleTests {
    private let scale = LinearScale(domain: -1...3, range: (100, 300))

    @Test("The domain's ends stand at the range's, what lies between in proportion")
    func ends() {
        #expect(scale(-1) == 100)
        #expect(scale(3) == 300)
        #expect(scale(1) == 200)
        #expect(scale(5) == 400)
        #expect(scale.pointsPerUnit == 50)
    }

    @Test("A vertical axis runs upwards")
    func upwards() {
        let scale = LinearScale(domain: 0...10, range: (400, 200))
        #expect(scale(0) == 400)
        #expect(scale(10) == 200)
        #expect(scale.pointsPerUnit == 20)
    }

    @Test("A hairline stands on the nearest half point")
    func snapped() {
        #expect(scale.snapped(0.003) == 150)
        #expect(scale.snapped(0.006) == 150.5)
        for step in 0...100 {
            let value = -1 + Double(step) * 0.04
            #expect(abs(scale.snapped(value) - scale(value)) <= 0.25)
        }
    }
}
