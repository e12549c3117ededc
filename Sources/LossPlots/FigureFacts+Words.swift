import Certificates
import Figures

extension FigureFacts {
    /// The words of a verdict.
    public static let verdicts = [
        Certificate.Verdict.convex, .strictlyConvex, .notConvex, .undecided,
    ].map(\.rawValue)

    /// A number as a message shows it.
    public static func text(_ value: Double, significant: Int = 8) -> String {
        DecimalLabel.text(value, significant: significant)
    }
}
