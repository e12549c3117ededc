/// What is known of a function over a box beside the enclosure of its values, after IEEE 1788-2015, clause 11: plain
/// intervals prove absence, never existence.
public enum Decoration: Int, Comparable, Sendable {
    /// Nowhere defined.
    case illFormed
    /// Nothing is promised: somewhere in the box the function may have no value.
    case trivial
    /// Defined at every point.
    case defined
    /// Defined and continuous at every point.
    case continuous
    /// Defined, continuous and bounded.
    case common

    public static func < (a: Decoration, b: Decoration) -> Bool { a.rawValue < b.rawValue }
}
