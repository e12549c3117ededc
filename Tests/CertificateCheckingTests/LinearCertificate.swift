import CertificateChecking
import LossPlots
import Testing

/// A certificate of a linear model, as the command writes it.
struct LinearCertificate: Sendable, CustomTestStringConvertible {
    var subject: String
    var dataName: String
    var link: String?

    var testDescription: String { "\(subject) \(link ?? "") \(dataName)" }

    /// Three features each, but of `touching` two.
    private static let tables = [
        "overlapping":
            "a,b,c,y\n1,0,2,0\n0,1,1,1\n2,2,0.5,1\n-1,0.3,1,0\n0.5,-2,3,1\n1.5,1,-1,0\n0.25,0,0,1\n-1,-1,2,1\n",
        "separable": "a,b,c,y\n1,0,2,1\n-0.1,1,1,0\n2,2,0.5,1\n-1,0.3,1,0\n0.5,-2,3,1\n-1.5,1,-1,0\n",
        "deficient": "a,b,c,y\n1,2,2,0\n2,1,4,1\n0,5,0,1\n7,1,14,0\n3,-1,6,1\n",
        "touching": "a,b,y\n0,0,0\n0,0,1\n1,0,1\n-1,1,0\n2,3,1\n",
        "soft": "a,b,c,y\n1,0,2,0.25\n0,1,1,0.5\n2,2,0.5,0.9\n-1,0.3,1,0.1\n0.5,-2,3,0.75\n",
        "levels": "a,b,c,y\n1,0,2,2.5\n0,1,1,-3\n2,2,0.5,9\n-1,0.3,1,0.125\n0.5,-2,3,4\n",
    ]

    static let all: [LinearCertificate] = [
        .init(subject: "ce", dataName: "overlapping"), .init(subject: "ce", dataName: "separable"),
        .init(subject: "ce", dataName: "deficient"), .init(subject: "ce", dataName: "touching"),
        .init(subject: "ce", dataName: "soft"), .init(subject: "kl", dataName: "separable"),
        .init(subject: "exponential", dataName: "overlapping"), .init(subject: "mse", dataName: "overlapping"),
        .init(subject: "mse", dataName: "soft"), .init(subject: "focal(gamma=2)", dataName: "overlapping"),
        .init(subject: "zero_one", dataName: "overlapping"), .init(subject: "hinge", dataName: "separable"),
        .init(subject: "label_smoothing", dataName: "separable"),
        .init(subject: "mse", dataName: "levels", link: "identity"),
        .init(subject: "mae", dataName: "levels", link: "identity"),
        .init(subject: "mse", dataName: "soft", link: "tanh"),
    ]

    func json() throws -> [UInt8] {
        var spec = CertificateSpec(subjects: [subject])
        let text = LinearCertificate.tables[dataName] ?? ""
        spec.data = .table(
            bytes: Array(text.utf8), path: dataName, x: dataName == "touching" ? "a,b" : "a,b,c", y: "y",
            skipMissing: false)
        spec.link = link
        return try spec.proved().json
    }

    func entry() throws -> Entry { try Entry(firstIn: try json()) }
}
