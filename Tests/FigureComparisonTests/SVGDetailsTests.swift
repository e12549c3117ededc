import Diagnostics
import LossPlots
import PixelComparison
import Testing
import Typography

@testable import FigureComparison

/// An SVG that somebody has edited holds the plan of before, and must not pass for it.
@Suite("SVGs edited by hand")
struct SVGDetailsTests {
    private let fonts: FontBook
    private let figure: String

    init() throws {
        fonts = try FontBook()
        let drawn = try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved().drawn(with: fonts)
        figure = String(decoding: try drawn.bytes(as: .svg), as: UTF8.self)
    }

    private func difference(_ old: String, _ new: String) throws -> FigureDifference {
        func figure(_ name: String, _ text: String) -> ComparedFigure {
            ComparedFigure(name: name, bytes: Array(text.utf8)) { path in throw Diagnostic("'\(path)' is not there") }
        }
        let comparer = FigureComparer(fonts: fonts, pixels: try PixelTolerance())
        return try comparer.difference(from: figure("old", old), to: figure("new", new)).difference
    }

    @Test(
        "What was edited is named, and how",
        arguments: [
            (
                #"viewBox="0 0 800 500""#, #"viewBox="0 0 400 250""#,
                "page: viewBox of <svg> changed from '0 0 800 500' to '0 0 400 250'"
            ),
            (
                #"-panel0-curve-mse""#, #"-panel0-curve-mse" transform="translate(9 0)""#,
                "curve mse: transform of <g> changed from none to 'translate(9 0)'"
            ),
            (
                #"-panel0-curve-mse""#, #"-panel0-curve-mse" style="display:none""#,
                "curve mse: style of <g> changed from none to 'display:none'"
            ),
            (#"-panel0-grid""#, #"-panel0-grid" opacity="0""#, "grid: opacity of <g> changed from none to '0'"),
            (
                #"stroke-linecap="round""#, #"stroke-linecap="butt""#,
                "curve mse: stroke-linecap of <path> changed from 'round' to 'butt'"
            ),
            ("</desc>", " x</desc>", "the alternative text, <desc>, changed"),
            ("#c74440", "#00ff00", "curve mse: colour changed from #c74440 to #00ff00"),
            (
                "stroke-width=\"48\"", "stroke-width=\"480\"",
                "tick numbers: stroke-width of <g> changed from '48' to '480'"
            ),
            (
                " x=\"69\"/>", " x=\"69\" fill=\"#fff\"/>",
                "tick numbers: fill of <use> changed from none to '#fff'"
            ),
            (
                "fill=\"#fff\" fill-opacity=\"1\"", "fill=\"#f00\" fill-opacity=\"1\"",
                "tick numbers: fill of <use> changed from '#fff' to '#f00'"
            ),
            ("fill=\"#c74440\"", "fill=\"red\"", "bands mse: fill of <path> changed from none to 'red'"),
            ("stroke=\"#c74440\"", "stroke=\"red\"", "points mse-minima: stroke of <path> changed from none to 'red'"),
            ("r=\"2.25\"", "r=\"5\"", "chord of mse: width changed from 4.5 to 10 px"),
        ])
    func edits(old: String, new: String, words: String) throws {
        try #require(figure.contains(old))
        let found = try difference(figure, figure.replacing(old, with: new))
        #expect(found.result == .different)
        #expect(found.changes.map(\.what).contains(words), "\(found.changes.map(\.what))")
    }

    @Test(
        "A text that is scaled or turned by hand is told, whatever its place",
        arguments: [
            ("scale(.6)", "scale(0.6)"), ("scale(0)", "scale(0)"), ("scale(.126)", "scale(0.126)"),
            ("scale(.125)rotate(90)", "scale(0.125)rotate(90)"), ("scale(.125)rotate(.1)", "scale(0.125)rotate(0.1)"),
            ("scale(.125) skewX(twenty)", "translate(260.82 311.02)scale(.125) skewX(twenty)"), ("", "none"),
        ])
    func textTransforms(new: String, words: String) throws {
        let old = "translate(260.82 311.02)"
        try #require(figure.contains(old + "scale(.125)"))
        let found = try difference(figure, figure.replacing(old + "scale(.125)", with: old + new))
        #expect(found.result == .different)
        let told = words == "none" ? words : "'\(words)'"
        #expect(
            found.changes.contains {
                $0.what.contains(": transform of <g> changed from 'scale(0.125)' to ") && $0.what.hasSuffix(told)
            }, "\(found.changes.map(\.what))")
    }

    @Test("Another spelling of a text's place and the last digit of its scale are drift")
    func transformDrift() throws {
        let old = "translate(260.82 311.02)scale(.125)"
        try #require(figure.contains(old))
        for new in ["translate(260.82, 311.02) scale(0.125)", "translate(260.83 311.02)scale(.12504)"] {
            let found = try difference(figure, figure.replacing(old, with: new))
            #expect(found.result == .drift, "\(new): \(found.changes.map(\.what))")
        }
        // A translation of one number moves along x alone.
        let label = "translate(260.82 311.02)"
        try #require(figure.contains(label))
        let moved = try difference(figure, figure.replacing(label, with: "translate(260.82)"))
        #expect(moved.result == .different)
    }

    @Test(
        "Shares, factors and angles are not lengths: less than a pixel of them is told",
        arguments: [
            ("opacity", "1", "0.5"), ("stroke-miterlimit", "4", "4.5"), ("transform", "rotate(0)", "rotate(.5)"),
            ("transform", "scale(1)", "scale(.5)"), ("transform", "matrix(1 0 0 1 0 0)", "matrix(1 0 .3 1 0 0)"),
        ])
    func plainNumbers(attribute: String, old: String, new: String) throws {
        func edited(_ value: String) -> String {
            figure.replacing(#"-panel0-curve-mse""#, with: #"-panel0-curve-mse" \#(attribute)="\#(value)""#)
        }
        let found = try difference(edited(old), edited(new))
        #expect(
            found.changes.map(\.what) == ["curve mse: \(attribute) of <g> changed from '\(old)' to '\(new)'"],
            "\(found.changes.map(\.what))")
    }

    @Test("A tick number that was moved along its axis's line is told")
    func movedNumber() throws {
        let old = #"x="3015" y="3423" aria-label="0""#
        try #require(figure.contains(old))
        let found = try difference(figure, figure.replacing(old, with: #"x="3015" y="3223" aria-label="0""#))
        #expect(found.result == .different)
        #expect(found.changes.map(\.what) == ["tick numbers: '0' moved 25 px"], "\(found.changes.map(\.what))")
        let drift = try difference(figure, figure.replacing(old, with: #"x="3015.4" y="3423" aria-label="0""#))
        #expect(drift.result == .drift)
    }

    @Test("Texts that are scaled or turned with their group are told")
    func scaledGroup() throws {
        let old = #"fill-opacity=".9" stroke-linejoin="round" transform="scale(.125)""#
        try #require(figure.contains(old))
        for new in ["scale(.126)", "scale(0)", "scale(.125)rotate(1)", "translate(0 9)scale(.125)", ""] {
            let edited = figure.replacing(old, with: old.replacing("scale(.125)", with: new))
            let told = try difference(figure, edited).changes.map(\.what)
            #expect(told.contains { $0.hasPrefix("tick numbers: transform of <g> changed from ") }, "\(new): \(told)")
        }
    }

    @Test("Shapes that are scaled with their group are told")
    func scaledShapes() throws {
        let edited = figure.replacing(
            #"-panel0-curve-mse""#, with: #"-panel0-curve-mse" transform="scale(.99)""#)
        #expect(
            try difference(figure, edited).changes.map(\.what)
                == ["curve mse: transform of <g> changed from none to 'scale(.99)'"])
    }

    @Test("Another glyph under the same id is found out")
    func glyphs() throws {
        let start = try #require(figure.firstRange(of: "<path id=\""))
        let data = try #require(figure[start.upperBound...].firstRange(of: " d=\"M"))
        let found = try difference(figure, figure.replacingCharacters(in: data, with: " d=\"M9"))
        #expect(
            found.result == .different && found.changes.allSatisfy { $0.what.hasSuffix("is drawn with other glyphs") })
        #expect(!found.changes.isEmpty)
    }

    @Test("Comments, spaces and digits that nobody sees are drift")
    func drift() throws {
        let found = try difference(figure, figure.replacing("<title", with: "<!-- kept -->\n\n<title"))
        #expect(found.result == .drift)
        #expect(found.notes == ["the files are written otherwise, and show the same"])
    }

    @Test("A figure that was edited and whose plan is another is noted, with the colours")
    func noted() throws {
        var spec = PlotSpec(losses: ["mse"])
        spec.presentation.title = "New"
        let drawn = try FigureRequest.curve(spec).resolved().drawn(with: fonts)
        let plain = String(decoding: try drawn.bytes(as: .svg), as: UTF8.self)
        #expect(try difference(figure, plain).notes.isEmpty)
        let edited = try difference(figure, plain.replacing("#c74440", with: "#00ff00"))
        #expect(edited.result == .different)
        #expect(edited.notes.count == 1 && edited.notes[0].hasPrefix("new does not show what its plan draws: "))
        #expect(edited.notes[0].contains("curve mse: colour changed from #c74440 to #00ff00"), "\(edited.notes)")
    }

    @Test("Live text against outlines is one change, and live text that was moved is told")
    func live() throws {
        let drawn = try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved().drawn(with: fonts)
        let live = String(decoding: try drawn.bytes(as: .svg, svgText: .live), as: UTF8.self)
        #expect(try difference(figure, live).changes.map(\.what) == ["texts changed from outlines to live text"])
        let group = try #require(live.firstRange(of: "panel0-annotations"))
        let x = try #require(live[group.upperBound...].firstRange(of: " x=\""))
        let moved = try difference(live, live.replacingCharacters(in: x, with: " x=\"9"))
        #expect(moved.result == .different && moved.changes.contains { $0.kind == .layout && $0.unit == "px" })
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
