import CertificateChecking
import Diagnostics
import FoundationEssentials

/// A plan that can be read back from a figure and drawn again.
public protocol ReadablePlan: FigurePlan {
    /// What the JSON says under "kind", by one name or by several; nil where it says nothing.
    static var kindNames: [String?] { get }
    /// The version of the plan's format that this program writes and reads.
    static var currentVersion: Int { get }
    /// Default: none.
    var data: DataReference { get }

    /// What to ask for to get this very plan: everything of it is said, nothing is left to defaults.
    ///
    /// - Parameter read: gives the contents of a file that stayed behind, by its path.
    /// - Throws: `Diagnostic` for a value that no command and no spec would have let through.
    func request(reading read: (_ path: String) throws -> [UInt8]) throws -> FigureRequest

    /// What the figure shows, in one line without a full stop.
    var summary: String { get }
    /// Of what ``FigureFacts`` knows verdicts and minima. Default: of nothing.
    var factSubjects: [FactSubject] { get throws }
}

/// A loss or formula whose facts can be looked up.
public struct FactSubject: Equatable, Sendable {
    public var name: String
    public var subject: Quantity.Subject
    /// Its variables.
    public var coordinates: [Quantity.Coordinate]
}

extension ReadablePlan {
    public var factSubjects: [FactSubject] { [] }
    public var data: DataReference { .none }
}

/// Reads the JSON of plans of every kind.
enum PlanReader {
    /// Every kind of plan. A new kind is a line here.
    static let kinds: [any ReadablePlan.Type] = [
        Plan.self,
        ContourPlan.self,
        BarsPlan.self,
        SimplexPlan.self,
    ]

    /// - Throws: `Diagnostic` for what is no JSON or no plan, and for a kind or version that this program does not know.
    static func plan(_ json: [UInt8], file: String) throws -> any ReadablePlan {
        let tree: JSONTree
        do {
            tree = try JSONTree(reading: json, file: file)
        } catch {
            // The place is one within the plan, which stands on one line of the figure.
            throw failure("the plan is damaged: \(error.message) (character \(error.place?.column ?? 1))", file)
        }
        guard case .object(let members) = tree.value else { throw failure("the plan is no JSON object", file) }
        let type = try kind(of: members, file: file)
        try checkVersion(of: members, against: type.currentVersion, file: file)
        return try decoded(type, json, tree, file: file)
    }

    private static func kind(of members: [JSONTree.Member], file: String) throws -> any ReadablePlan.Type {
        let value = members.first { $0.key == "kind" }?.value.value
        var name: String?
        switch value {
        case nil: break
        case .text(let text): name = text
        default: throw failure("the plan's kind is no text", file)
        }
        guard let type = kinds.first(where: { $0.kindNames.contains(name) }) else {
            throw Diagnostic(
                "the figure is of the kind '\(name ?? "")', which lossplot \(Version.current) does not know",
                at: Diagnostic.Place(file: file), hint: "use a newer lossplot")
        }
        return type
    }

    private static func checkVersion(of members: [JSONTree.Member], against known: Int, file: String) throws {
        guard case .number(let number)? = members.first(where: { $0.key == "version" })?.value.value,
            let version = Int(exactly: number), version >= 1
        else { throw failure("the plan has no version", file) }
        guard version == known else {
            throw Diagnostic(
                "the figure's plan is of version \(version), and lossplot \(Version.current) reads version \(known)",
                at: Diagnostic.Place(file: file), hint: version > known ? "use a newer lossplot" : "draw it again")
        }
    }

    private static func decoded<Kind: ReadablePlan>(
        _ type: Kind.Type, _ json: [UInt8], _ tree: JSONTree, file: String
    ) throws -> any ReadablePlan {
        do {
            let plan = try JSONDecoder().decode(type, from: Data(json))
            // The decoder passes over keys that it does not know, and a plan with such a key is not understood.
            let known = try JSONTree(reading: try JSON.encode(plan), file: file)
            if let key = PlanReader.unknownKey(in: tree, known: known, path: "") {
                throw Diagnostic(
                    "the plan has the key '\(key)', which lossplot \(Version.current) does not know",
                    at: Diagnostic.Place(file: file), hint: "use a newer lossplot")
            }
            return plan
        } catch let error as DecodingError {
            throw failure("the plan is damaged: \(words(error))", file)
        }
    }

    private static func unknownKey(in tree: JSONTree, known: JSONTree, path: String) -> String? {
        switch (tree.value, known.value) {
        case (.object(let members), .object(let others)):
            for member in members {
                guard let other = others.first(where: { $0.key == member.key }) else { return path + member.key }
                let key = unknownKey(in: member.value, known: other.value, path: "\(path)\(member.key).")
                if let key { return key }
            }
            return nil
        case (.list(let elements), .list(let others)):
            for (element, other) in zip(elements, others) {
                if let key = unknownKey(in: element, known: other, path: path) { return key }
            }
            return nil
        default: return nil
        }
    }

    private static func words(_ error: DecodingError) -> String {
        func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
        switch error {
        case .keyNotFound(let key, let context): return "'\(path(context.codingPath + [key]))' is missing"
        case .valueNotFound(_, let context): return "'\(path(context.codingPath))' has no value"
        case .typeMismatch(_, let context): return "'\(path(context.codingPath))' has a value of another kind"
        case .dataCorrupted(let context):
            let place = path(context.codingPath)
            return place.isEmpty ? context.debugDescription : "'\(place)': \(context.debugDescription)"
        @unknown default: return "it cannot be decoded"
        }
    }

    private static func failure(_ what: String, _ file: String) -> Diagnostic {
        Diagnostic(what, at: Diagnostic.Place(file: file), hint: "draw the figure again")
    }
}
