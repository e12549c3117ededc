import FoundationEssentials

extension FigureDifference {
    /// One line of JSON with sorted keys, so that equal differences give equal bytes.
    ///
    /// - Throws: `EncodingError` for a size that is no number, which no change has.
    public var json: String {
        get throws { try Quoted.encoded(self) }
    }
}

/// A text as JSON has it.
public struct Quoted: Sendable {
    private let text: String

    public init(text: String) { self.text = text }

    public var json: String {
        get throws { try Quoted.encoded(text) }
    }

    fileprivate static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
