import Testing

@testable import Losses

@Suite struct LossDefinitionTests {
    @Test(
        "A loss is found by its name and by its aliases, case and hyphens aside",
        arguments: [
            ("mse", LossName.mse), ("MSE", .mse), ("squared_error", .mse), ("mean-squared-error", .mse),
            ("Mean_Squared-Error", .mse), ("ce", .ce), ("cross-entropy", .ce), ("log_loss", .ce), ("Log-Loss", .ce),
            ("BCE", .ce),
        ])
    func names(name: String, loss: LossName) {
        #expect(LossName(named: name) == loss)
    }

    @Test("Nothing else is a loss", arguments: ["", "-", "mse ", "m_se", "-mse", "cross entropy", "ce(2)", "mae"])
    func unknownNames(name: String) {
        #expect(LossName(named: name) == nil)
    }

    @Test("No two losses share a name, and every name leads back to its loss")
    func namesAreUnique() {
        #expect(
            LossName.allNames == [
                "mse", "squared_error", "mean_squared_error", "ce", "cross_entropy", "log_loss", "bce",
            ])
        #expect(Set(LossName.allNames).count == LossName.allNames.count)
        for loss in LossName.allCases {
            #expect(([loss.rawValue] + loss.aliases).allSatisfy { LossName(named: $0) == loss })
        }
    }

    @Test("Both losses default to the sigmoid; only the squared error has a meaning for a raw logit")
    func links() {
        #expect(LossName.mse.links == [.sigmoid, .identity])
        #expect(LossName.ce.links == [.sigmoid])
    }
}
