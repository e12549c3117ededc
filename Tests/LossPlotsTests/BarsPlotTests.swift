import Diagnostics
import Foundation
import Losses
import Testing
import Typography

@testable import LossPlots

@Suite("Bars of losses")
struct BarsPlotTests {
    private func spec(_ losses: [String] = ["ce", "mse"]) -> DistributionSpec {
        DistributionSpec(
            losses: losses, truth: [1, 0, 0],
            predictions: [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]].map { .init(probabilities: $0) })
    }

    @Test("A plan is read back from its JSON as it was")
    func roundTrip() throws {
        let plan = try spec().bars()
        let json = try JSON.encode(plan)
        #expect(try JSONDecoder().decode(BarsPlan.self, from: Data(json)) == plan)
        #expect(String(decoding: json, as: UTF8.self).contains(#""kind":"bars""#))
    }

    @Test("The facts are in the words for those who cannot see, in both languages")
    func words() throws {
        var spec = spec()
        let fonts = try FontBook()
        let english = try BarsPlot(try spec.bars(), fonts: fonts).scene.description
        #expect(
            english
                == "Bars compare the losses of Prediction 1 (0.8, 0.1, 0.1) and Prediction 2 (0.8, 0.15, 0.05) for the truth (1, 0, 0). "
                + "Cross-entropy: Prediction 1 0.2231, Prediction 2 0.2231. MSE: Prediction 1 0.0200, Prediction 2 0.0217. "
                + "Cross-entropy: the same for both, as it depends on p₁ alone. "
                + "MSE: less for Prediction 1, by at least 0.00166, proved.")
        spec.presentation.language = "zh"
        let chinese = try BarsPlot(try spec.bars(), fonts: fonts).scene.description
        #expect(chinese.contains("交叉熵：预测 1 0.2231，预测 2 0.2231。") && chinese.contains("至少小 0.00166，已证明"))
    }

    @Test("Names of predictions replace their numbers")
    func names() throws {
        var spec = spec()
        spec.predictions[0].name = "even"
        let texts = try BarsPlot(try spec.bars(), fonts: try FontBook()).scene.texts.map(\.text)
        #expect(texts.contains("even") && texts.contains("Prediction 2") && !texts.contains("Prediction 1"))
    }

    @Test("What cannot be compared is refused")
    func refused() throws {
        func message(_ change: (inout DistributionSpec) -> Void) -> String? {
            var changed = spec()
            change(&changed)
            let asked = changed
            let error = #expect(throws: Diagnostic.self) { _ = try asked.bars() }
            return error?.message
        }
        #expect(message { $0.predictions = [] } == "no prediction is given")
        #expect(message { $0.losses = [] } == "no loss is named")
        #expect(message { $0.losses = ["ce", "ce"] } == "the loss ce is named twice")
        #expect(message { $0.classes = ["a", "b", "c"] } == "classes are named at the triangle's corners")
        #expect(
            message { $0.losses = ["hinge"] }
                == "hinge is a loss of a single output, not of the probabilities of classes")
        #expect(
            message { $0.predictions.append(.init(probabilities: [0, 0.5, 0.5])) }
                == "ce of prediction 3 (0, 0.5, 0.5) is infinite: it excludes a class of the truth")
    }
}
