/// A loss by its name: what the user may write.
public enum LossName: String, CaseIterable, Sendable {
    case mse, ce
    case mae, huber, logcosh, quantile
    case hinge
    case squaredHinge = "squared_hinge"
    case exponential, focal, brier
    case zeroOne = "zero_one"
    case kl
    case gaussianNLL = "gaussian_nll"
    case labelSmoothing = "label_smoothing"

    /// Other names of the same, scikit-learn's among them.
    public var aliases: [String] {
        switch self {
        case .mse: ["squared_error", "mean_squared_error", "l2"]
        case .ce: ["cross_entropy", "log_loss", "bce", "binary_cross_entropy"]
        case .mae: ["absolute_error", "mean_absolute_error", "l1"]
        case .huber: ["huber_loss"]
        case .logcosh: ["log_cosh"]
        case .quantile: ["pinball", "pinball_loss", "mean_pinball_loss"]
        case .hinge: ["hinge_loss"]
        case .squaredHinge: ["squared_hinge_loss", "sq_hinge"]
        case .exponential: ["exponential_loss", "exp_loss", "adaboost"]
        case .focal: ["focal_loss"]
        case .brier: ["brier_score", "brier_score_loss"]
        case .zeroOne: ["zero_one_loss", "0_1"]
        case .kl: ["kl_divergence", "kl_div", "kullback_leibler"]
        case .gaussianNLL: ["gaussian_nll_loss", "normal_nll"]
        case .labelSmoothing: ["label_smoothed_ce", "smoothed_ce"]
        }
    }

    /// The links under which it has a meaning, the default first.
    public var links: [Link] {
        switch self {
        case .mse: [.sigmoid, .identity, .tanh, .softmax]
        case .ce, .focal, .brier, .kl, .labelSmoothing: [.sigmoid, .softmax]
        case .mae, .huber, .logcosh, .quantile: [.identity, .sigmoid, .tanh]
        case .hinge, .squaredHinge, .exponential, .zeroOne, .gaussianNLL: [.identity]
        }
    }

    public var defaultLink: Link { links[0] }

    /// What may stand in brackets behind the name.
    public var parameters: [LossParameter] {
        switch self {
        case .huber: [LossParameter("delta", default: 1, range: 1e-6...1e6)]
        case .quantile: [LossParameter("alpha", default: 0.5, range: 0...1)]
        case .focal: [LossParameter("gamma", default: 2, range: 0...100)]
        case .gaussianNLL: [LossParameter("sigma", default: 1, range: 1e-6...1e6)]
        case .labelSmoothing: [LossParameter("epsilon", default: 0.1, range: 0...1)]
        default: []
        }
    }

    /// The loss of a name or an alias, case and hyphens aside.
    public init?(named name: String) {
        let key = LossName.key(name)
        guard let loss = LossName.allCases.first(where: { $0.rawValue == key || $0.aliases.contains(key) }) else {
            return nil
        }
        self = loss
    }

    /// How names are compared.
    static func key(_ name: String) -> String {
        name.lowercased().split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
    }

    public static var allNames: [String] { allCases.flatMap { [$0.rawValue] + $0.aliases } }
}
