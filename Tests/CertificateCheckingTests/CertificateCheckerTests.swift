import CertificateChecking
import LossPlots
import TestSupport
import Testing

@Suite struct CertificateCheckerTests {
    @Test("What the prover claims is verified", arguments: HonestCertificate.all)
    func honest(certificate: HonestCertificate) throws {
        let verification = try CertificateVerification(try certificate.json(), file: "c.json") { _ in [] }
        #expect(verification.outcomes.map(\.rejection) == [nil])
    }

    /// All that are told from the form or for a convex loss; where the checker has to search, every sixth of the
    /// others, other ones for each certificate.
    private static func mutations(_ index: Int, _ honest: Entry) -> [Mutation] {
        var random = SplitMix64(seed: UInt64(index))
        let isQuick = honest["basis"].string == "structural"
        return Mutation.all(of: honest, using: &random).enumerated().filter { place, mutation in
            isQuick || mutation.isOfForm || place % 6 == index % 6
        }.map(\.element)
    }

    @Test("Any change of a certificate's meaning is rejected", arguments: Array(HonestCertificate.all.enumerated()))
    func mutated(index: Int, certificate: HonestCertificate) throws {
        let honest = try certificate.entry()
        let mutations = CertificateCheckerTests.mutations(index, honest)
        #expect(mutations.count >= 80)
        for mutation in mutations {
            #expect(!mutation.entry.isVerified, "\(certificate.testDescription): \(mutation.name) passes")
        }
    }

    @Test("There are thousands of them, of every kind of field, and a thousand beyond mere form")
    func numbers() throws {
        #expect(HonestCertificate.all.count >= 20)
        var names: [String] = []
        var keys: Set<String> = []
        for (index, certificate) in HonestCertificate.all.enumerated() {
            let honest = try certificate.entry()
            keys.formUnion(honest.members.map(\.key))
            names += CertificateCheckerTests.mutations(index, honest).filter { !$0.isOfForm }.map(\.name)
        }
        #expect(names.count >= 1000)
        // The words for what a change is of begin with its key, or say it in words.
        for (key, word) in [
            ("loss", "instead"), ("link", "link"), ("parameters", "parameter"), ("data", "samples"), ("data", "x["),
            ("data", "y["), ("window", "another window"), ("ends", "ends["), ("verdict", "verdict "),
            ("basis", "basis "), ("scope", "scope "), ("witness", "witness"), ("chord", "chord"), ("chord", "gap"),
            ("inflections", "inflections["), ("concave", "concave["), ("minima", "minima["), ("maxima", "maxima["),
            ("global_minimum", "global_minimum"), ("unresolved", "unresolved with"),
            ("unresolved_slope", "unresolved_slope with"), ("unresolved_bend", "unresolved_bend with"),
            ("unresolved_value", "unresolved_value with"), ("zeros", "zeros["),
        ] {
            #expect(names.contains { $0.contains(word) }, "nothing changes \(key): \(word)")
            keys.remove(key)
        }
        #expect(keys == ["format"])
    }

    @Test("A rejection names the claim that fails")
    func reasons() throws {
        var entry = try HonestCertificate.all[0].entry()
        entry["minima"] = .list([entry["minima"].items[0]])
        let verification = try CertificateVerification(entry.bytes, file: "c.json") { _ in [] }
        let reason = try #require(verification.outcomes.first?.rejection)
        #expect(reason.hasPrefix("minima, maxima: none is listed in ["))
    }

    @Test("Where zeros accumulate and the search ran dry, what is claimed and what is left open is verified")
    func accumulation() throws {
        var spec = CertificateSpec(subjects: ["sin(1/x)"])
        spec.window = -0.01...1
        let entry = try Entry(firstIn: try spec.proved().json)
        #expect(entry["zeros"].items.count > 100 && !entry["unresolved_value"].items.isEmpty)
        let verification = try CertificateVerification(entry.bytes, file: "c.json") { _ in [] }
        #expect(verification.outcomes.map(\.rejection) == [nil])
    }

    @Test(
        "Zeros of J, its slope and its curvature at the window's ends, and values that underflow, are verified",
        arguments: [
            ("x*(1-x)", 0.0...1), ("x^2+x", 0...1), ("x*exp(x)", 0...1), ("sin(x)*exp(x)", 0...1), ("x/(1+x)", 0...5),
            ("x*exp(-x)", 0...4), ("sqrt(x+1)-1", 0...2), ("sqrt(x+4)-2", 0...2), ("sqrt(2*x+1)-1", 0...3),
            ("x^2", 0...1), ("x^3", 0...1), ("x^3-x", 0...1), ("x^3/3", 0...1), ("x^3-x^4/2", 0...2),
            ("tan(x)", 0...1), ("atan(x)", 0...1), ("sin(x)", 0...3), ("sin(x)", -3...0), ("sin(x)^3", 0...3),
            ("x*sin(x)", 0...3), ("1e-322*x", -1...1),
        ])
    func ends(expression: String, window: ClosedRange<Double>) throws {
        var spec = CertificateSpec(subjects: [expression])
        spec.window = window
        let verification = try CertificateVerification(try spec.proved().json, file: "c.json") { _ in [] }
        #expect(verification.outcomes.map(\.rejection) == [nil])
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
