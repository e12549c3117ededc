/// A loss of a prediction: the loss, and the link from the logit to the prediction.
public struct LinkedLoss: Hashable, Sendable {
    public let loss: LossSpec
    public let link: Link

    /// - Parameter link: one of the loss's ``LossName/links``; nil for its default.
    public init(_ loss: LossSpec, link: Link? = nil) {
        let link = link ?? loss.name.defaultLink
        precondition(loss.name.links.contains(link), "\(loss) has no \(link.rawValue) link")
        self.loss = loss
        self.link = link
    }

    public var isConvex: Bool { loss.isConvex(under: link) }

    /// The loss of one sample as a function of its logit.
    ///
    /// The Brier score is scikit-learn's `brier_score_loss`, (y − σ(z))², and so the same function as MSE∘σ; Brier's own
    /// sum over both classes is twice that.
    public var ofLogit: any LogitLoss {
        switch loss.name {
        case .mse:
            switch link {
            case .sigmoid, .softmax: SigmoidSquaredError()
            case .identity: SquaredError()
            case .tanh: TanhSquaredError()
            }
        case .ce: SigmoidCrossEntropy()
        case .mae: AbsoluteError(link: link)
        case .huber: HuberLoss(delta: loss[parameter: "delta"], link: link)
        case .logcosh: LogCosh(link: link)
        case .quantile: QuantileLoss(alpha: loss[parameter: "alpha"], link: link)
        case .hinge: HingeLoss()
        case .squaredHinge: SquaredHingeLoss()
        case .exponential: ExponentialLoss()
        case .focal: FocalLoss(gamma: loss[parameter: "gamma"])
        case .brier: SigmoidSquaredError()
        case .zeroOne: ZeroOneLoss()
        case .kl: KullbackLeiblerDivergence()
        case .gaussianNLL: GaussianNegativeLogLikelihood(sigma: loss[parameter: "sigma"])
        case .labelSmoothing: SmoothedCrossEntropy(epsilon: loss[parameter: "epsilon"])
        }
    }
}
