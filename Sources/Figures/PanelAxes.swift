import Typography

/// What a panel's coordinates stand for, and how they are shown.
public enum PanelAxes: Equatable, Sendable {
    /// Numbers on two axes at right angles.
    case cartesian
    /// Three shares that sum to 1, on the edges of an equilateral triangle.
    case ternary(TernaryAxes)
    /// Bars on a ground line; the numbers stand at the bars.
    case bars

    /// The names of a triangle's corners, else none.
    var corners: [RichText] {
        if case .ternary(let axes) = self { axes.corners } else { [] }
    }
}

/// The shares p₁, p₂, p₃ of a triangle's corners: the top, the left and the right one.
///
/// The panel's coordinates are x = p₃ − p₂ from −1 to 1 and y = p₁ from 0 to 1.
public struct TernaryAxes: Equatable, Sendable {
    /// At the top, at the left and at the right.
    public var corners: [RichText]

    public init(corners: [RichText]) {
        precondition(corners.count == 3, "a triangle has three corners")
        self.corners = corners
    }

    /// The place of three shares in the panel's coordinates.
    public static func place(_ shares: (Double, Double, Double)) -> DataPoint {
        DataPoint(x: shares.2 - shares.1, y: shares.0)
    }
}
