import Foundation
import FoundationXML
import Scenes
import Testing
import Typography

@testable import SVGWriter

struct SVGDocumentTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private func text(_ source: String, halo: Bool = false) throws -> Node {
        let shaped = fonts.shape(try RichText(source), style: TextStyle(size: 13))
        return .text(
            TextRun(
                text: shaped.text, origin: Point(x: 20, y: 30), width: shaped.width, color: Color(0x111111),
                halo: halo ? .init(color: Color(0xFFFFFF), width: 3) : nil, glyphRuns: shaped.glyphRuns,
                rules: shaped.rules))
    }

    private func scene(_ layers: [Group], title: String = "A title", description: String = "What it shows.") -> Scene {
        Scene(
            size: Size(width: 300, height: 200.5), background: Color(0xFFFFFF), title: title, description: description,
            language: "en", layers: layers)
    }

    /// A scene with one of everything.
    private func fullScene() throws -> Scene {
        let clip = Rect(x: 10, y: 10, width: 280, height: 180)
        let line = Shape(
            .line(from: Point(x: 0, y: 5), to: Point(x: 300, y: 5)),
            stroke: Stroke(color: Color(0, opacity: 0.4), width: 1, isCrisp: true))
        let curve = Shape(
            .circle(center: Point(x: 50, y: 50), radius: 20),
            stroke: Stroke(color: Color(0xC74440), width: 2.5, dash: [9, 6], isRound: true))
        return scene([
            Group(id: "grid", nodes: [.shape(line)]),
            Group(id: "curve", title: "MSE", clip: clip, nodes: [.shape(curve)]),
            Group(id: "curve2", clip: clip, nodes: [.group(Group(id: "inner", nodes: [.shape(curve)]))]),
            Group(
                id: "texts",
                nodes: [try text("Loss $J(\\theta)$", halo: true), try text("−0.5", halo: true), try text("Loss")]),
        ])
    }

    private func document(
        _ scene: Scene, text: SVGDocument.TextMode = .outlines, metadata: String = ""
    ) throws -> XMLElement {
        let bytes = SVGDocument(scene, prefix: "mse", fonts: fonts, text: text, metadata: metadata).bytes
        return try #require(try XMLDocument(data: Data(bytes)).rootElement())
    }

    private func all(_ name: String, in root: XMLElement) -> [XMLElement] {
        root.elements.filter { $0.name == name }
    }

    @Test("The figure has its size in pixels, a role, a title and a description")
    func root() throws {
        let root = try document(try fullScene())
        #expect(root.name == "svg" && root["width"] == "300px" && root["height"] == "200.5px")
        #expect(root["viewBox"] == "0 0 300 200.5" && root["role"] == "img" && root["lang"] == "en")
        #expect(root["aria-labelledby"] == "mse-title mse-desc")
        let (title, desc) = (try #require(all("title", in: root).first), try #require(all("desc", in: root).first))
        #expect(title["id"] == "mse-title" && title.stringValue == "A title")
        #expect(desc["id"] == "mse-desc" && desc.stringValue == "What it shows.")
        #expect(root.children?.compactMap(\.name).filter { $0 != "text" }.first == "title")
    }

    @Test(
        "Hostile texts come back as they were",
        arguments: [
            "]]>", "<script>alert(1)</script>", "\"quoted\" & 'so'", "</title></svg>", "&amp;", "a\u{9}b\nc",
            "损失 < θ 😀",
            "<!-- -->", "<![CDATA[x]]>",
        ])
    func hostile(words: String) throws {
        let scene = scene([Group(id: "a", title: words, nodes: [])], title: words, description: words)
        let root = try document(scene, metadata: words)
        #expect(all("title", in: root).map(\.stringValue) == [words, words])
        #expect(all("desc", in: root).map(\.stringValue) == [words])
        #expect(all("plan", in: root).map(\.stringValue) == [words])
        #expect(all("script", in: root).isEmpty)
    }

    @Test("Control characters, which XML has not, are replaced")
    func controls() throws {
        let root = try document(scene([], title: "a\u{0}b\u{1B}c\u{FFFF}"))
        #expect(all("title", in: root).first?.stringValue == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    }

    @Test(
        "Every id is the figure's own, none is used twice, and every reference has a target",
        arguments: SVGDocument.TextMode.allCases)
    func ids(mode: SVGDocument.TextMode) throws {
        let root = try document(try fullScene(), text: mode)
        let ids = root.elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("mse") })
        var references = root.elements.compactMap { $0["href"] }.map { String($0.dropFirst()) }
        references += root.elements.compactMap { $0["clip-path"] }.map { String($0.dropFirst(5).dropLast()) }
        references += root["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
        #expect(references.count > 4)
        #expect(references.allSatisfy { ids.contains($0) }, "\(references)")
    }

    @Test("Layers are groups with their name, title and clip; equal clips are written once")
    func groups() throws {
        let root = try document(try fullScene())
        let groups = all("g", in: root).filter {
            ["mse-grid", "mse-curve", "mse-curve2", "mse-inner"].contains($0["id"])
        }
        try #require(groups.count == 4)
        #expect(groups.map { $0["clip-path"] } == [nil, "url(#mse-clip0)", "url(#mse-clip0)", nil])
        #expect(groups[1].elements(forName: "title").map(\.stringValue) == ["MSE"])
        let clip = try #require(all("clipPath", in: root).first?.elements(forName: "rect").first)
        #expect(all("clipPath", in: root).count == 1)
        #expect(["x", "y", "width", "height"].map { clip[$0] } == ["10", "10", "280", "180"])
    }

    @Test("A stroke has its colour, width, dashes, caps and hairlines")
    func strokes() throws {
        let paths = all("path", in: try document(try fullScene())).filter { $0["stroke"] != nil }
        #expect(paths[0]["stroke-opacity"] == ".4" && paths[0]["stroke-width"] == nil)
        #expect(paths[0]["shape-rendering"] == "crispEdges" && paths[0]["fill"] == "none")
        #expect(paths[1]["stroke"] == "#c74440" && paths[1]["stroke-width"] == "2.5")
        #expect(paths[1]["stroke-dasharray"] == "9 6" && paths[1]["stroke-linecap"] == "round")
    }

    @Test("Text is outlines, a glyph that repeats defined once, the others in place, labelled with its words")
    func outlines() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("aaba a")])]))
        let definitions = all("path", in: root).filter { $0["id"] != nil }
        #expect(definitions.count == 1)
        #expect(all("use", in: root).count == 4)
        #expect(all("text", in: root).isEmpty)
        #expect(root.elements.compactMap { $0["aria-label"] } == ["aaba a"])
    }

    @Test("Glyphs of several sizes share their outline, and their place says the size")
    func sizes() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("$x^x$")])]))
        #expect(all("path", in: root).count == 1)
        let places = all("g", in: root).compactMap { $0["transform"] }
        #expect(places.count == 2)
        #expect(Set(places.map { $0.split(separator: ")").last }).count == 2, "\(places)")
    }

    @Test(
        "Every glyph stands where the scene puts it, to a tenth of a pixel, and is as large",
        arguments: ["$x^x$", "$\\frac{a_1+b^2}{2}$ and $\\sum_i x_i^2$", "Loss", "$\\sqrt{\\sigma(\\theta x_i)}$"])
    func places(source: String) throws {
        // Twice, so that every glyph is defined and used.
        let root = try document(scene([Group(id: "a", nodes: [try text(source), try text(source)])]))
        let shaped = fonts.shape(try RichText(source), style: TextStyle(size: 13))
        let expected = shaped.glyphRuns.flatMap { run in
            run.glyphs.filter { fonts.typeface(named: run.font)?.outline(of: $0.id).isEmpty == false }
                .map { (x: 20 + $0.x, y: 30 + $0.y, size: run.size) }
        }
        let uses = all("use", in: root)
        try #require(uses.count == 2 * expected.count)
        for (use, glyph) in zip(uses, expected + expected) {
            let place = use.placed(Point(x: use.number("x"), y: use.number("y")))
            #expect(abs(place.point.x - glyph.x) < 0.05 && abs(place.point.y - glyph.y) < 0.05)
            #expect(abs(place.scale * SVGGlyphs.unitsPerEm - glyph.size) < 0.005)
        }
    }

    @Test("A halo lies under the whole text, and the text is written once")
    func halo() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("−0.5", halo: true)])]))
        let layer = try #require(all("g", in: root).first { $0["id"] == "mse-a" })
        let nodes = (layer.children ?? []).compactMap { $0 as? XMLElement }
        try #require(nodes.map(\.name) == ["use", "g"])
        #expect(nodes[0]["href"] == "#mse-t0" && nodes[0]["stroke"] == "#fff")
        let text = try #require(nodes[1].elements(forName: "g").first)
        // Six points, in the text's own units of 13/200.
        #expect(text["id"] == "mse-t0" && text["stroke-width"] == "92")
        #expect(nodes[1]["fill"] == "#111")
    }

    @Test("Live text is text elements with families to fall back on")
    func live() throws {
        let root = try document(
            scene([Group(id: "a", nodes: [try text("Loss <1> $\\theta$")])]), text: .live)
        let texts = all("text", in: root)
        #expect(texts.map(\.stringValue) == ["Loss <1> ", "\u{1D703}"])
        #expect(texts.allSatisfy { $0["x"] != nil && $0["y"] == "30" })
        #expect(texts[0]["font-family"] == "'Inter', sans-serif" && texts[0]["font-size"] == "13px")
        #expect(texts[1]["font-family"]?.hasSuffix(", math, serif") == true)
        #expect(all("use", in: root).isEmpty)
    }

    @Test(
        "A fraction's bar is a rectangle, and its formula one label", arguments: [SVGDocument.TextMode.outlines, .live])
    func rules(mode: SVGDocument.TextMode) throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("$\\frac{a+1}2$")])]), text: mode)
        let shaped = fonts.shape(try RichText("$\\frac{a+1}2$"), style: TextStyle(size: 13))
        let bars = all("rect", in: root).filter { $0["fill"] == nil }
        let bar = try #require(bars.first)
        #expect(bars.count == 1)
        let place = bar.placed(Point(x: bar.number("x"), y: bar.number("y")))
        let rule = shaped.rules[0]
        for (length, expected) in [
            (place.point.x, 20 + rule.x), (place.point.y, 30 + rule.y), (bar.number("width") * place.scale, rule.width),
            (bar.number("height") * place.scale, rule.height),
        ] {
            #expect(abs(length - expected) <= 0.0051)
        }
        #expect(root.elements.compactMap { $0["aria-label"] } == ["(a + 1)/2"])
    }

    @Test("In live text, what no viewer would draw from characters is outlines: delimiters that have grown")
    func liveStretched() throws {
        let root = try document(
            scene([Group(id: "a", nodes: [try text("$\\left(\\dfrac{a}{2}\\right)$")])]), text: .live)
        #expect(all("text", in: root).map(\.stringValue) == ["\u{1D44E}", "2"])
        // Either stands once, and so in place.
        #expect(all("path", in: root).count == 2)
    }

    @Test("A font that nobody knows draws nothing")
    func unknownFont() throws {
        let run = GlyphRun(
            font: "No Such Font", size: 13, text: "a", glyphs: [PositionedGlyph(id: 5, x: 0, y: 0, cluster: 0)])
        let node = Node.text(
            TextRun(text: "a", origin: Point(x: 0, y: 0), width: 9, color: Color(0), glyphRuns: [run]))
        #expect(all("use", in: try document(scene([Group(id: "a", nodes: [node])]))).isEmpty)
        #expect(all("text", in: try document(scene([Group(id: "a", nodes: [node])]), text: .live)).count == 1)
    }

    @Test("The same scene gives the same bytes")
    func deterministic() throws {
        let scene = try fullScene()
        let other = try FontBook()
        let bytes = SVGDocument(scene, prefix: "mse", fonts: fonts, metadata: "{}").bytes
        #expect(SVGDocument(scene, prefix: "mse", fonts: fonts, metadata: "{}").bytes == bytes)
        #expect(SVGDocument(scene, prefix: "mse", fonts: other, metadata: "{}").bytes == bytes)
        #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
}
