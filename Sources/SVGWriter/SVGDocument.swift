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
    public init(
        _ scene: Scene, prefix: String, fonts: FontBook, text: TextMode = .outlines, metadata: String = ""
    ) {
        self.scene = scene
        self.prefix = prefix
        self.fonts = fonts
        self.text = text
        self.metadata = metadata
    }

    /// UTF-8.
    ///
    /// - Complexity: O(nodes + glyphs).
    public var bytes: [UInt8] {
        var body = SVGBody(prefix: prefix, fonts: fonts, text: text)
        for layer in scene.layers { body.append(layer, depth: 0) }
        let (width, height) = (SVGNumber.text(scene.size.width), SVGNumber.text(scene.size.height))
        var document = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)px" height="\(height)px" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(prefix)-title \(prefix)-desc" \
            lang="\(SVGText.escaped(scene.language))">
            <title id="\(prefix)-title">\(SVGText.escaped(scene.title))</title>
            <desc id="\(prefix)-desc">\(SVGText.escaped(scene.description))</desc>

            """
        if !metadata.isEmpty {
            document += """
                <metadata><plan xmlns="urn:lossplot:plan">\(SVGText.escaped(metadata))</plan></metadata>

                """
        }
        let definitions = body.definitions
        if !definitions.isEmpty { document += "<defs>\n\(definitions)</defs>\n" }
        document += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(scene.background.hex)\"/>\n"
        document += body.text
        document += "</svg>\n"
        return Array(document.utf8)
    }
}
