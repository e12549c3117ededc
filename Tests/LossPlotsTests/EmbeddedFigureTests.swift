import Diagnostics
import LossPlots
import TestSupport
import Testing
import Typography

/// Plans read back from figures, and everything that is none.
struct EmbeddedFigureTests {
    private static let plan =
        #"{"data":{"outlier":7},"derivatives":[0],"formulas":[],"link":"sigmoid","losses":["mse"],"marks":[],"#
        + #""panels":false,"presentation":{"caption":"","extent":{"figure":[800,500]},"language":"en","scale":2,"#
        + #""subtitle":"","theme":"graphpaper","title":"T","xLabel":"","yLabel":""},"theta":[-5,5],"version":1,"#
        + #""yRange":"automatic"}"#

    private static func svg(_ plan: String) -> [UInt8] {
        let escaped = plan.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
        return Array(
            "<svg><metadata><plan xmlns=\"urn:lossplot:plan\" program=\"lossplot 9\">\(escaped)</plan></metadata></svg>"
                .utf8)
    }

    private func resolved(_ bytes: [UInt8]) throws -> ResolvedFigure? {
        try EmbeddedFigure(bytes, file: "a.svg")?.resolved { path in throw Diagnostic("'\(path)' is not there") }
    }

    private func message(_ bytes: [UInt8]) -> String {
        do {
            return try resolved(bytes) == nil ? "no plan" : "a plan"
        } catch {
            return "\(error)"
        }
    }

    @Test("A figure of every format gives the plan that it was drawn from", arguments: FileFormat.allCases)
    func roundTrip(format: FileFormat) throws {
        var spec = PlotSpec(losses: ["mse", "focal(gamma=1.5)"])
        spec.presentation.title = "A < B & C’s “σ” \\ (x)"
        let figure = try FigureRequest.curve(spec).resolved()
        let bytes = try figure.drawn(with: FontBook()).bytes(as: format)
        let read = try #require(try EmbeddedFigure(bytes, file: "a"))
        #expect(read.format == format)
        #expect(read.program == "lossplot \(Version.current)")
        #expect(read.planText == (try figure.planText()))
        #expect(try read.resolved { _ in [] }.planText() == figure.planText())
    }

    @Test("Contours, formulas and their names are read back")
    func contours() throws {
        var plot = PlotSpec(losses: [])
        plot.formulas = [FormulaSpec(expression: "x^2 - a*y^2", parameters: ["a": "0.5"], name: nil)]
        var spec = ContourSpec(plot)
        spec.levels = [-1, 0, 1]
        let figure = try FigureRequest.contour(spec).resolved()
        let bytes = try figure.drawn(with: FontBook()).bytes(as: .svg)
        let read = try #require(try EmbeddedFigure(bytes, file: "a"))
        #expect(try read.resolved { _ in [] }.planText() == figure.planText())
    }

    @Test("Samples that stayed behind must be there and unchanged")
    func external() throws {
        let rows = (0..<300).map { "\(Double($0) / 100 - 1.5),\($0 % 2)\n" }.joined()
        let table = Array(("x,y\n" + rows).utf8)
        var spec = PlotSpec(
            losses: ["ce"], data: .table(bytes: table, path: "d.csv", x: nil, y: nil, skipMissing: false))
        spec.marks = ["none"]
        let figure = try FigureRequest.curve(spec).resolved()
        let bytes = try figure.drawn(with: FontBook()).bytes(as: .svg)
        let read = try #require(try EmbeddedFigure(bytes, file: "a.svg"))
        #expect(try read.resolved { path in path == "d.csv" ? table : [] }.planText() == figure.planText())
        let changed = #expect(throws: Diagnostic.self) { try read.resolved { _ in table + Array("1,1\n".utf8) } }
        #expect(changed?.message.hasPrefix("'d.csv' has changed: its SHA-256 is ") == true)
        #expect(changed?.place?.file == "a.svg")
        #expect(throws: Diagnostic.self) { try read.resolved { _ in throw Diagnostic("gone") } }
    }

    @Test("Figures of other programs hold no plan")
    func foreign() throws {
        #expect(try EmbeddedFigure(Array("<!DOCTYPE svg PUBLIC 'a' 'b'><svg><g/></svg>".utf8), file: "a") == nil)
        #expect(try EmbeddedFigure(Array("<svg><plan>{}</plan></svg>".utf8), file: "a") == nil)
        #expect(try EmbeddedFigure(Array("%PDF-1.4\n<< /Keywords (a b) >>\n%%EOF".utf8), file: "a") == nil)
        #expect(try EmbeddedFigure(Array("%PDF-1.4\n<< /Keywords ({) /Creator (TeX) >>\n%%EOF".utf8), file: "a") == nil)
        #expect(message(EmbeddedFigureTests.svg(EmbeddedFigureTests.plan)) == "a plan")
    }

    @Test(
        "A broken file or plan is refused with its name and the reason",
        arguments: [
            ("", "the file is empty"),
            ("hello", "this is no PNG, no SVG and no PDF"),
            ("<html/>", "the root element is <html>, not <svg>"),
            ("<svg>", "the file ends within <svg>"),
            ("<svg><plan xmlns=\"urn:lossplot:plan\">{", "the file ends within <plan>"),
            ("<svg><plan xmlns=\"urn:lossplot:plan\"><b/></plan></svg>", "<b> stands in the plan"),
            (
                "<svg><plan xmlns=\"urn:lossplot:plan\">{}</plan><plan xmlns=\"urn:lossplot:plan\"/></svg>",
                "the figure holds two plans"
            ),
            ("%PDF-1.5\n<< /Keywords <FEFF", "the PDF has no end: it is cut off"),
            ("%PDF-1.5\n/Creator (lossplot 1) /Keywords <FEFF00\n%%EOF", "the PDF's Keywords are damaged"),
            ("%PDF-1.5\n/Creator (lossplot 1) /Keywords ({\n%%EOF", "the PDF's Keywords are damaged"),
            ("%PDF-1.5\n/Creator (lossplot 1) /Keywords <FEFFD800>\n%%EOF", "the PDF's Keywords are damaged"),
            ("\u{89}PNG", "this is no PNG, no SVG and no PDF"),
        ])
    func brokenFiles(text: String, reason: String) {
        #expect(message(Array(text.utf8)).contains(reason), "\(message(Array(text.utf8)))")
        #expect(message(Array(text.utf8)).hasPrefix("a.svg:"))
    }

    @Test(
        "A plan that no figure was drawn from is refused",
        arguments: [
            (#""version":1"#, #""version":2"#, "of version 2, and lossplot \(Version.current) reads version 1"),
            (#""version":1,"#, "", "the plan has no version"),
            (#""version":1"#, #""version":1,"kind":"hologram""#, "of the kind 'hologram', which lossplot"),
            (#""version":1"#, #""version":1,"kind":7"#, "the plan's kind is no text"),
            (#""version":1"#, #""version":1,"glow":3"#, "the plan has the key 'glow', which lossplot"),
            (#""version":1"#, #""version":1,"version":1"#, "the plan is damaged: the key 'version' is given twice"),
            (#"{"data""#, #"["data""#, "the plan is damaged: a list needs ',' or ']'"),
            (#"["mse"]"#, #"["nse"]"#, "the plan is damaged: 'losses."),
            (#"["mse"]"#, "[]", "the plan names no losses"),
            (#"["mse"]"#, #"["mse","mse"]"#, "is named twice"),
            (#"["mse"]"#, #"["hinge"]"#, "needs the logit itself"),
            ("[-5,5]", "[5,-5]", "the plan is damaged: 'theta'"),
            ("[-5,5]", "[-1e300,1e300]", "the plan's theta, [-1e+300, 1e+300], is out of reach"),
            (#"{"outlier":7}"#, #"{"outlier":0}"#, "0"),
            (#"{"outlier":7}"#, #""none""#, "the plan holds values that belong to no figure"),
            (#""derivatives":[0]"#, #""derivatives":[0,0]"#, "the plan's derivatives"),
            (#""derivatives":[0]"#, #""derivatives":[3]"#, "the plan's derivatives"),
            ("[800,500]", "[-800,500]", "the plan's size"),
            (#""scale":2"#, #""scale":1000"#, "the plan's scale, 1000.0, is not from 0.1 to 100"),
            (#""theme":"graphpaper""#, #""theme":"neon""#, "the plan is damaged: 'presentation.theme'"),
            (#""caption":"","#, "", "'presentation.caption' is missing"),
            (#""panels":false"#, #""panels":"no""#, "'panels' has a value of another kind"),
            (#""sigmoid""#, #"["sigmoid","tanh"]"#, "the plan holds values that belong to no figure"),
        ])
    func brokenPlans(from: String, to: String, reason: String) throws {
        let range = try #require(EmbeddedFigureTests.plan.firstRange(of: from))
        let plan = EmbeddedFigureTests.plan.replacingSubrange(range, with: to)
        let found = message(EmbeddedFigureTests.svg(plan))
        #expect(found.contains(reason), "\(found)")
    }

    @Test("JSON nested 100,000 deep is refused at once")
    func deepJSON() {
        let bytes = EmbeddedFigureTests.svg(String(repeating: "[", count: 100_000))
        var found = ""
        let time = processorTime { found = message(bytes) }
        #expect(found.contains("nested too deep") && time < .milliseconds(100), "\(found) \(time)")
    }
}

extension String {
    fileprivate func replacingSubrange(_ range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
