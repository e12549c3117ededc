import Losses
import Testing
import Typography

@testable import LossPlots

@Suite("Wording of losses")
struct WordingLossesTests {
    private static let all = LossName.allCases.flatMap { name in
        name.links.map { LinkedLoss(LossSpec(name), link: $0) }
    }

    @Test("Every loss has a name, a title and a formula that can be typeset, in both languages", arguments: all)
    func typeset(loss: LinkedLoss) throws {
        for language in Presentation.Language.allCases {
            let wording = Wording(language: language)
            _ = try RichText(wording.formula(of: [loss]))
            _ = try RichText(wording.formula(of: [loss, LinkedLoss(LossSpec(.ce))]))
            let han = (wording.label(of: loss.loss) + wording.title(of: [loss])).unicodeScalars
                .filter { (0x4E00...0x9FFF).contains($0.value) }
            #expect(han.isEmpty == (language == .english))
        }
    }

    @Test("A title says the link once where it is common, else of each loss")
    func titles() throws {
        func title(_ losses: [String], link: Link? = nil, _ language: Presentation.Language = .english) throws -> String
        {
            Wording(language: language).title(of: try losses.map { LinkedLoss(try LossSpec($0), link: link) })
        }
        #expect(try title(["mse"]) == "Mean squared error of a sigmoid")
        #expect(try title(["mse", "ce"]) == "Mean squared error and cross-entropy of a sigmoid")
        #expect(try title(["mse", "ce"], .chinese) == "均方误差与交叉熵（sigmoid 输出）")
        #expect(
            try title(["mse", "mae", "huber"], link: .identity)
                == "Mean squared error, mean absolute error and Huber loss of a linear model")
        #expect(try title(["mse", "hinge"]) == "Mean squared error of a sigmoid and hinge loss of a linear model")
        #expect(try title(["focal", "focal(gamma=5)"]) == "Focal loss of a sigmoid")
        #expect(try title(["focal(gamma=5)"], .chinese) == "焦点损失（sigmoid 输出）")
    }

    @Test("The label at a curve tells its parameters")
    func labels() throws {
        #expect(Wording(language: .english).label(of: try LossSpec("focal(gamma=0.5)")) == "Focal (γ = 0.5)")
        #expect(Wording(language: .chinese).label(of: try LossSpec("huber")) == "Huber 损失（δ = 1）")
    }
}
