import Calculus
import Losses
import Testing

@testable import CertificateChecking

@Suite struct CheckedFunctionTests {
    @Test(
        "Groups of samples enclose what the samples give",
        arguments: [LossSpec(.mse), LossSpec(.ce), LossSpec(.focal)])
    func groups(loss: LossSpec) throws {
        let data = try Dataset.outlier(samples: 2000)
        let exact = CheckedFunction(body: .mean(CheckedLoss(LinkedLoss(loss)), x: data.x, y: data.y))
        let rough = try #require(exact.roughly)
        #expect(rough.cost * 4 <= exact.cost)
        for theta in [-3.1, -0.2, 0, 0.7, 2.9] {
            for order in 0...3 {
                let (inner, outer) = (
                    try #require(exact.derivative(order, at: theta)), try #require(rough.derivative(order, at: theta))
                )
                #expect(outer.contains(inner))
                // Of use for signs.
                #expect(outer.width < (order < 3 ? 2 : 20) && inner.width < 1e-11)
            }
        }
    }

    @Test("Few samples, many labels and formulas with branches have no groups")
    func noGroups() throws {
        func roughly(_ loss: LossName, _ data: Dataset) -> CheckedFunction? {
            CheckedFunction(body: .mean(CheckedLoss(LinkedLoss(LossSpec(loss))), x: data.x, y: data.y)).roughly
        }
        #expect(roughly(.mse, try .outlier(samples: 499)) == nil)
        #expect(roughly(.hinge, try .outlier(samples: 700)) == nil)
        let soft = Dataset(
            name: "soft", x: (0..<700).map { Double($0 % 7) }, y: (0..<700).map { Double($0) / 700 })
        #expect(roughly(.mse, soft) == nil)
    }

    @Test("What is asked for beyond the budget is not evaluated, nor anything after it")
    func meter() throws {
        let data = try Dataset.outlier(samples: 7)
        let meter = WorkMeter(budget: 30)
        let function = CheckedFunction(
            body: .mean(CheckedLoss(LinkedLoss(LossSpec(.ce))), x: data.x, y: data.y), meter: meter)
        #expect(function.derivative(0, at: 1) != nil && meter.spent == 7)
        #expect(function.derivative(2, at: 1) != nil && meter.spent == 28 && !meter.isExhausted)
        #expect(function.derivative(0, at: 1) == nil && meter.isExhausted)
    }
}
