import Figures
import LossPlots
import Pages
import Scenes

/// A page that shows figures in every language and theme they have. It works from the disk, beside the figures.
///
/// ```swift
/// let gallery = Gallery(try specs.map { try RenderedFigure($0, fonts: fonts).entry })
/// try OutputFiles.write([OutputFile(path: "plots/figures/index.html", bytes: gallery.html)])
/// ```
public struct Gallery: Sendable {
    public var entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// One figure.
    public struct Entry: Equatable, Sendable {
        public var name: String
        /// The path of its spec file, as the command takes it.
        public var file: String
        public var views: [View]

        /// The figure in one language.
        public struct View: Equatable, Sendable {
            public var language: Presentation.Language
            public var title: String
            /// The figure in words.
            public var description: String
            /// Points.
            public var size: Size
            /// Every file, in the order of the spec's themes.
            public var images: [Image]
        }

        public struct Image: Equatable, Sendable {
            public var theme: Presentation.ThemeName
            public var format: FileFormat
            /// Beside the page.
            public var fileName: String
        }

        /// A figure of which no view is known yet.
        init(_ spec: FigureSpec) {
            name = spec.name
            file = spec.file
            views = []
        }
    }
}

extension Gallery.Entry.View {
    /// - Parameters:
    ///   - scene: of the first variant.
    ///   - variants: all in one language.
    init(of scene: Scene, _ variants: [FigureVariant], language: Presentation.Language) {
        self.language = language
        (title, description, size) = (scene.title, scene.description, scene.size)
        images = variants.flatMap { variant in
            variant.outputs.map { output in
                Gallery.Entry.Image(
                    theme: variant.theme, format: output.format,
                    fileName: output.path.split(separator: "/").last.map(String.init) ?? output.path)
            }
        }
    }

    /// What a page shows of a theme: SVG where there is one, else PNG.
    func image(isDark: Bool) -> Gallery.Entry.Image? {
        let own = images.filter { ($0.theme == .graphpaperDark) == isDark }
        return own.first { $0.format == .svg } ?? own.first { $0.format == .png }
    }

    /// The figure for a page of anybody's: it follows the reader's colour scheme.
    ///
    /// - Parameter directory: that the files lie in, seen from the page; empty or with a slash at its end.
    func pictureElement(directory: String = "", isLazy: Bool = false) -> String? {
        func url(_ image: Gallery.Entry.Image) -> String { HTMLMarkup.url(ofPath: directory + image.fileName) }
        guard let first = image(isDark: false) ?? image(isDark: true) else { return nil }
        let lazy = isLazy ? " loading=\"lazy\"" : ""
        let element =
            "<img src=\"\(url(first))\" width=\"\(Int(size.width.rounded()))\" height=\"\(Int(size.height.rounded()))\""
            + "\(lazy) alt=\"\(HTMLMarkup.escaped(description))\">"
        guard first.theme != .graphpaperDark, let dark = image(isDark: true) else { return element }
        return "<picture><source srcset=\"\(url(dark))\" media=\"(prefers-color-scheme: dark)\">\(element)</picture>"
    }
}
