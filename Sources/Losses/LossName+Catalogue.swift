/// What a list of losses says of each.
extension LossName {
    /// The loss of one sample, in plain text: z is the logit θx, p = σ(z), t = 2y − 1, r = y − z.
    public var plainFormula: String {
        switch self {
        case .mse: "(y − p)²"
        case .ce: "−y ln p − (1 − y) ln(1 − p)"
        case .mae: "|r|"
        case .huber: "r²/2 for |r| ≤ delta, else delta (|r| − delta/2)"
        case .logcosh: "ln cosh r"
        case .quantile: "max(alpha r, (alpha − 1) r)"
        case .hinge: "max(0, 1 − tz)"
        case .squaredHinge: "max(0, 1 − tz)²"
        case .exponential: "e^(−tz)"
        case .focal: "−y (1 − p)^gamma ln p − (1 − y) p^gamma ln(1 − p)"
        case .brier: "(y − p)²"
        case .zeroOne: "0 if y = [z > 0], else 1"
        case .kl: "y ln(y/p) + (1 − y) ln((1 − y)/(1 − p))"
        case .gaussianNLL: "r²/(2 sigma²) + ln sigma + ½ ln 2π"
        case .labelSmoothing: "ce of the label y (1 − epsilon) + epsilon/2"
        }
    }

    /// Whether the loss of every sample is convex in the logit, for every label that the link allows.
    ///
    /// A bounded function that is not constant is not convex on the line, which settles every loss of a probability but
    /// cross-entropy and its kin; the residual's losses are convex in the residual, and the identity keeps that. Of the
    /// focal loss only the one with γ = 0, which is cross-entropy, is convex; see `LossSpec.isConvex(under:)`.
    public func isConvex(under link: Link) -> Bool {
        switch self {
        case .mse, .mae, .huber, .logcosh, .quantile, .gaussianNLL: link == .identity
        case .ce, .kl, .labelSmoothing, .hinge, .squaredHinge, .exponential: true
        case .focal, .brier, .zeroOne: false
        }
    }

    /// Where it was proposed or is explained. ESL is Hastie, Tibshirani and Friedman, The Elements of Statistical
    /// Learning, 2nd ed., doi:10.1007/978-0-387-84858-7.
    public var source: String {
        switch self {
        case .mse: "ESL 2.4 and 11.4"
        case .ce: "Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x"
        case .mae: "ESL 10.6"
        case .huber: "Huber 1964, doi:10.1214/aoms/1177703732"
        case .logcosh: "Green 1990, doi:10.1109/42.52985"
        case .quantile: "Koenker and Bassett 1978, doi:10.2307/1913643"
        case .hinge: "Cortes and Vapnik 1995, doi:10.1007/BF00994018"
        case .squaredHinge: "Chang, Hsieh and Lin 2008, JMLR 9:1369–1398"
        case .exponential: "Freund and Schapire 1997, doi:10.1006/jcss.1997.1504"
        case .focal: "Lin et al. 2017, doi:10.1109/ICCV.2017.324"
        case .brier: "Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2"
        case .zeroOne: "ESL 2.4"
        case .kl: "Kullback and Leibler 1951, doi:10.1214/aoms/1177729694"
        case .gaussianNLL: "Nix and Weigend 1994, doi:10.1109/ICNN.1994.374138"
        case .labelSmoothing: "Szegedy et al. 2016, doi:10.1109/CVPR.2016.308"
        }
    }
}
