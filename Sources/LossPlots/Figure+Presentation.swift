import Figures
import Scenes
import Typography

extension Figure {
    /// A figure with a plan's name, size, words and looks.
    ///
    /// - Parameters:
    ///   - texts: of the plan's presentation.
    init(
        _ plan: some FigurePlan, _ texts: PresentedTexts, panels: [Panel], space: Space? = nil, verdicts: [RichText],
        notes: [RichText], description: String
    ) {
        let presentation = plan.presentation
        self.init(
            name: plan.name, extent: presentation.extent.figureExtent, theme: presentation.theme.theme,
            language: presentation.language.tag, title: texts.title, subtitle: texts.subtitle, panels: panels,
            space: space, verdicts: verdicts, caption: texts.caption, notes: notes, description: description)
    }
}

extension Presentation.ThemeName {
    var theme: Theme {
        switch self {
        case .graphpaper: .graphpaper
        case .graphpaperDark: .graphpaperDark
        case .paper: .paper
        }
    }
}
