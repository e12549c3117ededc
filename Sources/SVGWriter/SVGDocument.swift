import Scenes
import Typography

/// Writes a scene as an SVG that reads like one: a title and a description, one group a layer, pixel units, ids that
/// begin with the figure's name, so that several figures can stand in one page.
///
/// ```swift
/// let svg = SVGDocument(scene, prefix: "mse", fonts: fonts).bytes
/// ```
public struct SVGDocument {
    private let scene: Scene
    private let prefix: String
    private let fonts: FontBook
    private let text: TextMode
    private let metadata: String
    private let program: String

    /// How text is written.
    public enum TextMode: String, CaseIterable, Codable, Sendable {
        /// As outlines, the same on every machine.
        case outlines
        /// As text, for pages that bring the fonts.
        case live
    }

    /// - Parameters:
    ///   - prefix: begins every id; letters, digits and hyphens.
    ///   - metadata: kept in the document as it is, for programs.
    ///   - program: that made the metadata, with its version; empty for none.
    public init(
        _ scene: Scene, prefix: String, fonts: FontBook, text: TextMode = .outlines, metadata: String = "",
        program: String = ""
    ) {
        self.scene = scene
        self.prefix = prefix
        self.fonts = fonts
        self.text = text
        self.metadata = metadata
        self.program = program
    }

    /// UTF-8.
    ///
    /// - Complexity: O(nodes + glyphs).
    public var bytes: [UInt8] {
        let body = SVGBody(scene.layers, prefix: prefix, fonts: fonts, text: text)
        var document = SVGMarkup()
        document.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        for (name, length) in [("width", scene.size.width), ("height", scene.size.height)] {
            document.append(" \(name)=\"")
            document.append(length: length)
            document.append("px\"")
        }
        document.append(" viewBox=\"0 0 ")
        document.append(length: scene.size.width)
        document.append(" ")
        document.append(length: scene.size.height)
        document.append("\" role=\"img\" aria-labelledby=\"\(prefix)-title \(prefix)-desc\" lang=\"")
        document.append(escaped: scene.language, inAttribute: true)
        document.append("\">\n<title id=\"\(prefix)-title\">")
        document.append(escaped: scene.title)
        document.append("</title>\n<desc id=\"\(prefix)-desc\">")
        document.append(escaped: scene.description)
        document.append("</desc>\n")
        if !metadata.isEmpty {
            document.append("<metadata><plan xmlns=\"urn:lossplot:plan\"")
            if !program.isEmpty {
                document.append(" program=\"")
                document.append(escaped: program, inAttribute: true)
                document.append("\"")
            }
            document.append(">")
            document.append(escaped: metadata)
            document.append("</plan></metadata>\n")
        }
        let definitions = body.definitions
        if !definitions.bytes.isEmpty {
            document.append("<defs>\n")
            document.append(definitions)
            document.append("</defs>\n")
        }
        document.append("<rect")
        document.append(attribute: "width", scene.size.width)
        document.append(attribute: "height", scene.size.height)
        document.append(paint: "fill", scene.background)
        document.append("/>\n")
        document.append(body.markup)
        document.append("</svg>\n")
        return document.bytes
    }
}
