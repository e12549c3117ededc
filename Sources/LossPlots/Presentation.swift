import Diagnostics
import Figures
import Scenes
import Typography

/// The words and looks of a figure, of whatever kind, every default resolved.
public struct Presentation: Equatable, Sendable, Codable {
    /// What the figure shows; empty for none.
    public var title: String
    /// The formula under the title; empty for none.
    public var subtitle: String
    /// Empty for none.
    public var xLabel: String
    /// Of J itself where there are panels of derivatives, which add primes. Empty for none.
    public var yLabel: String
    /// A line of the author's under the plot; empty for none.
    public var caption: String
    /// For readers who cannot see the figure; nil where the figure states its facts itself.
    public var alternative: String?
    public var language: Language
    public var theme: ThemeName
    public var extent: Extent
    /// Pixels a point in a PNG.
    public var scale: Double

    public enum Language: String, CaseIterable, Sendable, Codable {
        case english = "en"
        case chinese = "zh"

        /// BCP 47.
        public var tag: String {
            switch self {
            case .english: "en"
            case .chinese: "zh-Hans"
            }
        }
    }

    public enum ThemeName: String, CaseIterable, Sendable, Codable {
        case graphpaper
        case graphpaperDark = "graphpaper-dark"
        case paper
    }

    /// Which size is given, in points.
    public enum Extent: Equatable, Sendable {
        case figure(size: Size)
        case plotArea(size: Size)

        public static let standard = Extent.figure(size: Size(width: 800, height: 500))

        /// The one that is given, in points.
        var size: Size {
            switch self {
            case .figure(let size), .plotArea(let size): size
            }
        }

        var figureExtent: Figure.Extent {
            switch self {
            case .figure(let size): .figure(size)
            case .plotArea(let size): .plotArea(size)
            }
        }
    }

    /// Sentences of a description, one after the other.
    func joined(_ sentences: [String]) -> String { sentences.joined(separator: language == .chinese ? "" : " ") }
}

/// The words and looks that a user asked for; nil means the default.
public struct PresentationSpec: Equatable, Sendable {
    public var title: String?
    public var subtitle: String?
    public var xLabel: String?
    public var yLabel: String?
    public var caption: String?
    public var alternative: String?
    public var language: String?
    public var theme: String?
    public var extent: Presentation.Extent?
    public var scale: Double?

    public init() {}

    /// - Throws: `Diagnostic` when the language is none.
    func resolvedLanguage() throws -> Presentation.Language {
        try NamedChoice.value(language, default: .english, kind: "language")
    }

    /// What was asked for, and for the rest the words that the kind of figure has.
    ///
    /// - Throws: `Diagnostic` when the language or the theme is none.
    func resolved(title: String, subtitle: String, xLabel: String, yLabel: String) throws -> Presentation {
        Presentation(
            title: self.title ?? title, subtitle: self.subtitle ?? subtitle, xLabel: self.xLabel ?? xLabel,
            yLabel: self.yLabel ?? yLabel, caption: caption ?? "", alternative: alternative,
            language: try resolvedLanguage(),
            theme: try NamedChoice.value(theme, default: .graphpaper, kind: "theme"), extent: extent ?? .standard,
            scale: scale ?? 2)
    }
}

/// The texts of a presentation, parsed once: a figure is laid out several times before its axes stand.
struct PresentedTexts {
    let title: RichText?
    let subtitle: RichText?
    let xLabel: RichText?
    let yLabel: RichText?
    let caption: RichText?

    /// - Throws: `Diagnostic` when one cannot be set.
    init(_ presentation: Presentation) throws {
        title = try LabelText.parsed(presentation.title, "title", about: Setting(.title))
        subtitle = try LabelText.parsed(presentation.subtitle, "subtitle", about: Setting(.subtitle))
        xLabel = try LabelText.parsed(presentation.xLabel, "x label", about: Setting(.xLabel))
        yLabel = try LabelText.parsed(presentation.yLabel, "y label", about: Setting(.yLabel))
        caption = try LabelText.parsed(presentation.caption, "caption", about: Setting(.caption))
    }
}
