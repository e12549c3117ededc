import Losses
import Scenes

// Written out, and in the plainest JSON: what the compiler would write for enums with values takes five containers of
// types of their own each, and a tenth of the time in which a whole figure is drawn.

/// `"automatic"` or `[lower, upper]`.
extension Plan.YRange: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let range = try? container.decode(ClosedRange<Double>.self) {
            self = .fixed(range: range)
        } else if try container.decode(String.self) == "automatic" {
            self = .automatic
        } else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a range is \"automatic\" or two numbers")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .automatic: try container.encode("automatic")
        case .fixed(let range): try container.encode([range.lowerBound, range.upperBound])
        }
    }
}

/// `{"figure": [width, height]}` or `{"plotArea": [width, height]}`, in points.
extension Presentation.Extent: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let sizes = try container.decode([String: [Double]].self)
        guard sizes.count == 1, let (kind, sides) = sizes.first, sides.count == 2 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an extent is a width and a height")
        }
        let size = Size(width: sides[0], height: sides[1])
        switch kind {
        case "figure": self = .figure(size: size)
        case "plotArea": self = .plotArea(size: size)
        default:
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an extent is figure or plotArea")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .figure(let size): try container.encode(["figure": [size.width, size.height]])
        case .plotArea(let size): try container.encode(["plotArea": [size.width, size.height]])
        }
    }
}

/// `"none"`, `{"outlier": samples}`, or a table with its source.
extension DataReference: Codable {
    /// Data from a file: the samples themselves, or their number and the file's checksum.
    private struct Table: Codable {
        var source: TableSource
        var dataset: Dataset?
        var samples: Int?
        var sha256: String?
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self), word == "none" {
            self = .none
        } else if let counts = try? container.decode([String: Int].self), let samples = counts["outlier"] {
            self = .outlier(samples: samples)
        } else {
            let table = try container.decode(Table.self)
            if let dataset = table.dataset {
                self = .inline(dataset: dataset, source: table.source)
            } else if let samples = table.samples, let sha256 = table.sha256 {
                self = .external(samples: samples, sha256: sha256, source: table.source)
            } else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "a table has its samples, or their number and checksum")
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encode("none")
        case .outlier(let samples): try container.encode(["outlier": samples])
        case .inline(let dataset, let source): try container.encode(Table(source: source, dataset: dataset))
        case .external(let samples, let sha256, let source):
            try container.encode(Table(source: source, samples: samples, sha256: sha256))
        }
    }
}
