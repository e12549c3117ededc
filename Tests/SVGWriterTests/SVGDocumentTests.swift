import Foundation
import FoundationXML
import Scenes
import Testing
import Typography

@testable import SVGWriter

struct SVGDocumentTests: SVGDocumentSuite {
    let fonts: FontBook

    init() throws { fonts = try FontBook() }

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
        let reference = try #require(groups[1]["clip-path"])
        #expect(groups.map { $0["clip-path"] } == [nil, reference, reference, nil])
        #expect(groups[1].elements(forName: "title").map(\.stringValue) == ["MSE"])
        let clip = try #require(all("clipPath", in: root).first?.elements(forName: "rect").first)
        #expect(all("clipPath", in: root).count == 1)
        #expect(["x", "y", "width", "height"].map { clip[$0] } == ["10", "10", "280", "180"])
    }

    @Test("A stroke has its colour, width, dashes, caps and hairlines")
    func strokes() throws {
        let root = try document(try fullScene())
        // The curve is a circle.
        let paths = root.elements.filter { ["path", "circle"].contains($0.name) && $0["stroke"] != nil }
        try #require(paths.count > 1)
        #expect(paths[0]["stroke-opacity"] == ".4" && paths[0]["stroke-width"] == nil)
        #expect(paths[0]["shape-rendering"] == "crispEdges" && paths[0]["fill"] == "none")
        #expect(paths[1]["stroke"] == "#c74440" && paths[1]["stroke-width"] == "2.5")
        #expect(paths[1]["stroke-dasharray"] == "9 6" && paths[1]["stroke-linecap"] == "round")
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
