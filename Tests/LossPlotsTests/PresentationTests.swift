import Diagnostics
import Testing
import Typography

@testable import LossPlots

@Suite("Presentation")
struct PresentationTests {
    private func request(kind: String, _ change: (inout PresentationSpec) -> Void) -> FigureRequest {
        var spec = PlotSpec(losses: ["mse"])
        change(&spec.presentation)
        return kind == "curve" ? .curve(spec) : .contour(ContourSpec(spec))
    }

    @Test("A caption stands under the plot, before the notes", arguments: ["curve", "contour"])
    func caption(kind: String) throws {
        let request = request(kind: kind) { $0.caption = "After the article, section 1.2" }
        let texts = try request.resolved().plot(with: FontBook()).scene.texts.map(\.text)
        let caption = try #require(texts.firstIndex(of: "After the article, section 1.2"))
        let note = try #require(texts.firstIndex { $0.contains("outlier") })
        #expect(caption < note)
    }

    @Test("An alternative text replaces the facts", arguments: ["curve", "contour"])
    func alternative(kind: String) throws {
        let request = request(kind: kind) { $0.alternative = "Two valleys." }
        #expect(try request.resolved().plot(with: FontBook()).scene.description == "Two valleys.")
    }

    @Test("A caption that cannot be set is refused by its name", arguments: ["curve", "contour"])
    func brokenCaption(kind: String) throws {
        let request = request(kind: kind) { $0.caption = "$\\frac{1}$" }
        let error = #expect(throws: Diagnostic.self) { try request.resolved().plot(with: FontBook()) }
        #expect(error?.message.hasPrefix("caption: ") == true)
    }

    @Test("An unknown language and an unknown theme are refused with the names", arguments: ["curve", "contour"])
    func unknownNames(kind: String) throws {
        let language = #expect(throws: Diagnostic.self) {
            try request(kind: kind) { $0.language = "xx" }.resolved()
        }
        #expect(language?.description == "unknown language 'xx'; use en, zh")
        let theme = #expect(throws: Diagnostic.self) {
            try request(kind: kind) { $0.theme = "papr" }.resolved()
        }
        #expect(theme?.description == "unknown theme 'papr'; did you mean 'paper'?")
    }
}
