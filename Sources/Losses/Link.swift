/// How the logit becomes the prediction.
public enum Link: String, CaseIterable, Codable, Sendable {
    /// σ(z) = 1/(1 + e^−z): a probability; labels lie in [0, 1].
    case sigmoid
    /// z itself: regression with any label, or the score of a margin loss.
    case identity
    /// The softmax over two classes whose logits are 0 and z, of which y is the second's probability: the same function as
    /// σ(z), and a loss over both classes' probabilities, mean squared error or cross-entropy, the same as with σ.
    case softmax
    /// tanh z = 2σ(2z) − 1; labels lie in [−1, 1] and are taken as they stand.
    case tanh
}
