/// How a text is set.
public struct TextStyle: Hashable, Sendable {
    /// The em in points.
    public var size: Double
    /// Default: regular.
    public var weight: Weight
    /// BCP 47; decides between forms that differ by language. Default: `en`.
    public var language: String

    public init(size: Double, weight: Weight = .regular, language: String = "en") {
        self.size = size
        self.weight = weight
        self.language = language
    }

    public enum Weight: String, Sendable {
        case regular
        case semibold
    }
}
