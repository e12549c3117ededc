import Losses

/// The links of a plan's losses. In JSON one word where all agree, as `"sigmoid"`, else a list with one word a loss.
public enum PlanLinks: Equatable, Sendable, Codable {
    case common(Link)
    /// In the order of the losses.
    case each([Link])

    /// The shorter form that says the same.
    public init(_ links: [Link]) {
        if let first = links.first, links.allSatisfy({ $0 == first }) {
            self = .common(first)
        } else {
            self = .each(links)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let link = try? container.decode(Link.self) {
            self = .common(link)
        } else {
            self = .each(try container.decode([Link].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .common(let link): try container.encode(link)
        case .each(let links): try container.encode(links)
        }
    }

    func of(_ index: Int) -> Link? {
        switch self {
        case .common(let link): link
        case .each(let links): links.indices.contains(index) ? links[index] : nil
        }
    }
}
