/// Why a certificate is not believed.
public struct Rejection: Error, Equatable, Sendable {
    /// The key of the claim that fails, with its index where there are several: `minima[1].theta`.
    public let claim: String
    /// What is wrong with it, as a clause.
    public let reason: String

    init(_ claim: String, _ reason: String) { (self.claim, self.reason) = (claim, reason) }
}

extension Rejection: CustomStringConvertible {
    public var description: String { "\(claim): \(reason)" }
}
