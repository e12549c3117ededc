import Diagnostics
import LossPlots
import Scenes

/// A figure as a spec file describes it, as far as it says; nil means the default.
///
/// ```swift
/// let spec = try FigureSpec(Array("losses: [mse, ce]\nlanguages: [en, zh]".utf8), file: "plots/both.yaml")
/// spec.name  // both
/// ```
public struct FigureSpec: Equatable, Sendable {
    /// The path of the spec file, by which errors name it.
    public var file: String
    /// Where the file says what; none of a spec that was not read.
    public internal(set) var places: SpecPlaces
    /// Of the outputs; default: the file's without its ending.
    public var name: String
    public var kind = Kind.curve
    /// Names, with their parameters.
    public var losses: [String] = []
    /// Instead of losses.
    public var formulas: [NamedFormula] = []
    /// Instead of both.
    public var grid: Grid?
    /// Of a figure about predictions: a probability a class.
    public var truth: [Double]?
    public var predictions: [Prediction] = []
    /// At the corners of the triangle.
    public var classes: [LocalText]?
    public var data = Source.builtIn(samples: 7)
    public var link: String?
    /// The window of the horizontal axis: of θ, x or w.
    public var horizontal: ClosedRange<Double>?
    /// The window of the vertical axis: of J, f, y or b.
    public var vertical: ClosedRange<Double>?
    public var levels: [Double]?
    /// Of a surface.
    public var space = SpaceSpec()
    /// Whether the bands between levels are painted.
    public var fill: Bool?
    public var colors: ColormapName?
    public var derivatives: [Int]?
    public var panels: Bool?
    /// Empty for none.
    public var marks: [String]?
    /// Nil for none.
    public var descent: DescentSpec?
    public var title: LocalText?
    public var subtitle: LocalText?
    public var xLabel: LocalText?
    public var yLabel: LocalText?
    public var zLabel: LocalText?
    /// A line of the author's under the plot.
    public var caption: LocalText?
    /// For readers who cannot see the figure.
    public var alternative: LocalText?
    /// An output each.
    public var languages: [Presentation.Language] = [.english]
    /// An output each.
    public var themes: [Presentation.ThemeName] = [.graphpaper]
    public var extent: Presentation.Extent?
    /// Pixels a point in a PNG.
    public var scale: Double?
    /// An output each.
    public var formats: [FileFormat] = [.svg]
    public var assertions: [Assertion] = []

    public enum Kind: String, CaseIterable, Sendable {
        case curve, contour, surface, both, bars, simplex

        /// In a sentence, of several.
        var noun: String {
            switch self {
            case .curve: "curves"
            case .contour: "contours"
            case .surface, .both: "surfaces"
            case .bars: "bars"
            case .simplex: "the simplex"
            }
        }
    }

    /// Predicted probabilities of the classes.
    public struct Prediction: Equatable, Sendable {
        public var name: LocalText?
        public var probabilities: [Double]
    }

    /// A formula, and what the figure calls it.
    public struct NamedFormula: Equatable, Sendable {
        public var formula: FormulaSpec
        /// Nil for the expression itself.
        public var name: LocalText?

        func formula(in language: Presentation.Language) -> FormulaSpec {
            var formula = formula
            formula.name = name?.text(in: language)
            return formula
        }
    }

    /// Where the samples come from.
    public enum Source: Equatable, Sendable {
        case builtIn(samples: Int)
        /// A file, as the spec names it, and where that is named.
        case file(path: String, x: String?, y: String?, skipMissing: Bool, place: Diagnostic.Place)

        /// Whether it is the same but for the place.
        public static func == (a: Source, b: Source) -> Bool {
            switch (a, b) {
            case (.builtIn(let a), .builtIn(let b)): a == b
            case (.file(let a, let ax, let ay, let aSkips, _), .file(let b, let bx, let by, let bSkips, _)):
                a == b && ax == bx && ay == by && aSkips == bSkips
            default: false
            }
        }
    }

    /// A grid's file, as the spec names it, and where an array's first and last column and row stand.
    public struct Grid: Equatable, Sendable {
        public var path: String
        public var x: ClosedRange<Double>?
        public var y: ClosedRange<Double>?
        /// Where the file is named.
        var place: Diagnostic.Place
    }

    /// A text in one or in every language.
    public enum LocalText: Equatable, Sendable {
        case same(String)
        case each([Presentation.Language: String])

        /// Nil where the text is not given in the language.
        public func text(in language: Presentation.Language) -> String? {
            switch self {
            case .same(let text): text
            case .each(let texts): texts[language]
            }
        }
    }

    /// The version of spec files that this program reads.
    public static let version = 1
}
