import Losses

/// What is known of a loss from its formula alone.
struct ConvexityRule {
    let isStrict: Bool
    /// Without a full stop.
    let text: String

    /// Nil for a loss that is not convex in the logit.
    init?(_ loss: LinkedLoss) {
        guard loss.isConvex else { return nil }
        switch loss.loss.name {
        case .ce, .kl, .labelSmoothing, .focal:
            (isStrict, text) = (true, "softplus(z) − yz + const has the second derivative σ(z)σ(−z) > 0")
        case .mse, .brier, .gaussianNLL:
            (isStrict, text) = (true, "the square of the affine function y − z is strictly convex")
        case .logcosh: (isStrict, text) = (true, "ln cosh has the second derivative 1/cosh² > 0")
        case .exponential: (isStrict, text) = (true, "the exponential of an affine function is strictly convex")
        case .squaredHinge:
            (isStrict, text) = (false, "the square of the positive part of an affine function is convex")
        case .huber: (isStrict, text) = (false, "Huber's function of an affine function is convex")
        case .mae, .quantile, .hinge, .zeroOne:
            (isStrict, text) = (false, "a maximum of affine functions is convex")
        }
    }
}

extension LinkedLoss {
    /// Whether a sample's loss is bounded on the line, above too.
    var isBounded: Bool {
        switch loss.name {
        case .brier, .zeroOne: true
        case .mse, .mae, .huber, .logcosh, .quantile: link != .identity
        default: false
        }
    }

    /// Whether φ's second derivative is continuous for every label.
    var isSmooth: Bool {
        switch loss.name {
        case .mae, .huber, .quantile, .hinge, .squaredHinge, .zeroOne: false
        default: true
        }
    }

    /// Whether J attains its infimum over ℝ, where the formula and the labels tell.
    func hasMinimiser(on data: Dataset) -> Bool? {
        let moving = zip(data.x, data.y).filter { $0.0 != 0 }
        if moving.isEmpty || loss.name == .zeroOne { return true }
        let middle = link == .tanh ? 0.0 : 0.5
        let isHard = moving.allSatisfy { $0.1 == (link == .tanh ? -1 : 0) || $0.1 == 1 }
        let sides = moving.map { ($0.1 > middle) == ($0.0 > 0) }
        // One direction takes every sample to its label's side.
        let isSeparable = isHard && sides.allSatisfy { $0 == sides[0] }
        switch loss.name {
        case .ce, .kl, .exponential, .focal: return !isSeparable
        case .labelSmoothing where loss[parameter: "epsilon"] < 1e-15: return nil
        case .labelSmoothing: return true
        case .quantile where link != .identity: return nil
        default: return link == .identity && loss.name != .brier ? true : isSeparable ? false : nil
        }
    }

    /// Where every sample with a hard label is convex: |θ| up to this; nil for other losses and labels.
    func convexCore(of data: Dataset) -> Double? {
        guard loss.name == .mse && (link == .sigmoid || link == .softmax) || loss.name == .brier else { return nil }
        guard data.y.allSatisfy({ $0 == 0 || $0 == 1 }), let largest = data.x.map(abs).max(), largest > 0 else {
            return nil
        }
        // ln 2, rounded down.
        return 0.693147180559945 / largest
    }
}
