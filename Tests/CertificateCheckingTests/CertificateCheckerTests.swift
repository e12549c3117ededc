import CertificateChecking
import LossPlots
import Testing

@Suite struct CertificateCheckerTests {
    @Test("What the prover claims is verified", arguments: HonestCertificate.all)
    func honest(certificate: HonestCertificate) throws {
        let verification = try CertificateVerification(try certificate.json(), file: "c.json") { _ in [] }
        #expect(verification.outcomes.map(\.rejection) == [nil])
    }

    @Test("Any change of a certificate's meaning is rejected", arguments: Array(HonestCertificate.all.enumerated()))
    func mutated(index: Int, certificate: HonestCertificate) throws {
        var random = SplitMix64(state: UInt64(index))
        let honest = try certificate.entry()
        #expect(honest.isVerified)
        let mutations = Mutation.all(of: honest, using: &random)
        #expect(mutations.count >= 100)
        for mutation in mutations {
            #expect(!mutation.entry.isVerified, "\(certificate.testDescription): \(mutation.name) passes")
        }
    }

    @Test("There are thousands of them, of every kind of field")
    func numbers() throws {
        var count = 0
        var random = SplitMix64(state: 0)
        for certificate in HonestCertificate.all {
            count += Mutation.all(of: try certificate.entry(), using: &random).count
        }
        #expect(count >= 4000)
        #expect(HonestCertificate.all.count >= 20)
    }

    @Test("A rejection names the claim that fails")
    func reasons() throws {
        var entry = try HonestCertificate.all[0].entry()
        entry["minima"] = .list([entry["minima"].items[0]])
        let verification = try CertificateVerification(entry.bytes, file: "c.json") { _ in [] }
        let reason = try #require(verification.outcomes.first?.rejection)
        #expect(reason.hasPrefix("minima, maxima: none is listed in ["))
    }

    @Test("Many samples are verified in seconds")
    func manySamples() throws {
        var spec = CertificateSpec(subjects: ["mse", "ce"])
        spec.data = .builtIn(samples: 600)
        let json = try spec.proved().json
        #expect(try CertificateVerification(json, file: "c.json", budget: 1_000_000) { _ in [] }.isVerified)
    }

    @Test("Beyond the budget nothing is said but that, of a true certificate and of a false one")
    func budget() throws {
        var entry = try HonestCertificate.all[0].entry()
        for _ in 0..<2 {
            let verification = try CertificateVerification(entry.bytes, file: "c.json", budget: 500) { _ in [] }
            guard case .unchecked(let diagnostic)? = verification.outcomes.first?.finding else {
                Issue.record("it was checked")
                return
            }
            #expect(!verification.isVerified && verification.outcomes[0].rejection == nil)
            #expect(
                "\(diagnostic)".contains("mse: cannot check 7 samples within the budget of 500 terms; certify a part"))
            entry["inflections"] = .list(entry["inflections"].items.dropLast())
        }
    }
}
