import Calculus
import RealModule
import Testing

@testable import Losses

/// Every loss of the catalogue by its own definition, and against itself.
@Suite struct LossFormulaTests {
    private static let logits = [-6.5, -3, -1, -0.4, 0, 0.3, 1, 2.25, 5]

    /// The textbook definition, as a reader would type it.
    private static func defined(_ linked: LinkedLoss, _ z: Double, _ y: Double) -> Double {
        let p =
            switch linked.link {
            case .sigmoid, .softmax: 1 / (1 + Double.exp(-z))
            case .identity: z
            case .tanh: Double.tanh(z)
            }
        let (r, t) = (y - p, 2 * y - 1)
        func ce(_ y: Double) -> Double { -y * Double.log(p) - (1 - y) * Double.log(1 - p) }
        func xlog(_ x: Double) -> Double { x == 0 ? 0 : x * Double.log(x) }
        switch linked.loss.name {
        case .mse, .brier: return r * r
        case .ce: return ce(y)
        case .mae: return abs(r)
        case .huber:
            let delta = linked.loss[parameter: "delta"]
            return abs(r) <= delta ? r * r / 2 : delta * (abs(r) - delta / 2)
        case .logcosh: return Double.log(Double.cosh(r))
        case .quantile:
            let alpha = linked.loss[parameter: "alpha"]
            return r >= 0 ? alpha * r : (alpha - 1) * r
        case .hinge: return max(0, 1 - t * z)
        case .squaredHinge: return max(0, 1 - t * z) * max(0, 1 - t * z)
        case .exponential: return Double.exp(-t * z)
        case .focal:
            let gamma = linked.loss[parameter: "gamma"]
            return -y * Double.pow(1 - p, gamma) * Double.log(p) - (1 - y) * Double.pow(p, gamma) * Double.log(1 - p)
        case .zeroOne: return (z > 0) == (y == 1) ? 0 : 1
        case .kl: return ce(y) + xlog(y) + xlog(1 - y)
        case .gaussianNLL:
            let sigma = linked.loss[parameter: "sigma"]
            let density = Double.exp(-r * r / (2 * sigma * sigma)) / (sigma * (2 * Double.pi).squareRoot())
            return density > 0
                ? -Double.log(density) : r * r / (2 * sigma * sigma) + Double.log(sigma) + 0.91893853320467274178
        case .labelSmoothing:
            let epsilon = linked.loss[parameter: "epsilon"]
            return ce(y * (1 - epsilon) + epsilon / 2)
        }
    }

    @Test("The value is the textbook's", arguments: LinkedLoss.all)
    func values(linked: LinkedLoss) {
        let loss = linked.ofLogit
        for y in linked.sampleLabels {
            for z in LossFormulaTests.logits {
                let exact = LossFormulaTests.defined(linked, z, y)
                #expect(abs(loss.value(z, label: y) - exact) <= 1e-13 * max(1, abs(exact)), "z = \(z), y = \(y)")
            }
        }
    }

    @Test("A few values computed by hand")
    func handComputed() throws {
        func value(_ text: String, _ z: Double, _ y: Double) throws -> Double {
            try LinkedLoss(LossSpec(text)).ofLogit.value(z, label: y)
        }
        let ln2 = 0.693_147_180_559_945_309
        #expect(try value("mae", 3, 1) == 2)
        #expect(try value("huber", 3, 1) == 1.5)
        #expect(try value("huber(delta=2)", 3, 0) == 4)
        #expect(try value("huber", 0.5, 0) == 0.125)
        #expect(try value("quantile(alpha=0.75)", 1, 3) == 1.5)
        #expect(try value("quantile(alpha=0.75)", 3, 1) == 0.5)
        #expect(try value("hinge", 0.25, 1) == 0.75)
        #expect(try value("hinge", 0.25, 0) == 1.25)
        #expect(try value("squared_hinge", 0.25, 0) == 1.5625)
        #expect(try value("zero_one", 0, 1) == 1)
        #expect(try value("zero_one", 0, 0) == 0)
        #expect(try value("brier", 0, 1) == 0.25)
        #expect(abs(try value("focal", 0, 1) - ln2 / 4) < 1e-16)
        #expect(abs(try value("focal(gamma=0)", 0, 1) - ln2) < 1e-16)
        #expect(abs(try value("kl", 0, 0.5)) < 1e-16)
        #expect(abs(try value("kl", 0, 1) - ln2) < 1e-16)
        #expect(abs(try value("gaussian_nll", 2, 1) - (0.5 + 0.918_938_533_204_672_742)) < 1e-15)
        #expect(abs(try value("label_smoothing", 1, 1) - (0.313_261_687_518_222_834 + 0.05)) < 1e-15)
        #expect(abs(try value("logcosh", 1, 0) - 0.433_780_830_483_027_187) < 1e-15)
    }

    @Test("Each derivative is the slope of the one below", arguments: LinkedLoss.all)
    func derivatives(linked: LinkedLoss) {
        let loss = linked.ofLogit
        func derivative(_ order: Int, _ z: Double, _ y: Double) -> Double {
            order == 0 ? loss.value(z, label: y) : loss.derivative(order, at: z, label: y)
        }
        for y in linked.sampleLabels {
            // Away from every kink by more than the steps.
            for z in [-4.2, -1.7, -0.62, 0.41, 1.3, 3.7] {
                for order in 1...6 {
                    // Richardson's extrapolation of central differences, error O(h⁶).
                    let steps = [0.04, 0.02, 0.01].map { h in
                        (derivative(order - 1, z + h, y) - derivative(order - 1, z - h, y)) / (2 * h)
                    }
                    let (a, b) = ((4 * steps[1] - steps[0]) / 3, (4 * steps[2] - steps[1]) / 3)
                    let slope = (16 * b - a) / 15
                    let value = derivative(order, z, y)
                    let scale = max(1, abs(value), abs(derivative(order - 1, z, y)))
                    #expect(abs(value - slope) < 2e-6 * scale, "order \(order) at \(z), y = \(y)")
                }
            }
        }
    }

    @Test("The second derivative has the sign that the table of convexity says", arguments: LinkedLoss.all)
    func convexity(linked: LinkedLoss) {
        let loss = linked.ofLogit
        var least = Double.infinity
        var rises = false
        for y in linked.sampleLabels {
            for z in stride(from: -30.0, through: 30, by: 0.25) {
                least = min(least, loss.derivative(2, at: z, label: y))
                let middle = loss.value(z, label: y)
                let chord = (loss.value(z - 1, label: y) + loss.value(z + 1, label: y)) / 2
                if middle > chord + 1e-12 * max(1, abs(chord)) { rises = true }
            }
        }
        #expect(rises == !linked.isConvex)
        if linked.isConvex { #expect(least >= -1e-15) }
    }

    @Test("Focal loss is concave for z < −2.790, as computed for γ = 2, and cross-entropy for γ = 0")
    func focal() {
        let focal = FocalLoss()
        #expect(focal.derivative(2, at: -2.791, label: 1) < 0)
        #expect(focal.derivative(2, at: -2.789, label: 1) > 0)
        #expect(LossSpec(.focal, values: [0]).isConvex(under: .sigmoid))
        for z in LossFormulaTests.logits {
            let difference =
                FocalLoss(gamma: 0).derivative(2, at: z, label: 1) - Logistic.sigmoid(z) * Logistic.sigmoid(-z)
            #expect(abs(difference) < 1e-16)
        }
    }

    @Test("Far out every loss and its derivatives are finite", arguments: LinkedLoss.all)
    func stability(linked: LinkedLoss) {
        let loss = linked.ofLogit
        for y in linked.sampleLabels {
            for z in [-700.0, -50, 50, 700] {
                #expect(loss.value(z, label: y).isFinite && loss.value(z, label: y) >= -1e-12 - 2, "z = \(z), y = \(y)")
                for order in 1...6 {
                    #expect(loss.derivative(order, at: z, label: y).isFinite, "order \(order) at \(z), y = \(y)")
                }
            }
        }
    }

    @Test("Far out focal loss and KL keep their digits")
    func tails() {
        // γ = 2 and y = 1: (1 − p)² · softplus(−z) with 1 − p = 1 to the last digit; and e^−2z · e^−z.
        #expect(FocalLoss().value(-700, label: 1) == 700)
        #expect(FocalLoss().value(-700, label: 0) == 0)
        #expect(abs(FocalLoss().value(50, label: 1) / Double.exp(-150) - 1) < 1e-13)
        #expect(abs(FocalLoss().derivative(1, at: 50, label: 1) / (-3 * Double.exp(-150)) - 1) < 1e-13)
        #expect(abs(FocalLoss().derivative(2, at: -50, label: 1) / (-95 * Double.exp(-50)) - 1) < 1e-13)
        #expect(KullbackLeiblerDivergence().value(700, label: 0) == 700)
        #expect(KullbackLeiblerDivergence().value(-700, label: 0) == Double.exp(-700))
        #expect(abs(LogCosh().value(1e-9, label: 0) / 5e-19 - 1) < 1e-14)
    }
}
