import Diagnostics
import LossPlots
import Scenes
import TestSupport
import Testing

@testable import FigureComparison

/// The spellings of one picture are read as one scene.
struct SVGPageTests {
    private func page(_ defs: String, _ body: String) throws -> SVGPage {
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="80px" height="60px" aria-labelledby="a-title a-desc" lang="en">
            <defs>\(defs)</defs>
            <rect width="80" height="60" fill="#fff"/>
            \(body)
            </svg>
            """
        return try SVGPage(Array(text.utf8), file: "a.svg")
    }

    private func changes(_ old: SVGPage, _ new: SVGPage) -> [String] {
        SVGPage.changes(from: old, to: new, page: nil, ChangeTolerances()).map(\.what)
    }

    private let glyph = #"<path id="a0" d="M3-4h9v9"/>"#

    @Test("A text is read from a group, from its one use and in a group of its units")
    func texts() throws {
        let apart = try page(
            glyph,
            """
            <g id="a-panel0-numbers" fill="#000"><g transform="translate(10 20)scale(.125)" aria-label="2">\
            <use href="#a0"/></g><g transform="translate(30 20)scale(.125)" aria-label="2"><use href="#a0"/></g></g>
            """)
        let uses = try page(
            glyph,
            """
            <g id="a-panel0-numbers" fill="#000">\
            <use href="#a0" transform="translate(10 20)scale(.125)" aria-label="2"/>\
            <use href="#a0" transform="translate(30 20)scale(.125)" aria-label="2"/></g>
            """)
        let together = try page(
            glyph,
            """
            <g id="a-panel0-numbers" fill="#000" transform="scale(.125)"><use href="#a0" x="80" y="160" aria-label="2"/>\
            <g transform="translate(240 160)" aria-label="2"><use href="#a0"/></g></g>
            """)
        #expect(apart.scene.layers[0].texts.map(\.origin) == [Point(x: 10, y: 20), Point(x: 30, y: 20)])
        #expect(apart.scene == uses.scene && apart.scene == together.scene)
        #expect(apart.outlines == uses.outlines && apart.outlines == together.outlines)
        #expect(changes(apart, uses).isEmpty && changes(apart, together).isEmpty)
    }

    @Test("A text that is a path stands where it begins, and another path is another glyph")
    func paths() throws {
        func text(_ data: String) throws -> SVGPage {
            try page(
                "",
                #"<g id="a-panel0-numbers" transform="scale(.125)"><path aria-label="1" d="\#(data)"/></g>"#)
        }
        let one = try text("M80 160h9v9")
        #expect(one.scene.layers[0].texts.map(\.origin) == [Point(x: 10, y: 20)])
        #expect(changes(one, try text("M81 160h9v9")).isEmpty)
        #expect(changes(one, try text("M240 160h9v9")) == ["tick numbers: '1' moved 20 px"])
        #expect(changes(one, try text("M80 160h8v9")) == ["tick numbers: '1' is drawn with other glyphs"])
    }

    @Test("A reference to nothing is an error at its place; a halo may stand before what it is of")
    func references() throws {
        let text = ##"<g id="a0t" transform="translate(10 20)scale(.125)" aria-label="2"><use href="#a0"/></g>"##
        let halo = ##"<use href="#a0t" fill="#fff" stroke="#fff"/>"##
        _ = try page(glyph, "<g id=\"a-panel0-numbers\" fill=\"#000\">\(halo)\(text)</g>")
        for broken in [halo + text.replacing("a0t", with: "a0u"), halo.replacing("a0t", with: "b0") + text] {
            let error = #expect(throws: Diagnostic.self) {
                try page(glyph, "<g id=\"a-panel0-numbers\" fill=\"#000\">\(broken)</g>")
            }
            #expect(error?.message.hasSuffix("refers to nothing in the file") == true)
            #expect(error?.place?.line == 4)
        }
    }

    @Test("A disc with a rim is two discs")
    func rims() throws {
        let two = try page(
            "",
            """
            <g id="a-panel0-points"><circle cx="9" cy="8" r="5.5" fill="#fff"/>\
            <circle cx="9" cy="8" r="4" fill="#c74440"/></g>
            """)
        func one(_ color: String) throws -> SVGPage {
            try page(
                "",
                """
                <g id="a-panel0-points"><circle cx="9" cy="8" r="4.75" fill="\(color)" stroke="#fff" stroke-width="1.5"/></g>
                """)
        }
        #expect(changes(two, try one("#c74440")).isEmpty)
        #expect(changes(two, try one("#00ff00")) == ["points: colour changed from #c74440 to #00ff00"])
    }

    @Test("Lines of no length are the dots that short ones are")
    func dots() throws {
        func dots(_ data: String) throws -> SVGPage {
            try page(
                "",
                """
                <g id="a-panel0-points"><path d="\(data)" fill="none" stroke="#c74440" stroke-width="9" \
                stroke-linecap="round"/></g>
                """)
        }
        let short = try dots("M9 8h.01m19.99 7h.01")
        #expect(changes(short, try dots("M9 8h0m20 7h0")).isEmpty)
        #expect(!changes(short, try dots("M9 8h0")).isEmpty)
    }

    @Test("A grid whose upright lines are defined is the grid of one path, and their opacity its colour's")
    func grids() throws {
        let alone = try page(
            "",
            """
            <g id="a-panel0-grid" fill="none"><path d="M10 5v40m20 0v-40m-20 20h20" stroke="#000" stroke-opacity=".12"/></g>
            """)
        func shared(_ y: Double, _ opacity: Double) throws -> SVGPage {
            try page(
                #"<path id="a0" d="M10 0v40m20 0v-40"/>"#,
                """
                <g id="a-panel0-grid" fill="none"><g stroke="#000" opacity="\(opacity)"><use href="#a0" y="\(y)"/>\
                <path d="M10 25h20"/></g></g>
                """)
        }
        #expect(changes(alone, try shared(5, 0.12)).isEmpty)
        #expect(try shared(5, 0.12).scene.layers[0].nodes.count == 1)
        #expect(changes(alone, try shared(9, 0.12)).count == 1)
        #expect(changes(alone, try shared(5, 0.4)) == ["grid: colour changed from #000000 at 12 % to #000000 at 40 %"])
    }

    @Test(
        "A number that is none, or beyond what lossplot writes, is an error at its place",
        arguments: [
            ##"<path d="M1 2h3" stroke="#000" stroke-width="1e999"/>"##,
            ##"<path d="M1 2h3" stroke="#000" stroke-width="-1e300"/>"##,
            ##"<path d="M1 2h3" stroke="#000" stroke-width="wide"/>"##,
            ##"<path d="M1 2h3" stroke="#000" stroke-dasharray="3 inf"/>"##,
            ##"<path d="M1 2h3" stroke="#000" stroke-opacity="nan"/>"##,
            ##"<path d="M1 2h3" fill="#000" fill-opacity="1e400"/>"##,
            ##"<path d="M9e7 2h3e7" stroke="#000"/>"##, ##"<path d="M1 2v1e300" stroke="#000"/>"##,
            ##"<circle cx="1e400" cy="1" r="1" fill="#000"/>"##, ##"<circle cx="1" cy="1" r="0x10" fill="#000"/>"##,
            ##"<circle cx="1" cy="1" r="1e308" fill="#000" stroke="#fff" stroke-width="1"/>"##,
            ##"<g stroke="#000" opacity="infinity"/>"##,
            ##"<g stroke="#000"><path d="M1 2h3"/><use href="#a0" y="1e400"/></g>"##,
            ##"<g transform="scale(9e7)"><g transform="translate(9e7 9)" aria-label="2"><use href="#a0"/></g></g>"##,
        ])
    func numbers(element: String) throws {
        let error = #expect(throws: Diagnostic.self) {
            try page(glyph, "<g id=\"a-panel0-curve-mse\">\(element)</g>")
        }
        #expect(error?.place?.line == 4 && error?.place?.file == "a.svg", "\(String(describing: error))")
    }

    @Test("Dashes stand apart by spaces or commas, and lengths may have their unit")
    func spellings() throws {
        func line(_ attributes: String) throws -> SVGPage {
            try page("", "<g id=\"a-panel0-curve-mse\"><path d=\"M1 2h3\" stroke=\"#000\" \(attributes)/></g>")
        }
        let plain = try line(#"stroke-width="2" stroke-dasharray="5 3""#)
        #expect(changes(plain, try line(#"stroke-width="2px" stroke-dasharray="5,3""#)).isEmpty)
        #expect(
            changes(plain, try line(#"stroke-width="2" stroke-dasharray="none""#)) == [
                "curve mse: dash changed from 5 3 to solid"
            ])
    }

    @Test("A page has sides that lossplot draws", arguments: ["1e9", "-1", "1e400", "100%"])
    func sizes(side: String) {
        let error = #expect(throws: Diagnostic.self) {
            try SVGPage(Array("<svg width=\"\(side)\" height=\"9\"/>".utf8), file: "a.svg")
        }
        #expect(error?.message.contains("width '\(side)'") == true)
    }

    @Test("A line that runs off the page is compared on it, soon, and beyond it by how far it goes")
    func offThePage() throws {
        func figure(_ data: String) throws -> SVGPage {
            try page("", "<g id=\"a-legend\"><path d=\"\(data)\" fill=\"none\" stroke=\"#000\"/></g>")
        }
        let old = try figure("M1 2h30l20 20M5 5v9")
        let time = try processorTime {
            let words = changes(old, try figure("M1 2h9e7l20 20M5 5v9"))
            #expect(words == ["legend moved by more than 400 px"], "\(words)")
        }
        #expect(time < .seconds(1))
        let far = try figure("M1 2h1e5")
        #expect(changes(far, try figure("M1 2h1e5")).isEmpty)
        #expect(changes(far, try figure("M1 2h1000")) == ["legend: what lies outside the page changed"])
        #expect(changes(far, try figure("M1 2h1e5v3")) == ["legend: what lies outside the page changed"])
        #expect(changes(try figure("M1 2h30"), try figure("M1 2h30m1e5 0h5")).first?.hasPrefix("legend") == true)
    }

    @Test("A number on an axis may claim any power of ten")
    func powers() throws {
        func figure(_ label: String) throws -> SVGPage {
            try page(
                glyph,
                """
                <g id="a-panel0-numbers" fill="#000"><g transform="translate(10 20)scale(.125)" aria-label="\(label)">\
                <use href="#a0"/></g></g>
                """)
        }
        let window = PanelWindow(
            id: "panel0", area: Rect(x: 0, y: 0, width: 80, height: 60), x: 0...1, y: 0...1, xName: "x", yName: "y")
        let names = ["10⁻⁹²²³³⁷²⁰³⁶⁸⁵⁴⁷⁷⁵⁸⁰⁸", "10⁹²²³³⁷²⁰³⁶⁸⁵⁴⁷⁷⁵⁸⁰⁷", "1e400", "nan", "inf"]
        let pages = try names.map { DrawnPage(scene: try figure($0).scene, windows: [window]) }
        for (old, new) in zip(pages, pages.dropFirst()) {
            let found = SceneComparison(old: old, new: new, tolerances: ChangeTolerances()).changes()
            #expect(found.contains { $0.what.hasPrefix("ticks of") }, "\(found)")
        }
    }
}
