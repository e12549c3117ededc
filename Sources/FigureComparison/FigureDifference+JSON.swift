import FoundationEssentials

extension FigureDifference {
    /// One line of JSON with sorted keys, so that equal differences give equal bytes.
    ///
    /// - Throws: `EncodingError` for a size that is no number, which no change has.
    public var json: String {
        get throws { try SortedJSON.text(of: self) }
    }
}

/// Values as one line of JSON with sorted keys.
public enum SortedJSON {
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A text as JSON has it.
public struct Quoted: Sendable {
    private let text: String

    public init(text: String) { self.text = text }

    public var json: String {
        get throws { try SortedJSON.text(of: text) }
    }
}
