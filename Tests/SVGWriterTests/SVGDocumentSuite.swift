import Foundation
import FoundationXML
import Scenes
import Testing
import Typography

@testable import SVGWriter

/// Scenes of one text and more, and their documents read back.
protocol SVGDocumentSuite {
    var fonts: FontBook { get }
}

extension SVGDocumentSuite {
    func text(_ source: String, halo: Bool = false) throws -> Node { text(try RichText(source), halo: halo) }

    func text(
        _ text: RichText, weight: TextStyle.Weight = .regular, y: Double = 30, halo: Bool = false
    ) -> Node {
        let shaped = fonts.shape(text, style: TextStyle(size: 13, weight: weight))
        return .text(
            TextRun(
                text: shaped.text, origin: Point(x: 20, y: y), width: shaped.width, color: Color(0x111111),
                halo: halo ? .init(color: Color(0xFFFFFF), width: 3) : nil, glyphRuns: shaped.glyphRuns,
                rules: shaped.rules))
    }

    func scene(_ layers: [Group], title: String = "A title", description: String = "What it shows.") -> Scene {
        Scene(
            size: Size(width: 300, height: 200.5), background: Color(0xFFFFFF), title: title, description: description,
            language: "en", layers: layers)
    }

    func document(
        _ scene: Scene, text: SVGDocument.TextMode = .outlines, metadata: String = ""
    ) throws -> XMLElement {
        let bytes = SVGDocument(scene, prefix: "mse", fonts: fonts, text: text, metadata: metadata).bytes
        return try #require(try XMLDocument(data: Data(bytes)).rootElement())
    }

    func all(_ name: String, in root: XMLElement) -> [XMLElement] {
        root.elements.filter { $0.name == name }
    }
}
