import Losses
import Scenes

/// Everything a figure is made from, every default resolved: the same plan gives the same bytes. It is written into
/// every figure, as JSON.
public struct Plan: Equatable, Sendable, Codable {
    /// Of this format; a reader refuses one it does not know.
    public var version = 1
    public var losses: [LossSpec]
    /// Instead of losses.
    public var formulas: [FormulaSpec]
    public var link: PlanLinks
    public var data: DataReference
    /// [lower, upper]
    public var theta: ClosedRange<Double>
    public var yRange: YRange
    /// Orders of derivatives, a panel each.
    public var derivatives: [Int]
    /// One panel a loss, instead of all losses in one.
    public var panels: Bool
    public var marks: [MarkName]
    /// Nil for none.
    public var descent: DescentPlan?
    public var presentation: Presentation

    public enum YRange: Equatable, Sendable {
        /// What the curves need.
        case automatic
        case fixed(range: ClosedRange<Double>)
    }

    /// What is drawn beside the curves, where there is any of it.
    public enum MarkName: String, CaseIterable, Sendable, Codable {
        /// The proved verdict on each loss's convexity, in a line under the plot.
        case verdict
        /// Where J″ < 0 is proved, as bands.
        case concave
        /// The minima, with coordinates.
        case minima
        /// The maxima inside the window, with coordinates.
        case maxima
        /// The points where J″ changes its sign.
        case inflections
        /// The zeros of what each panel shows, with their abscissae.
        case zeros
        /// A chord that the curve rises above.
        case chord
        /// Where the curve was evaluated.
        case evaluations

        /// What a figure of losses shows unless it is told otherwise; inflections are the ends of the bands.
        public static let standard: [MarkName] = [.verdict, .concave, .minima, .chord]

        /// Whether it shows what a certificate says.
        var isCertified: Bool { self != .evaluations && self != .zeros }
    }

    /// A short name of the figure: `mse`, `mse-ce`, `plot`.
    public var name: String { losses.isEmpty ? "plot" : losses.map(\.identifier).joined(separator: "-") }

    /// What the curves are called: J or f, with as many primes as the derivative has.
    func letter(_ order: Int) -> String { (formulas.isEmpty || data != .none ? "J" : "f") + ["", "′", "″"][order] }

    /// What the curves are of, in order.
    func subjects() throws -> [CurveSubject] {
        try linkedLosses.map { .loss($0) } + formulas.map { .formula(try $0.parsed()) }
    }

    /// Of the horizontal axis, in plain text.
    var variable: String { formulas.isEmpty || data != .none ? "θ" : "x" }

    /// Each loss with its link.
    public var linkedLosses: [LinkedLoss] { losses.enumerated().map { LinkedLoss($1, link: link.of($0)) } }
}

/// The samples of a plan: few travel with it, many stay where they are and are named by their checksum.
public enum DataReference: Equatable, Sendable {
    /// The figure needs no data.
    case none
    /// The built-in data set `outlier`.
    case outlier(samples: Int)
    case inline(dataset: Dataset, source: TableSource)
    case external(samples: Int, sha256: String, source: TableSource)

    /// The file a user's data came from.
    public struct TableSource: Equatable, Sendable, Codable {
        /// As it was given, relative to where the command ran; `-` for standard input.
        public var path: String
        /// The columns' headers, empty where the default was taken.
        public var x: String
        public var y: String

        public init(path: String, x: String, y: String) {
            self.path = path
            self.x = x
            self.y = y
        }
    }

    /// Up to this many samples travel inside the figure.
    public static let inlineLimit = 200
}
