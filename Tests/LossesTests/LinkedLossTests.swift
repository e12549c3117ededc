import Diagnostics
import Testing

@testable import Losses

extension LinkedLoss {
    /// Every loss under every link it has, with its default parameters and others.
    static let all = LossName.allCases.flatMap { name in
        var specs = [LossSpec(name)]
        switch name {
        case .huber: specs.append(LossSpec(name, values: [2.5]))
        case .quantile: specs.append(LossSpec(name, values: [0.9]))
        case .focal: specs += [LossSpec(name, values: [0.5]), LossSpec(name, values: [5])]
        case .gaussianNLL: specs.append(LossSpec(name, values: [0.3]))
        case .labelSmoothing: specs.append(LossSpec(name, values: [0.4]))
        default: break
        }
        return specs.flatMap { spec in name.links.map { LinkedLoss(spec, link: $0) } }
    }

    /// Labels that have a meaning for it.
    var sampleLabels: [Double] {
        switch labels {
        case .any: [0, 1, -2.53, 0.2]
        case .probability: [0, 1, 0.25, 0.9]
        case .classes: [0, 1]
        case .signed: [0, 1, -1, 0.5]
        }
    }
}

@Suite struct LinkedLossTests {
    @Test("A loss has its default link unless another is given")
    func links() throws {
        #expect(LinkedLoss(LossSpec(.mse)).link == .sigmoid)
        #expect(LinkedLoss(LossSpec(.mae)).link == .identity)
        #expect(LinkedLoss(LossSpec(.mae), link: .tanh).link == .tanh)
    }

    @Test(
        "A label without a meaning is refused with its sample",
        arguments: [
            (
                LinkedLoss(LossSpec(.hinge)), 0.5,
                "d.csv: sample 2 has the label 0.5, which is no class, and hinge needs one; label samples 0 or 1"
            ),
            (
                LinkedLoss(LossSpec(.ce)), 2,
                "d.csv: sample 2 has the label 2.0, which is no probability; label samples from 0 to 1"
            ),
            (
                LinkedLoss(LossSpec(.mse)), -1,
                "d.csv: sample 2 has the label -1.0, which is no probability; label samples from 0 to 1, or use --link identity"
            ),
            (
                LinkedLoss(LossSpec(.mse), link: .tanh), -3,
                "d.csv: sample 2 has the label -3.0, which is out of reach of tanh; label samples from -1 to 1, or use --link identity"
            ),
        ])
    func labels(loss: LinkedLoss, label: Double, error: String) throws {
        let data = Dataset(name: "d", x: [1, 1], y: [0, label])
        #expect { try loss.check(data, file: "d.csv") } throws: { "\($0)" == error }
        try loss.check(Dataset(name: "d", x: [1, 1], y: [0, 1]), file: nil)
    }

    @Test("Regression takes any label")
    func anyLabel() throws {
        try LinkedLoss(LossSpec(.huber)).check(Dataset(name: "d", x: [1], y: [1e9]), file: nil)
    }
}
