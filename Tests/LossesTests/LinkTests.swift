import Calculus
import Losses
import Testing

struct LinkTests {
    @Test("The softmax over two classes is the sigmoid, for every loss of a probability", arguments: LossName.allCases)
    func softmax(name: LossName) throws {
        #expect(
            name.links.contains(.softmax)
                == (name.links.contains(.sigmoid) && ![.mae, .huber, .logcosh, .quantile].contains(name)))
        guard name.links.contains(.softmax) else { return }
        let (one, other) = (LinkedLoss(LossSpec(name), link: .softmax), LinkedLoss(LossSpec(name), link: .sigmoid))
        for (z, y) in [(-30.0, 1.0), (-1.5, 0), (0, 0.25), (2, 1), (40, 0)] {
            for order in 0...3 {
                let value = order == 0 ? one.ofLogit.value(z, label: y) : one.ofLogit.derivative(order, at: z, label: y)
                let wanted =
                    order == 0 ? other.ofLogit.value(z, label: y) : other.ofLogit.derivative(order, at: z, label: y)
                #expect(value == wanted)
            }
        }
        #expect(one.isConvex == other.isConvex)
    }

    @Test("Squared error over both classes' probabilities is that of one")
    func bothClasses() {
        let loss = LinkedLoss(LossSpec(.mse), link: .softmax).ofLogit
        for z in [-3.0, -0.2, 0, 1, 5] {
            let p = 1 / (1 + Double.exponential(-z))
            let both = ((0.3 - p) * (0.3 - p) + (0.7 - (1 - p)) * (0.7 - (1 - p))) / 2
            #expect(abs(loss.value(z, label: 0.3) - both) < 1e-12)
        }
    }
}

extension Double {
    /// e^x by halving the argument and squaring: independent of what is tested.
    fileprivate static func exponential(_ x: Double) -> Double {
        let small = x / 1024
        var value = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
        for _ in 0..<10 { value *= value }
        return value
    }
}
