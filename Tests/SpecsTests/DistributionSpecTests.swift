import Diagnostics
import LossPlots
import Testing

@testable import Specs

@Suite("Specs about predictions")
struct DistributionSpecTests {
    private func figure(_ text: String) throws -> FigureSpec {
        try FigureSpec(Array(text.utf8), file: "plots/test.yaml")
    }

    @Test("Predictions are lists, or have names in each language")
    func predictions() throws {
        let spec = try figure(
            """
            kind: simplex
            losses: mse
            truth: [1, 0, 0]
            predictions:
              - [0.8, 0.1, 0.1]
              - {name: {en: uneven, zh: 不均}, p: [0.8, 0.15, 0.05]}
            classes: [cat, {en: dog, zh: 狗}, bird]
            levels: [0.1, 0.2]
            fill: false
            colors: cividis
            languages: [en, zh]
            """)
        #expect(spec.truth == [1, 0, 0])
        #expect(spec.predictions.map(\.probabilities) == [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]])
        let plans = try spec.variants().map { variant -> SimplexPlan in
            guard case .simplex(let plan) = try variant.request.resolved() else { throw Diagnostic("another kind") }
            return plan
        }
        #expect(plans.map { $0.predictions.map(\.name) } == [[nil, "uneven"], [nil, "不均"]])
        #expect(plans.map(\.classes) == [["cat", "dog", "bird"], ["cat", "狗", "bird"]])
        #expect(plans.allSatisfy { $0.levels == [0.1, 0.2] && !$0.fill && $0.colors == .cividis })
    }

    @Test(
        "What is wrong is refused where it stands",
        arguments: [
            ("truth: [1, 0.1, 0]", "3:8: the truth (1, 0.1, 0) sums to 1.1, not to 1"),
            ("truth: 1", "3:8: truth: '1' is no list of probabilities"),
            ("truth: [a, b]", "3:9: truth: 'a' is no number"),
            ("truth: [1, 0, 0]\npredictions: [[0.8, 0.1, 0.2]]", "4:15: prediction 1 (0.8, 0.1, 0.2) sums to 1.1"),
            ("truth: [1, 0, 0]\npredictions: [{name: a}]", "4:15: predictions: prediction 1 has no p"),
            (
                "truth: [1, 0, 0]\npredictions: [{nam: a}]",
                "4:16: unknown key 'nam' in predictions; did you mean 'name'?"
            ),
            ("truth: [1, 0, 0]\npredictions: []", "4:14: predictions: a list is no list of predictions"),
            ("truth: [1, 0, 0]\nclasses: [a, b, c]", "4:1: classes is for the simplex"),
            ("truth: [1, 0, 0]\ndata: {samples: 7}", "4:1: data is for curves, contours and surfaces"),
            ("truth: [1, 0, 0]\nmarks: none", "4:1: marks is for curves, contours and surfaces"),
        ])
    func refused(text: String, error: String) {
        let found = #expect(throws: Diagnostic.self) { try figure("kind: bars\nlosses: [ce, mse]\n\(text)") }
        #expect(found?.description.hasPrefix("plots/test.yaml:\(error)") == true, "\(found?.description ?? "")")
    }

    @Test("Curves have no truth")
    func curves() {
        let found = #expect(throws: Diagnostic.self) { try figure("losses: ce\ntruth: [1, 0]") }
        #expect(found?.description == "plots/test.yaml:2:1: truth is for bars and the simplex; add kind: bars")
    }

    @Test("A loss of a prediction is asserted by its index")
    func assertion() throws {
        let spec = try figure(
            "kind: bars\nlosses: mse\ntruth: [1, 0]\npredictions: [[0.8, 0.2]]\nassert: {'mse[0]': 0.04 ± 1e-9}")
        #expect(spec.assertions.map(\.quantity) == [Quantity(subject: .loss("mse"), feature: .prediction(0))])
        var facts = FigureFacts(try #require(try spec.variants().first).request.resolved())
        #expect(throws: Never.self) { try spec.assertions[0].check(&facts) }
    }
}
