import Diagnostics
import LossPlots
import OutputFiles

/// A spec's figure in one language and theme.
public struct FigureVariant: Sendable {
    public var language: Presentation.Language
    public var theme: Presentation.ThemeName
    public var request: FigureRequest
    /// Where it is written, in each format.
    public var outputs: [Output]

    public struct Output: Equatable, Sendable {
        public var path: String
        public var format: FileFormat
    }
}

extension FigureSpec {
    /// The directory of the outputs, without a slash at its end.
    public var outputDirectory: String { FigureSpec.outputDirectory(of: file) }

    /// The same of a spec file, whatever it says.
    public static func outputDirectory(of file: String) -> String {
        (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + "figures"
    }

    /// Every file that is written: `NAME.LANGUAGE.FORMAT`, of themes after the first `NAME.LANGUAGE.THEME.FORMAT`.
    public var outputs: [FigureVariant.Output] {
        languages.flatMap { language in themes.flatMap { outputs(language, $0) } }
    }

    private func outputs(_ language: Presentation.Language, _ theme: Presentation.ThemeName) -> [FigureVariant.Output] {
        let middle = theme == themes[0] ? language.rawValue : "\(language.rawValue).\(theme.rawValue)"
        return formats.map { format in
            FigureVariant.Output(path: "\(outputDirectory)/\(name).\(middle).\(format.rawValue)", format: format)
        }
    }

    /// The figure in every language and theme. Reads the data.
    ///
    /// - Throws: `Diagnostic` when the data cannot be read.
    public func variants() throws -> [FigureVariant] {
        let source = try plotSource()
        let gridSpec = try gridSource()
        return languages.flatMap { language in
            themes.map { theme in
                FigureVariant(
                    language: language, theme: theme, request: request(language, theme, source, gridSpec),
                    outputs: outputs(language, theme))
            }
        }
    }

    /// 1 GiB.
    private static let dataLimit = 1 << 30

    private func plotSource() throws -> PlotSpec.DataSource {
        switch data {
        case .builtIn(let samples): return .builtIn(samples: samples)
        case .file(let name, let x, let y, let skipMissing, let place):
            // By the name in the spec: the figure is the same from wherever the command runs.
            return .table(bytes: try bytes(of: name, namedAt: place), path: name, x: x, y: y, skipMissing: skipMissing)
        }
    }

    private func gridSource() throws -> GridSpec? {
        try grid.map {
            GridSpec(bytes: try bytes(of: $0.path, namedAt: $0.place), path: $0.path, x: $0.x, y: $0.y)
        }
    }

    private func bytes(of name: String, namedAt place: Diagnostic.Place) throws -> [UInt8] {
        let path = try Repository(of: file).path(of: name, namedAt: place)
        do {
            return try InputFile.read(path: path, limit: FigureSpec.dataLimit)
        } catch {
            throw Diagnostic(error.message, at: place, hint: error.hint)
        }
    }

    /// The file that the figure's numbers come from, as the spec names it.
    private var dataFile: String? {
        if let grid { return grid.path }
        if case .file(let name, _, _, _, _) = data { return name }
        return nil
    }

    private func request(
        _ language: Presentation.Language, _ theme: Presentation.ThemeName, _ source: PlotSpec.DataSource,
        _ gridSpec: GridSpec?
    ) -> FigureRequest {
        switch kind {
        case .curve: return .curve(plotSpec(language, theme, source))
        case .contour, .surface, .both:
            var contour = ContourSpec(plotSpec(language, theme, source))
            if kind == .surface { contour.kind = .surface }
            if kind == .both { contour.kind = .both }
            contour.levels = levels
            contour.grid = gridSpec
            contour.fill = fill
            contour.colors = colors?.rawValue
            contour.space = space
            contour.space.zLabel = zLabel?.text(in: language)
            return .contour(contour)
        case .bars: return .bars(distributionSpec(language, theme))
        case .simplex: return .simplex(distributionSpec(language, theme))
        }
    }

    private func plotSpec(
        _ language: Presentation.Language, _ theme: Presentation.ThemeName, _ source: PlotSpec.DataSource
    ) -> PlotSpec {
        var spec = PlotSpec(losses: losses, data: source)
        spec.formulas = formulas.map { $0.formula(in: language) }
        spec.link = link
        spec.theta = horizontal
        spec.yRange = vertical
        spec.derivatives = derivatives
        spec.panels = panels
        spec.marks = marks.map { $0.isEmpty ? ["none"] : $0 }
        spec.descent = descent
        spec.presentation = presentation(language, theme)
        return spec
    }

    private func distributionSpec(
        _ language: Presentation.Language, _ theme: Presentation.ThemeName
    ) -> DistributionSpec {
        var spec = DistributionSpec(
            losses: losses, truth: truth,
            predictions: predictions.map { prediction in
                .init(name: prediction.name?.text(in: language), probabilities: prediction.probabilities)
            })
        spec.classes = classes?.compactMap { $0.text(in: language) }
        spec.levels = levels
        spec.fill = fill
        spec.colors = colors?.rawValue
        spec.presentation = presentation(language, theme)
        return spec
    }

    private func presentation(
        _ language: Presentation.Language, _ theme: Presentation.ThemeName
    ) -> PresentationSpec {
        var words = PresentationSpec()
        words.title = title?.text(in: language)
        words.subtitle = subtitle?.text(in: language)
        words.xLabel = xLabel?.text(in: language)
        words.yLabel = yLabel?.text(in: language)
        words.caption = caption?.text(in: language)
        words.alternative = alternative?.text(in: language)
        words.language = language.rawValue
        words.theme = theme.rawValue
        words.extent = extent
        words.scale = scale
        return words
    }

    /// Gives an error of the figure the place in the spec of what it is about, and one of its data the data's path.
    ///
    /// - Parameter language: of the figure, where each has texts of its own.
    func located<Value>(_ language: Presentation.Language, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch var diagnostic as Diagnostic {
            if let place = diagnostic.place, place.file != file, let name = dataFile, place.file == name {
                diagnostic.place?.file = outputDirectory.dropLast("figures".count) + name
            } else if diagnostic.place == nil {
                diagnostic.place = places.value(of: diagnostic.setting, in: language)
            }
            throw diagnostic.inSpecWords
        }
    }
}
