import CertificateChecking

/// A value of a plan under its key, for comparing plans of any kind.
public struct PlanEntry: Equatable, Sendable {
    /// With the keys of the objects around it: `presentation.title`.
    public var key: String
    public var value: Value

    public enum Value: Equatable, Sendable {
        case text(String)
        /// JSON on one line.
        case other(String)
        /// Of texts as they are, of anything else as JSON.
        case list([String])
    }

    /// Every value of a plan but its data, in the order of the keys.
    ///
    /// - Throws: `EncodingError`, which no plan gives.
    public static func entries(of plan: any ReadablePlan) throws -> [PlanEntry] {
        let tree = try JSONTree(reading: try JSON.encode(plan), file: "plan")
        return entries(of: tree, path: "").filter { !$0.key.hasPrefix("data") }
    }

    private static func entries(of tree: JSONTree, path: String) -> [PlanEntry] {
        switch tree.value {
        case .object(let members):
            return members.flatMap { member in
                entries(of: member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)")
            }
        case .text(let text): return [PlanEntry(key: path, value: .text(text))]
        case .list(let elements):
            let words = elements.map { element in
                if case .text(let text) = element.value { text } else { "\(element)" }
            }
            return [PlanEntry(key: path, value: .list(words))]
        case .null, .bool, .number: return [PlanEntry(key: path, value: .other("\(tree)"))]
        }
    }
}
