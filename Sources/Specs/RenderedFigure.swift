import Diagnostics
import Figures
import LossPlots
import OutputFiles
import Typography

/// All files of one spec, drawn but not yet written.
///
/// ```swift
/// let spec = try FigureSpec(bytes, file: "plots/both.yaml")
/// let figure = try RenderedFigure(spec, fonts: FontBook())
/// try OutputFiles.write(figure.files)
/// ```
public struct RenderedFigure: Sendable {
    /// Those that are to be written.
    public var files: [OutputFile] = []
    /// How many are what this program would write, and were left alone.
    public var currentCount = 0
    /// Of all languages and themes, each once.
    public var warnings: [Diagnostic] = []
    /// What a gallery shows of it: a view of each language in which it was laid out.
    public var entry: Gallery.Entry

    /// - Parameters:
    ///   - viewsAll: whether it is laid out in every language for its entry, though every file is up to date.
    ///   - isCurrent: whether a file that is there holds the plan given and need not be drawn again. Default: every file
    ///     is drawn.
    /// - Throws: `Diagnostic` with the first thing that is wrong, an assertion that does not hold among them.
    public init(
        _ spec: FigureSpec, fonts: FontBook, viewsAll: Bool = false,
        isCurrent: (FigureVariant.Output, _ planText: String) -> Bool = { _, _ in false }
    ) throws {
        entry = Gallery.Entry(spec)
        let variants = try spec.variants()
        let memory = VariantMemory()
        for (index, variant) in variants.enumerated() {
            let resolved = try spec.located(variant.language) { try variant.request.resolved(memory: memory) }
            if index == 0 {
                var facts = FigureFacts(resolved)
                for assertion in spec.assertions { try assertion.check(&facts) }
            }
            let planText = try resolved.planText()
            let stale = variant.outputs.filter { !isCurrent($0, planText) }
            currentCount += variant.outputs.count - stale.count
            // In other themes it has the same words and size.
            let isView = variant.theme == spec.themes[0]
            if stale.isEmpty, !(viewsAll && isView) { continue }
            let drawn = try spec.located(variant.language) {
                try resolved.drawn(with: fonts, memory: memory, planText: planText)
            }
            if isView {
                let own = variants.filter { $0.language == variant.language }
                entry.views.append(.init(of: drawn.plot.scene, own, language: variant.language))
            }
            if stale.isEmpty { continue }
            for output in stale {
                let bytes = try spec.located(variant.language) { try drawn.bytes(as: output.format) }
                files.append(OutputFile(path: output.path, bytes: bytes))
            }
            // Most are the same in every language and theme.
            for warning in drawn.plot.warnings.map({ spec.located($0, variant.language) })
            where !warnings.contains(warning) { warnings.append(warning) }
        }
    }

    /// Whether a file on the disk is what this program would write for a plan.
    public static func isCurrent(_ output: FigureVariant.Output, planText: String) -> Bool {
        guard let bytes = try? InputFile.read(path: output.path, limit: 256 << 20) else { return false }
        return EmbeddedPlan.isCurrent(bytes, format: output.format, planText: planText)
    }
}

extension FigureSpec {
    fileprivate func located(_ warning: Diagnostic, _ language: Presentation.Language) -> Diagnostic {
        do {
            return try located(language) { throw warning }
        } catch {
            return error as? Diagnostic ?? warning
        }
    }
}
