import Figures
import Scenes
import Typography

/// What stands beside the paths and minima of a drawing, so that the lines under it need not say it again.
struct DescentLabels: Equatable {
    /// Whether the paths are drawn with their numbers of steps: on curves beside their starts, over a plane beside their ends.
    var tellsSteps: Bool
    /// Whether minima have their values in view: on curves beside them, over a plane in lines of their own.
    var tellsMinima: Bool
    /// Labels that the drawing has no place for.
    var unplaced: Set<String> = []
    /// All that it should have place for, when that is known: what another computation would write otherwise is not there.
    var known: Set<String>?

    static let none = DescentLabels(tellsSteps: false, tellsMinima: false)

    func tellSteps(by label: RichText) -> Bool { tellsSteps && isDrawn(label.plainText) }

    /// - Parameter label: beside the minimum.
    func tellMinimum(by label: String) -> Bool { tellsMinima && isDrawn(label) }

    private func isDrawn(_ label: String) -> Bool {
        !unplaced.contains(label) && known.map { $0.contains(label) } ?? true
    }
}

/// The lines on descents under a drawing: they say what the drawing does not.
struct DescentLines {
    private(set) var lines: [RichText]
    private let descents: DescentDrawing
    private var labels: DescentLabels

    /// - Parameter labels: those that the drawing should have place for.
    /// - Throws: `Diagnostic` when a line cannot be set.
    init(_ descents: DescentDrawing, beside labels: DescentLabels) throws {
        (self.descents, self.labels) = (descents, labels)
        lines = try descents.lines(beside: labels)
    }

    /// From now on the lines say what the labels of a figure would that its drawing has no place for.
    ///
    /// A longer line may take another label's place: that is told as well with the next drawing, until all is told.
    ///
    /// - Returns: whether they changed, and the figure is to be drawn again.
    /// - Throws: `Diagnostic` when a line cannot be set.
    mutating func tell(whatIsNotIn scene: Scene, of figure: Figure) throws -> Bool {
        if lines.isEmpty { return false }
        labels.known = figure.labelsAtPoints
        labels.unplaced.formUnion(figure.unplacedLabels(in: scene))
        let told = try descents.lines(beside: labels)
        if told == lines { return false }
        lines = told
        return true
    }
}

extension Figure {
    /// The labels of points and paths.
    fileprivate var labelsAtPoints: Set<String> {
        Set(panels.flatMap(\.marks).flatMap(\.labelsAtPoints).map(\.plainText))
    }

    /// Labels of points and paths that a drawing of the figure has no place for.
    func unplacedLabels(in scene: Scene) -> Set<String> {
        Set(
            panels.flatMap { panel -> [String] in
                var drawn = scene.layers.first { $0.id == "\(panel.id)-annotations" }?.texts.map(\.text) ?? []
                // Of two with the same words each needs its place.
                return panel.marks.flatMap(\.labelsAtPoints).map(\.plainText).filter { label in
                    guard let place = drawn.firstIndex(of: label) else { return true }
                    drawn.remove(at: place)
                    return false
                }
            })
    }
}

extension Mark {
    fileprivate var labelsAtPoints: [RichText] {
        switch self {
        case .points(let points): points.labels.filter { !$0.source.isEmpty }
        case .path(let path): [path.startLabel, path.endLabel].compactMap { $0 }
        default: []
        }
    }
}
