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

    @Test("A hairline's edges stand on half points, at most a quarter of a point away", arguments: [1.0, 1.5, 2])
    func snapped(width: Double) {
        for step in 0...100 {
            let value = -1 + Double(step) * 0.04
            let place = scale.snapped(value, width: width)
            let edge = 2 * (place - width / 2)
            #expect(edge == edge.rounded())
            #expect(abs(place - scale(value)) <= 0.25 + 1e-9)
        }
    }
}
