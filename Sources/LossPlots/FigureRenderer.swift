import CairoRenderer
import Diagnostics
import SVGWriter
import Scenes
import Typography

/// The kinds of files a figure is written as.
public enum FileFormat: String, CaseIterable, Sendable {
    case png
    case svg
    case pdf

    /// The format of a path's ending, in any case.
    public init?(endingOf path: String) {
        guard let dot = path.lastIndex(of: "."),
            let format = FileFormat(rawValue: path[path.index(after: dot)...].lowercased())
        else { return nil }
        self = format
    }
}

/// A figure's bytes in one format.
public struct RenderedFile: Sendable {
    public var path: String
    public var format: FileFormat
    public var bytes: [UInt8]

    public init(path: String, format: FileFormat, bytes: [UInt8]) {
        self.path = path
        self.format = format
        self.bytes = bytes
    }
}

/// Writes a scene in any format, with the plan it was made from inside.
public struct FigureRenderer {
    private let scene: Scene
    private let plan: any FigurePlan
    private let fonts: FontBook
    /// The plan as JSON on one line.
    private let planText: String

    public init(_ scene: Scene, plan: some FigurePlan, fonts: FontBook) throws {
        self.init(scene, plan: plan, planText: try EmbeddedPlan.text(of: plan), fonts: fonts)
    }

    /// - Parameter planText: of the plan, as ``EmbeddedPlan`` writes it.
    init(_ scene: Scene, plan: any FigurePlan, planText: String, fonts: FontBook) {
        self.scene = scene
        self.plan = plan
        self.planText = planText
        self.fonts = fonts
    }

    /// The keyword of the PNG text chunk that holds the plan.
    public static let planKeyword = "lossplot plan"

    /// - Throws: `Diagnostic` when the figure is larger than the format allows, and with the libraries' own words.
    public func bytes(as format: FileFormat, svgText: SVGDocument.TextMode = .outlines) throws -> [UInt8] {
        switch format {
        case .png:
            try PNGRenderer.render(
                scene, scale: plan.presentation.scale, fonts: fonts,
                text: [
                    ("Title", scene.title), ("Description", scene.description), ("Software", program),
                    (FigureRenderer.planKeyword, planText),
                ])
        case .svg:
            SVGDocument(scene, prefix: idPrefix, fonts: fonts, text: svgText, metadata: planText, program: program)
                .bytes
        case .pdf:
            try PDFRenderer.render(
                scene, fonts: fonts,
                metadata: .init(
                    title: scene.title, subject: scene.description, keywords: planText, creator: program))
        }
    }

    private var program: String { EmbeddedPlan.program }

    /// The figure's name, and a letter and three more of the plan's checksum: two figures of one name in a page share ids
    /// once in 1,213,056 pairs, and the bytes do not depend on the file's name. Glyphs' ids begin with those four alone,
    /// hence a letter first.
    private var idPrefix: String {
        let number = UInt64(Checksum.sha256(Array(planText.utf8)).prefix(12), radix: 16) ?? 0
        let (letter, rest) = (number % 26, number / 26 % 46_656)
        let letters = String(rest, radix: 36)
        return plan.name + "-" + String(UnicodeScalar(UInt8(ascii: "a") + UInt8(letter)))
            + String(repeating: "0", count: 3 - letters.utf8.count) + letters
    }
}
