/// A loss by its name: what the user may write, how it is called and written as a formula.
public enum LossName: String, CaseIterable, Codable, Sendable {
    case mse
    case ce

    /// Other names of the same, scikit-learn's among them.
    public var aliases: [String] {
        switch self {
        case .mse: ["squared_error", "mean_squared_error"]
        case .ce: ["cross_entropy", "log_loss", "bce"]
        }
    }

    /// The links under which it has a meaning, the default first.
    public var links: [Link] {
        switch self {
        case .mse: [.sigmoid, .identity]
        case .ce: [.sigmoid]
        }
    }

    /// The loss of a name or an alias, case and hyphens aside.
    public init?(named name: String) {
        let key = name.lowercased().split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
        guard let loss = LossName.allCases.first(where: { $0.rawValue == key || $0.aliases.contains(key) }) else {
            return nil
        }
        self = loss
    }

    public static var allNames: [String] { allCases.flatMap { [$0.rawValue] + $0.aliases } }
}

/// How the logit becomes the prediction.
public enum Link: String, CaseIterable, Codable, Sendable {
    /// σ(z) = 1/(1 + e^−z): a probability; labels lie in [0, 1].
    case sigmoid
    /// z itself: regression; any label.
    case identity
}
