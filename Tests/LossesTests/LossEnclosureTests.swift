import Calculus
import TestSupport
import Testing

@testable import Losses

/// Enclosures of every loss of the catalogue, on boxes with kinks and without.
@Suite struct LossEnclosureTests {
    /// The logits at which a derivative of the order has a break.
    private static func breaks(of linked: LinkedLoss, order: Int, label y: Double) -> [Double] {
        guard linked.link == .identity else { return [] }
        switch linked.loss.name {
        case .mae, .quantile: return order >= 1 ? [y] : []
        case .huber:
            let delta = linked.loss[parameter: "delta"]
            return order >= 2 ? [y - delta, y + delta] : []
        case .hinge: return order >= 1 ? [2 * y - 1] : []
        case .squaredHinge: return order >= 2 ? [2 * y - 1] : []
        case .zeroOne: return [0]
        default: return []
        }
    }

    private static func boxes(_ random: inout SplitMix64) -> [Interval] {
        var boxes = [Interval(-1, 1), Interval(-5, 5), Interval(0.5, 1.5), Interval(0), Interval(40, 45)]
        for _ in 0..<16 {
            let start = Double.random(in: -8...8, using: &random)
            let width = Double(sign: .plus, exponent: .random(in: -20...3, using: &random), significand: 1)
            boxes.append(Interval(start, start + width))
        }
        return boxes
    }

    @Test(
        "Enclosures of orders 0 to 6 hold the values, and only boxes with a break are without continuity",
        arguments: LinkedLoss.all)
    func enclosures(linked: LinkedLoss) throws {
        let loss = linked.ofLogit
        var random = SplitMix64(seed: 21)
        var misses: [String] = []
        for box in LossEnclosureTests.boxes(&random) {
            for y in linked.sampleLabels {
                for order in 0...6 {
                    let enclosure = loss.enclosure(order: order, over: box, label: y)
                    let interval = try #require(enclosure.interval)
                    let breaks = LossEnclosureTests.breaks(of: linked, order: order, label: y)
                    if breaks.contains(where: { box.lower < $0 && $0 < box.upper }), enclosure.isContinuous {
                        misses.append("order \(order) claims continuity over \(box), y = \(y)")
                    }
                    let isClear = breaks.allSatisfy { $0 < box.lower - 1e-9 || $0 > box.upper + 1e-9 }
                    if isClear, linked.link == .identity || !linked.isKinked, enclosure.decoration != .common {
                        misses.append("order \(order) denies continuity over \(box), y = \(y)")
                    }
                    for z in [box.lower, box.midpoint, box.upper, .random(in: box.lower...box.upper, using: &random)] {
                        let value = order == 0 ? loss.value(z, label: y) : loss.derivative(order, at: z, label: y)
                        // The value itself is rounded, by more the higher the order.
                        let slack = 1e-13 * max(1, abs(value)) * Double(1 << (2 * order))
                        if !(interval.lower - slack...interval.upper + slack).contains(value) {
                            misses.append("order \(order), \(box), y = \(y): \(value) is not in \(interval)")
                        }
                    }
                }
            }
        }
        #expect(misses.isEmpty, "\(misses.prefix(4)) of \(misses.count)")
    }

    @Test("Over a short box an enclosure is about as wide as the function's change there", arguments: LinkedLoss.all)
    func tightness(linked: LinkedLoss) throws {
        let loss = linked.ofLogit
        for y in linked.sampleLabels {
            for z in [-3.3, -1 - 0x1p-21, -0.7, 0.2, 2.6] {
                for order in 0...4 {
                    let breaks = LossEnclosureTests.breaks(of: linked, order: order, label: y)
                    if breaks.contains(where: { abs($0 - z) < 0x1p-19 }) { continue }
                    let enclosure = loss.enclosure(order: order, over: Interval(z, z + 0x1p-20), label: y)
                    let width = try #require(enclosure.interval).width
                    let size =
                        (0...5).map { $0 == 0 ? loss.value(z, label: y) : loss.derivative($0, at: z, label: y) }
                        .map { abs($0) }.max() ?? 0
                    #expect(width <= 0x1p-20 * 100 * max(1, size), "order \(order) at \(z), y = \(y)")
                }
            }
        }
    }

    @Test("A mean is continuous exactly where every sample's loss is; an input of zero has no kink")
    func objective() {
        let data = Dataset(name: "d", x: [0, 1, 2], y: [0, 1, 4])
        let objective = Objective(AbsoluteError(), on: data)
        // Kinks at θ = 1 and θ = 2.
        #expect(objective.enclosure(order: 0, over: Interval(0, 3)).isContinuous)
        #expect(!objective.enclosure(order: 1, over: Interval(0, 1.5)).isContinuous)
        #expect(!objective.enclosure(order: 2, over: Interval(1.5, 2.5)).isContinuous)
        #expect(objective.enclosure(order: 1, over: Interval(1.25, 1.75)).isContinuous)
        #expect(objective.enclosure(order: 1, over: Interval(-0.5, 0.5)).isContinuous)
        let jumps = Objective(ZeroOneLoss(), on: data)
        #expect(!jumps.enclosure(order: 0, over: Interval(-1, 1)).isContinuous)
        #expect(jumps.enclosure(order: 0, over: Interval(0.5, 1)).isContinuous)
    }

    @Test("A saturated prediction does not bring a bend into Huber's loss when δ is the largest residual")
    func saturatedHuber() {
        for y in [0.0, 0.5, 1] {
            let enclosure = HuberLoss(link: .sigmoid).enclosure(order: 4, over: Interval(30, 800), label: y)
            #expect(enclosure.isContinuous)
        }
        let half = SigmoidSquaredError().value(3, label: 0) / 2
        #expect(abs(HuberLoss(link: .sigmoid).value(3, label: 0) - half) < 1e-15)
    }

    @Test("Bounds of magnitude hold for every label and logit", arguments: LinkedLoss.all)
    func magnitudes(linked: LinkedLoss) {
        let loss = linked.ofLogit
        for y in linked.sampleLabels {
            for z in stride(from: -9.0, through: 9, by: 0.125) {
                for order in 2...6 {
                    guard let bound = loss.magnitudeBound(order: order, beyond: abs(z)) else { continue }
                    #expect(abs(loss.derivative(order, at: z, label: y)) <= bound * (1 + 1e-9) + 1e-9)
                }
            }
        }
    }

    @Test("With many samples and no bounds of magnitude, terms are enclosed one by one")
    func manySamples() throws {
        let data = try Dataset.outlier(samples: 600)
        let objective = Objective(LogCosh(link: .sigmoid), on: data)
        let enclosure = objective.enclosure(order: 2, over: Interval(0.5, 0.5001))
        #expect(enclosure.isContinuous)
        #expect(try #require(enclosure.interval).contains(objective.derivative(2, at: 0.50005)))
        #expect(try #require(enclosure.interval).width < 0.1)
    }
}

extension LinkedLoss {
    /// Whether it has kinks, which under a sigmoid or tanh move to where the prediction meets them.
    fileprivate var isKinked: Bool { [.mae, .huber, .quantile].contains(loss.name) }
}
