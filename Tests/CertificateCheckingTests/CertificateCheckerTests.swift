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
}
