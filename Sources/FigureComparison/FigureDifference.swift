import PixelComparison

/// What comparing two figures has found.
public struct FigureDifference: Equatable, Sendable, Codable {
    public var result: Result
    /// In the order in which they follow from each other: plan, proof, drawing, pixels.
    public var changes: [FigureChange]
    /// What a reader must know to judge the result: what could not be compared, what differs without counting.
    public var notes: [String]
    /// Of two PNGs, nil for any other pair.
    public var pixels: Pixels?

    public enum Result: String, Sendable, Codable {
        /// Nothing that anybody could see is otherwise.
        case same
        /// The figures say and show the same, drawn by another renderer: edges are smoothed otherwise, nothing has moved.
        case drift
        case different
    }

    /// The counts of ``PixelDifference``.
    public struct Pixels: Equatable, Sendable, Codable {
        public var different: Int
        public var transparency: Int
        public var antialiased: Int
        public var total: Int
        public var clusters: Int
        /// [x, y, width, height] of the largest clusters.
        public var boxes: [[Int]]

        init(_ difference: PixelDifference) {
            different = difference.different
            transparency = difference.transparency
            antialiased = difference.antialiased
            total = difference.total
            clusters = difference.clusters
            boxes = difference.boxes.map { [$0.x, $0.y, $0.width, $0.height] }
        }
    }

    public init(result: Result, changes: [FigureChange] = [], notes: [String] = [], pixels: Pixels? = nil) {
        self.result = result
        self.changes = changes
        self.notes = notes
        self.pixels = pixels
    }
}
