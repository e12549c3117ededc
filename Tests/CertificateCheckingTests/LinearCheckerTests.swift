import CertificateChecking
import LossPlots
import Testing

@Suite struct LinearCheckerTests {
    @Test("What is proved of a linear model is verified", arguments: LinearCertificate.all)
    func honest(certificate: LinearCertificate) throws {
        let verification = try CertificateVerification(try certificate.json(), file: "c.json") { _ in [] }
        #expect(verification.outcomes.map(\.rejection) == [nil])
    }

    @Test("Any change of its meaning is rejected", arguments: LinearCertificate.all)
    func mutated(certificate: LinearCertificate) throws {
        let honest = try certificate.entry()
        let mutations = Mutation.allLinear(of: honest)
        #expect(mutations.count >= 90)
        for mutation in mutations {
            #expect(!mutation.entry.isVerified, "\(certificate.testDescription): \(mutation.name) passes")
        }
    }

    @Test(
        "What is claimed of classes follows from the data",
        arguments: [("ce", "separable", false), ("exponential", "overlapping", true), ("kl", "separable", false)])
    func minimiser(loss: String, data: String, hasMinimiser: Bool) throws {
        let entry = try #require(LinearCertificate.all.first { $0.subject == loss && $0.dataName == data }).entry()
        #expect(entry["has_minimiser"].value == .bool(hasMinimiser))
        #expect((entry["separating_direction"] == .null) == hasMinimiser)
    }

    @Test("A touching pair of classes is neither proved to overlap nor to be apart, and nothing is claimed")
    func touching() throws {
        let entry = try #require(LinearCertificate.all.first { $0.dataName == "touching" }).entry()
        #expect(entry["has_minimiser"] == .null && entry["separating_direction"] == .null)
    }

    @Test("The table in a file must be the one that was certified")
    func table() throws {
        let rows = (0..<201).map { "\($0 % 7),\($0 % 5),\($0 % 2)\n" }.joined()
        let bytes = Array("a,b,y\n\(rows)".utf8)
        var spec = CertificateSpec(subjects: ["ce"])
        spec.data = .table(bytes: bytes, path: "big.csv", x: "a,b", y: nil, skipMissing: false)
        let json = try spec.proved().json
        #expect(try CertificateVerification(json, file: "c.json") { _ in bytes }.isVerified)
        let other = try CertificateVerification(json, file: "c.json") { _ in bytes + [0x0A] }
        #expect(other.outcomes[0].rejection?.hasPrefix("data: 'big.csv' has the SHA-256") == true)
    }
}
