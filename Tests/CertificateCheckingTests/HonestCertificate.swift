import CertificateChecking
import Foundation
import LossPlots
import Testing

/// A certificate as the command writes it, of one loss or expression.
struct HonestCertificate: Sendable, CustomTestStringConvertible {
    var subject: String
    var data = PlotSpec.DataSource.builtIn(samples: 7)
    var dataName = "7 samples"
    var link: String?
    var window: ClosedRange<Double>?
    var parameters: [String: String] = [:]

    var testDescription: String { "\(subject) \(link ?? "") \(dataName) \(window.map { "\($0)" } ?? "")" }

    func json() throws -> [UInt8] {
        var spec = CertificateSpec(subjects: [subject])
        (spec.data, spec.link, spec.window, spec.parameters) = (data, link, window, parameters)
        return try spec.proved().json
    }

    func entry() throws -> Entry { try Entry(firstIn: try json()) }

    struct Failure: Error {}

    private static func table(_ text: String, _ name: String) -> (PlotSpec.DataSource, String) {
        (.table(bytes: Array(text.utf8), path: name, x: nil, y: nil, skipMissing: false), name)
    }

    private init(_ subject: String, _ data: (PlotSpec.DataSource, String), link: String? = nil) {
        (self.subject, self.data, self.dataName, self.link) = (subject, data.0, data.1, link)
    }

    private init(
        _ subject: String, link: String? = nil, _ window: ClosedRange<Double>? = nil,
        _ parameters: [String: String] = [:]
    ) {
        (self.subject, self.link, self.window, self.parameters) = (subject, link, window, parameters)
    }

    private static let soft = table("x,y\n-2,0.2\n-0.7,0.9\n0.4,0.1\n1.3,0.65\n2.9,0.8\n", "soft.csv")
    private static let levels = table("x,y\n-2,-5\n-0.7,1.5\n0.4,0.1\n1.3,2.25\n2.9,9\n", "levels.csv")
    private static let signed = table("x,y\n-2,-0.5\n-0.7,1\n0.4,0.1\n1.3,-1\n2.9,0.8\n", "signed.csv")
    private static let separable = table("x,y\n-2,0\n-1,0\n0,1\n3,1\n", "separable.csv")

    static let all: [HonestCertificate] = [
        .init("mse"), .init("ce"), .init("focal(gamma=2)"), .init("huber"), .init("mae"), .init("hinge"),
        .init("squared_hinge"), .init("quantile(alpha=0.1)"), .init("logcosh"), .init("exponential"),
        .init("gaussian_nll(sigma=2)"), .init("label_smoothing"), .init("zero_one"),
        .init("mse", -0.05...0.06), .init("mse", -1000...800), .init("mse", link: "tanh", -3...3.5),
        .init("logcosh", link: "sigmoid"), .init("ce", -2...9),
        .init("mse", soft), .init("ce", soft), .init("brier", soft), .init("kl", soft), .init("focal", soft),
        .init("huber(delta=0.3)", soft, link: "sigmoid"), .init("mae", soft, link: "sigmoid"),
        .init("mse", levels, link: "identity"), .init("mae", levels, link: "identity"),
        .init("mse", signed, link: "tanh"), .init("ce", separable), .init("mse", separable),
        .init("mean((y - sigmoid(theta*x))^2)"), .init("x^4 - x^2", -2...2), .init("sin(x)", -5...4),
        .init("exp(-a*x^2)", -2...3, ["a": "0.7"]), .init("x^4", -1...2), .init("abs(x)", -1...2), .init("1/x", -1...2),
        .init("exp(x)", -1...2),
        // Zeros that cross, touch, lie at the ends, are no fractions, or cannot be told.
        .init("2*x*(1-x)*(2*x-3*x^2)", 0...1), .init("(x^2 - 2)^2 - 1", -2...2), .init("(x^2 - 2)^2", -2...2),
        .init("max(0, x)", -1...2), .init("ln(x)", -1...3),
    ]
}

/// The members of a certificate's object, to be changed.
struct Entry {
    var members: [JSONTree.Member]

    init(members: [JSONTree.Member]) { self.members = members }

    init(firstIn json: [UInt8]) throws {
        let tree = try JSONTree(reading: json, file: "c.json")
        guard case .list(let entries) = tree.value, case .object(let members)? = entries.first?.value else {
            throw HonestCertificate.Failure()
        }
        self.members = members
    }

    subscript(_ key: String) -> JSONTree {
        get { members.first { $0.key == key }?.value ?? .null }
        set { for i in members.indices where members[i].key == key { members[i].value = newValue } }
    }

    var bytes: [UInt8] { Array(JSONTree.list([JSONTree(.object(members))]).description.utf8) }

    /// Whether the checker believes it.
    var isVerified: Bool {
        (try? CertificateVerification(bytes, file: "c.json", read: { _ in throw HonestCertificate.Failure() }))?
            .isVerified
            ?? false
    }
}

extension JSONTree {
    var items: [JSONTree] { if case .list(let items) = value { items } else { [] } }
    var number: Double { if case .number(let number) = value { number } else { .nan } }
    var string: String { if case .text(let text) = value { text } else { "" } }

    subscript(_ key: String) -> JSONTree {
        get {
            guard case .object(let members) = value else { return .null }
            return Entry(members: members)[key]
        }
        set {
            guard case .object(let members) = value else { return }
            var entry = Entry(members: members)
            entry[key] = newValue
            value = .object(entry.members)
        }
    }
}
