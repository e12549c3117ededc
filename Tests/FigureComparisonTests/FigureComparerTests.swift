import Diagnostics
import Figures
import LossPlots
import Losses
import PNGCoding
import PixelComparison
import Testing
import Typography

@testable import FigureComparison

struct FigureComparerTests {
    private let fonts: FontBook
    private let comparer: FigureComparer

    init() throws {
        fonts = try FontBook()
        comparer = FigureComparer(fonts: fonts, pixels: try PixelTolerance())
    }

    private func figure(_ format: FileFormat = .svg, _ change: (inout PlotSpec) -> Void = { _ in }) throws -> [UInt8] {
        var spec = PlotSpec(losses: ["mse"])
        change(&spec)
        return try FigureRequest.curve(spec).resolved().drawn(with: fonts).bytes(as: format)
    }

    private func difference(_ old: [UInt8], _ new: [UInt8]) throws -> FigureDifference {
        func figure(_ name: String, _ bytes: [UInt8]) -> ComparedFigure {
            ComparedFigure(name: name, bytes: bytes) { path in throw Diagnostic("'\(path)' is not there") }
        }
        return try comparer.difference(from: figure("old", old), to: figure("new", new)).difference
    }

    @Test("Every change of the plan is told once, with the old and the new value")
    func plans() throws {
        let old = try figure()
        func words(_ change: (inout PlotSpec) -> Void) throws -> [String] {
            let found = try difference(old, figure(.svg, change))
            #expect(found.result == .different)
            #expect(found.notes.isEmpty, "\(found.notes)")
            return found.changes.map(\.what)
        }
        #expect(
            try words { $0.presentation.title = "Bent" }.first
                == "title changed from 'Mean squared error of a sigmoid is not convex' to 'Bent'")
        #expect(
            try words { $0.presentation.theme = "graphpaper-dark" } == [
                "theme changed from graphpaper to graphpaper-dark"
            ])
        #expect(try words { $0.presentation.caption = "C" }.first == "caption 'C' added")
        #expect(try words { $0.link = "identity" }.contains("verdict of mse: not convex → strictly convex"))
        #expect(
            try words { $0.marks = ["verdict", "concave", "chord"] }.contains(
                "points mse-minima: 2 points lost: (−0.047, 0.2474), (1.558, 0.2299)"))
        // Of the second derivative's panel.
        let bent: (inout PlotSpec) -> Void = { ($0.marks, $0.derivatives, $0.theta) = (["zeros"], [2], -3...3) }
        let moved = try difference(
            figure(.svg, bent),
            figure(.svg) {
                bent(&$0)
                $0.data = .builtIn(samples: 8)
            })
        #expect(
            moved.changes.contains {
                $0.kind == .point
                    && $0.what.wholeMatch(of: /3 zeros of mse moved up to .* px, from θ = .* to θ = .*/) != nil
            }, "\(moved.changes.map(\.what))")
        #expect(
            try difference(
                figure(.svg, bent),
                figure(.svg) {
                    bent(&$0); $0.theta = -0.2...3
                }
            ).changes
                .contains { $0.what == "zero of mse lost: θ = −0.381" })
        let samples = try words { $0.data = .builtIn(samples: 8) }
        #expect(samples.first == "built-in samples: 7 → 8")
        #expect(samples.contains { $0.hasPrefix("curve mse moved up to ") && $0.contains(" in J) near θ = ") })
    }

    @Test("Ticks are told along their axis, the zero too")
    func ticks() throws {
        let found = try difference(figure { $0.theta = -5...5 }, figure { $0.theta = -4...4 })
        #expect(
            found.changes.contains { $0.what == "ticks of the x axis: 5 → 9 (−4, −2, …, 4 → −4, −3, …, 4)" },
            "\(found.changes.map(\.what))")
    }

    @Test(
        "Each figure is held against its own plan, also where both are called the same",
        arguments: [FileFormat.svg, .png])
    func sameNames(format: FileFormat) throws {
        func compared(_ bytes: [UInt8]) -> ComparedFigure {
            ComparedFigure(name: "mse.figure", bytes: bytes) { path in throw Diagnostic("'\(path)' is not there") }
        }
        let (old, new) = (try figure(format), try figure(format) { $0.theta = -2...3 })
        let found = try comparer.difference(from: compared(old), to: compared(new)).difference
        #expect(found.result == .different && !found.changes.isEmpty)
        #expect(found.notes.isEmpty, "\(found.notes)")
    }

    @Test("Where only the window or the page is another, no curve has moved")
    func windows() throws {
        let old = try figure()
        for change: (inout PlotSpec) -> Void in [
            { $0.theta = -4...4 }, { $0.yRange = 0...2 },
            { $0.presentation.extent = .figure(size: .init(width: 640, height: 480)) },
        ] {
            let found = try difference(old, figure(.svg, change))
            #expect(found.result == .different)
            #expect(!found.changes.contains { [.curve, .point, .line].contains($0.kind) }, "\(found.changes)")
        }
    }

    @Test("Equal figures are the same, whatever their formats; the plans of two formats are compared")
    func formats() throws {
        let (svg, png) = (try figure(), try figure(.png))
        #expect(try difference(svg, svg) == FigureDifference(result: .same))
        #expect(try difference(png, png).pixels?.total == 1_600_000)
        #expect(try difference(svg, png).result == .same)
        #expect(try difference(svg, figure(.png) { $0.presentation.title = "x" }).result == .different)
    }

    @Test("An SVG whose curve was moved by hand is found out, though its plan is equal")
    func edited() throws {
        let old = String(decoding: try figure(), as: UTF8.self)
        let curve = try #require(old.firstRange(of: "panel0-curve-mse\""))
        let data = try #require(old[curve.upperBound...].firstRange(of: "<path d=\"M14 "))
        let end = try #require(old[data.upperBound...].firstIndex(of: "c"))
        let y = try #require(Double(old[data.upperBound..<end]))
        let new = old[..<data.upperBound] + "\(y + 1)" + old[end...]
        let found = try difference(Array(old.utf8), Array(String(new).utf8))
        #expect(found.result == .different)
        #expect(found.changes.map(\.kind) == [.curve])
        #expect(found.changes.first.flatMap(\.size).map { abs($0 - 1) < 0.02 } == true)
        #expect(try difference(Array(old.utf8), Array((old + "<!-- mine -->\n").utf8)).result == .drift)
    }

    @Test("A PNG of another smoothing is drift, one painted over is not")
    func pixels() throws {
        let png = try figure(.png)
        let image = try DecodedPNG.decode(png, limitPixels: 2_000_000)
        func again(_ change: (Int, Int, Int) -> UInt8) throws -> FigureDifference {
            var rgba = image.rgba
            for i in 0..<(image.width * image.height) {
                for k in 0..<3 { rgba[4 * i + k] = change(i % image.width, i / image.width, k) }
            }
            let page = try #require(try ComparedPlanPage(png, fonts))
            let drift = PixelDrift(
                image.rgba, rgba, width: image.width, height: image.height, page: page.page,
                tolerances: ChangeTolerances())
            return FigureDifference(result: drift.changes.isEmpty ? .drift : .different, changes: drift.changes)
        }
        func pixel(_ x: Int, _ y: Int, _ k: Int) -> UInt8 { image.rgba[4 * (y * image.width + x) + k] }
        let soft = try again { x, y, k in UInt8((3 * Int(pixel(x, y, k)) + Int(pixel(max(0, x - 1), y, k)) + 2) / 4) }
        #expect(soft.changes.isEmpty, "\(soft.changes)")
        // The second minimum, 508 points across and 314.33 down.
        let painted = try again { x, y, k in
            abs(x - 1017) < 12 && abs(y - 629) < 12 ? 255 : pixel(x, y, k)
        }
        #expect(
            painted.changes.contains { $0.what.hasPrefix("points mse-minima drawn otherwise near (1.5") },
            "\(painted.changes)")
    }

    @Test("A difference goes through JSON, every key of a change there")
    func json() throws {
        let found = try difference(try figure(), try figure { $0.presentation.title = "x" })
        #expect(try found.json.contains(#""size":null,"unit":null"#))
        #expect(try found.json.hasPrefix(#"{"changes":[{"kind":"text","size":null"#))
    }
}

/// The page of a figure's own plan.
private struct ComparedPlanPage {
    let page: DrawnPage

    init?(_ bytes: [UInt8], _ fonts: FontBook) throws {
        guard let embedded = try EmbeddedFigure(bytes, file: "a"),
            let drawn = ComparedPlan(embedded: embedded, memory: VariantMemory(), table: { _ in [] }).drawn(fonts)
        else { return nil }
        page = DrawnPage(drawn.plot)
    }
}
