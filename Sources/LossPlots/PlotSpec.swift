import Diagnostics
import Figures
import Losses
import SVGWriter

/// What a user asked for, as far as they said it; nil means the default. Resolved into a ``Plan``.
public struct PlotSpec: Sendable {
    /// Names or aliases of losses.
    public var losses: [String]
    /// Instead of losses.
    public var formulas: [FormulaSpec] = []
    public var data: DataSource
    public var link: String?
    public var theta: ClosedRange<Double>?
    public var yRange: ClosedRange<Double>?
    /// Orders of derivatives of J, 0 to 2.
    public var derivatives: [Int]?
    public var panels: Bool?
    public var marks: [String]?
    /// Nil for none.
    public var descent: DescentSpec?
    public var presentation = PresentationSpec()

    public init(losses: [String], data: DataSource = .builtIn(samples: 7)) {
        self.losses = losses
        self.data = data
    }

    /// Where the samples come from.
    public enum DataSource: Sendable {
        case builtIn(samples: Int)
        /// The contents of a CSV or TSV file, the path by which errors name it, and the columns asked for.
        case table(bytes: [UInt8], path: String, x: String?, y: String?, skipMissing: Bool)
        /// Samples that were read before, and how the plan names them.
        case known(Dataset, DataReference)
    }
}
