import CurveSampling
import FoundationEssentials

/// What was drawn, for programs: curves as cubics and as lines in data coordinates.
struct CurveExport: Encodable {
    var viewport: Window
    var curves: [Entry]
    /// Left out where there are none.
    var descents: [DescentEntry]?

    struct Window: Encodable {
        var x: [Double]
        var y: [Double]
        /// Width and height in points, the pixels of a figure at scale 1.
        var px: [Double]

        init(_ viewport: Viewport) {
            x = [viewport.x.lowerBound, viewport.x.upperBound]
            y = [viewport.y.lowerBound, viewport.y.upperBound]
            px = [viewport.width, viewport.height]
        }
    }

    struct Entry: Encodable {
        var name: String
        /// The curve's own window, where panels differ.
        var viewport: Window
        var evaluations: Curve.Evaluations
        var segments: [[[Double]]]
        var cubics: [[[Double]]]
        var boundInPixels: Double
        /// Boxes [x, x, y, y] that hold the graph where no line could follow it.
        var envelopes: [[Double]]
        /// Stretches [x, x] of which nothing is known.
        var unresolved: [[Double]]

        enum CodingKeys: String, CodingKey {
            case name, viewport, evaluations, segments, cubics, envelopes, unresolved
            case boundInPixels = "bound_px"
        }
    }

    /// Lines stay this close to the cubics, in pixels.
    static let flatness = 0.05

    init?(_ curves: [CurvePlot.DrawnCurve], descents: [DescentRun]) {
        guard let first = curves.first else { return nil }
        viewport = Window(first.viewport)
        self.descents = DescentEntry.entries(descents)
        self.curves = curves.map { drawn in
            Entry(
                name: drawn.name, viewport: Window(drawn.viewport), evaluations: drawn.curve.evaluations,
                segments: drawn.curve.flattened(tolerance: CurveExport.flatness, in: drawn.viewport).map { line in
                    line.map { [$0.x, $0.y] }
                },
                cubics: drawn.curve.runs.joined().map { piece in piece.controlPoints.map { [$0.x, $0.y] } },
                boundInPixels: drawn.curve.boundInPixels,
                envelopes: drawn.curve.envelopes.map {
                    [$0.x.lowerBound, $0.x.upperBound, $0.y.lowerBound, $0.y.upperBound]
                },
                unresolved: drawn.curve.unresolved.map { [$0.lowerBound, $0.upperBound] })
        }
    }
}

extension CurvePlot {
    /// The curves as JSON, see ``CurveExport``.
    public func export() throws -> [UInt8] { try JSON.encode(CurveExport(curves, descents: descents)) }

    /// What was found, as JSON: a summary of each curve, without its points; the points of descents.
    public func summary(outputs: [RenderedFile]) throws -> [UInt8] {
        try JSON.encode(Summary(self, outputs: outputs))
    }
}

/// What `--json` prints.
private struct Summary: Encodable {
    var version = Version.current
    var title: String
    var curves: [Entry]
    /// Left out where there are none.
    var descents: [DescentEntry]?
    var outputs: [OutputEntry]
    var warnings: [String]

    struct Entry: Encodable {
        var name: String
        var theta: [Double]
        /// The least and the greatest value drawn.
        var range: [Double]
        var evaluations: Curve.Evaluations
        var boundInPixels: Double

        enum CodingKeys: String, CodingKey {
            case name, theta, range, evaluations
            case boundInPixels = "bound_px"
        }
    }

    init(_ plot: CurvePlot, outputs: [RenderedFile]) {
        title = plot.scene.title
        curves = plot.curves.map { drawn in
            Entry(
                name: drawn.name, theta: [drawn.viewport.x.lowerBound, drawn.viewport.x.upperBound],
                range: drawn.curve.range.map { [$0.lowerBound, $0.upperBound] } ?? [],
                evaluations: drawn.curve.evaluations, boundInPixels: drawn.curve.boundInPixels)
        }
        descents = DescentEntry.entries(plot.descents)
        self.outputs = outputs.map(OutputEntry.init)
        warnings = plot.warnings.map(\.description)
    }
}

/// JSON with sorted keys, so that equal values give equal bytes.
enum JSON {
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }
}
