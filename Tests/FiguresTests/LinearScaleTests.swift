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

    @Test("A line's edges stand on the nearest half points")
    func snapped() {
        #expect(scale.snapped(0.003, width: 1) == 150)
        #expect(scale.snapped(0.006, width: 1) == 150.5)
        for step in 0...100 {
            let value = -1 + Double(step) * 0.04
            for width in [1, 1.5, 2] {
                let place = scale.snapped(value, width: width)
                #expect(abs(place - scale(value)) <= 0.25)
                let edge = place - width / 2
                #expect((edge * 2).rounded() == edge * 2, "an edge is off the half points")
            }
        }
    }
}
