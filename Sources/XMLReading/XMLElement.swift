/// An opening tag.
public struct XMLElement: Equatable, Sendable {
    /// With its prefix.
    public var name: String
    /// In their order; names are unique.
    var attributes: [(name: String, value: String)] = []

    /// Of its attributes.
    public var names: [String] { attributes.map(\.name) }

    /// The value of an attribute; nil where there is none.
    public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    public static func == (a: XMLElement, b: XMLElement) -> Bool {
        a.name == b.name && a.attributes.elementsEqual(b.attributes, by: ==)
    }
}

/// Where characters stand in the document.
public struct XMLText: Equatable, Sendable {
    var range: Range<Int>
    /// Whether references mean themselves, as in CDATA.
    var isVerbatim: Bool

    /// Bytes as they are written.
    public var count: Int { range.count }
}
