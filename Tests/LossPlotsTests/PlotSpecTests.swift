import Diagnostics
import Foundation
import Losses
import Scenes
import Testing

@testable import LossPlots

@Suite("PlotSpec")
struct PlotSpecTests {
    private func table(_ text: String, x: String? = nil, y: String? = nil) -> PlotSpec.DataSource {
        .table(bytes: Array(text.utf8), path: "dir/points.csv", x: x, y: y, skipMissing: false)
    }

    @Test("Every default is filled in")
    func defaults() throws {
        let plan = try PlotSpec(losses: ["mse"]).resolved().plan
        #expect(plan.losses == [LossSpec(.mse)])
        #expect(plan.link == .common(.sigmoid))
        #expect(plan.data == .outlier(samples: 7))
        #expect(plan.theta == -5...5)
        #expect(plan.marks == [.verdict, .concave, .minima, .chord])
        #expect(plan.yRange == .automatic)
        #expect(plan.derivatives == [0])
        #expect(plan.presentation.extent == .figure(size: Size(width: 800, height: 500)))
        #expect(plan.presentation.scale == 2)
        #expect(plan.presentation.title == "Mean squared error of a sigmoid is not convex")
    }

    @Test("A plan survives JSON, with each kind of data and size")
    func codable() throws {
        var spec = PlotSpec(losses: ["ce", "mse"], data: table("x,y\n1,0\n2.5,0.25\n"))
        spec.yRange = 0...1
        spec.presentation.extent = .plotArea(size: Size(width: 300, height: 200))
        spec.presentation.language = "zh"
        spec.marks = ["evaluations"]
        let many = "x,y\n" + (0..<201).map { "\($0),1\n" }.joined()
        var formulas = PlotSpec(losses: [])
        formulas.formulas = [FormulaSpec(expression: "a*x", parameters: ["a": "0.1"])]
        for spec in [spec, formulas, PlotSpec(losses: ["mse"]), PlotSpec(losses: ["mse"], data: table(many))] {
            let plan = try spec.resolved().plan
            let bytes = try JSON.encode(plan)
            #expect(try JSONDecoder().decode(Plan.self, from: Data(bytes)) == plan)
        }
    }

    @Test("Up to 200 samples travel with the plan, more are named by their checksum")
    func dataReference() throws {
        func reference(_ count: Int) throws -> DataReference {
            let text = "x,y\n" + (0..<count).map { "\($0),1\n" }.joined()
            return try PlotSpec(losses: ["mse"], data: table(text, x: "x")).resolved().plan.data
        }
        guard case .inline(let data, let source) = try reference(200) else {
            Issue.record("200 samples are not inline")
            return
        }
        #expect(data.count == 200)
        #expect(data.name == "points.csv")
        #expect(source == .init(path: "dir/points.csv", x: "x", y: ""))
        guard case .external(let samples, let sha256, _) = try reference(201) else {
            Issue.record("201 samples are inline")
            return
        }
        #expect(samples == 201)
        #expect(sha256.count == 64)
    }

    @Test("The window of θ suits the data's scale, and shows the solution of a regression")
    func window() throws {
        func window(_ text: String, link: String = "sigmoid") throws -> ClosedRange<Double> {
            var spec = PlotSpec(losses: ["mse"], data: table(text))
            spec.link = link
            return try spec.resolved().plan.theta
        }
        #expect(try window("x,y\n1000,0\n-1000,1\n") == -0.004...0.004)
        #expect(try window("x,y\n0,0\n0,1\n") == -4...4)
        #expect(try window("x,y\n1,50\n2,100\n", link: "identity") == -15...80)
        #expect(try window("x,y\n1e-200,0\n1e200,1\n").upperBound <= 1e9)
    }

    @Test("A label outside [0, 1] needs the identity link")
    func labels() throws {
        var spec = PlotSpec(losses: ["mse"], data: table("x,y\n1,3\n"))
        #expect(throws: Diagnostic.self) { try spec.resolved() }
        spec.link = "identity"
        #expect(try spec.resolved().data.y == [3])
    }
}

@Suite("Checksum")
struct ChecksumTests {
    @Test("SHA-256 of the standard's examples")
    func examples() {
        // FIPS 180-4's example messages.
        #expect(Checksum.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            Checksum.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
