import LossPlots
import TestSupport
import Testing

@Suite("What certify writes, verify accepts") struct RandomCertificateTests {
    /// Questions, and the rejections of what is proved in answer.
    private func rejections(of questions: [RandomQuestion]) throws -> [String] {
        try questions.compactMap { question in
            var spec = CertificateSpec(subjects: [question.subject])
            (spec.data, spec.link, spec.window) = (.builtIn(samples: question.samples), question.link, question.window)
            let verification = try CertificateVerification(try spec.proved().json, file: "c.json") { _ in [] }
            #expect(verification.outcomes.count == 1)
            return verification.isVerified
                ? nil : "\(question.testDescription): \(verification.outcomes.map { $0.rejection ?? "unchecked" })"
        }
    }

    @Test("Of random formulas over windows of any size", arguments: 0..<10)
    func formulas(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        #expect(try rejections(of: (0..<10).map { _ in .formula(using: &random) }) == [])
    }

    @Test("Of losses of random kind over windows of any size", arguments: 0..<3)
    func losses(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(1000 + seed))
        #expect(try rejections(of: (0..<10).map { _ in .loss(using: &random) }) == [])
    }

    @Test(
        "Of what underflows, has a hole, a wide window, or a kink at the window's end",
        arguments: [
            ("x^100", -1.0...1), ("x*1e-320", -1...1), ("atan(x)/x", -2...2), ("sin(x)", -1e10...1e10), ("mae", 0...1),
            ("x^100", 0...1e8), ("x^3", -1e10...1e10), ("x^2*1e200*1e200", -3...3), ("x/x + x/5", -2...2),
            ("sign(x^2)", -1...1), ("-x^100", 0...1e7), ("max(x, x^2)", -1e10...1e10), ("sqrt(x)", -1e10...1e10),
            ("hinge", -1...1), ("hinge", -1e67...1e67), ("zero_one", 0...5), ("zero_one", -1e6...1e6),
            ("mae", -5...0), ("focal", -1e10...1e10), ("exp(tan(x) - 248)", 0...1e10),
            ("x^x - min(2.26, x)", -5...5), ("acos(x^x)", -3...3), ("tan(x^x)", -2...2),
        ])
    func hard(subject: String, window: ClosedRange<Double>) throws {
        let question = RandomQuestion(subject: subject, link: nil, window: window, samples: 7)
        #expect(try rejections(of: [question]) == [])
    }
}
