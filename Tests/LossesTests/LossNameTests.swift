import Testing

@testable import Losses

@Suite struct LossNameTests {
    @Test(
        "A loss is found by its name and by its aliases, case and hyphens aside",
        arguments: [
            ("mse", LossName.mse), ("MSE", .mse), ("squared_error", .mse), ("mean-squared-error", .mse),
            ("Mean_Squared-Error", .mse), ("ce", .ce), ("cross-entropy", .ce), ("log_loss", .ce), ("Log-Loss", .ce),
            ("BCE", .ce), ("pinball", .quantile), ("0-1", .zeroOne), ("zero-one", .zeroOne),
            ("brier_score_loss", .brier), ("absolute_error", .mae), ("Squared-Hinge", .squaredHinge),
            ("label_smoothing", .labelSmoothing), ("gaussian-nll", .gaussianNLL), ("kl", .kl), ("log-cosh", .logcosh),
            ("focal", .focal), ("exponential", .exponential), ("huber", .huber), ("hinge", .hinge),
        ])
    func names(name: String, loss: LossName) {
        #expect(LossName(named: name) == loss)
    }

    @Test("Nothing else is a loss", arguments: ["", "-", "mse ", "m_se", "-mse", "cross entropy", "ce(2)", "softmax"])
    func unknownNames(name: String) {
        #expect(LossName(named: name) == nil)
    }

    @Test("No two losses share a name, and every name leads back to its loss")
    func namesAreUnique() {
        #expect(Set(LossName.allNames).count == LossName.allNames.count)
        for loss in LossName.allCases {
            #expect(([loss.rawValue] + loss.aliases).allSatisfy { LossName(named: $0) == loss })
        }
    }

    @Test("What a probability is scored by defaults to the sigmoid, a regression or a margin to the logit itself")
    func links() {
        #expect(LossName.mse.links == [.sigmoid, .identity, .tanh, .softmax])
        #expect(LossName.ce.links == [.sigmoid, .softmax])
        let sigmoid = LossName.allCases.filter { $0.defaultLink == .sigmoid }
        #expect(sigmoid == [.mse, .ce, .focal, .brier, .kl, .labelSmoothing])
        #expect(LossName.allCases.allSatisfy { Set($0.links).count == $0.links.count })
    }

    @Test("Every default lies in its parameter's range, and is written as it is read")
    func parameters() throws {
        for loss in LossName.allCases {
            for parameter in loss.parameters { #expect(parameter.range.contains(parameter.defaultValue)) }
            #expect(try LossSpec(LossSpec(loss).description) == LossSpec(loss))
        }
    }
}
