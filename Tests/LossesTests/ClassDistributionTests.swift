import Diagnostics
import Testing

@testable import Losses

@Suite("Distributions over classes")
struct ClassDistributionTests {
    @Test("What sums to 1 up to rounding is a distribution, hard, soft or of many classes")
    func accepted() throws {
        for p in [
            [1.0, 0, 0], [0.9, 0.05, 0.05], [0.1, 0.2, 0.7], [0.5, 0.5 + 5e-10], Array(repeating: 1.0 / 7, count: 7),
        ] {
            #expect(try ClassDistribution(p, named: "it").probabilities == p)
        }
        #expect(try ClassDistribution([-0.0, 1], named: "it") == ClassDistribution([0, 1], named: "it"))
    }

    @Test("It is written to twelve decimals, and what is less than those as it is")
    func written() throws {
        #expect(try ClassDistribution([0.1 + 0.2, 0.7], named: "it").description == "(0.3, 0.7)")
        #expect(try ClassDistribution([1e-300, 1], named: "it").description == "(1e-300, 1)")
        #expect(try ClassDistribution([1e-5, 0.99999], named: "it").description == "(1e-5, 0.99999)")
    }

    @Test(
        "What is none is refused by its name, with the sum or the probability",
        arguments: [
            ([0.8, 0.1, 0.2], "prediction 2 (0.8, 0.1, 0.2) sums to 1.1, not to 1"),
            ([0.8, 0.1], "prediction 2 (0.8, 0.1) sums to 0.9, not to 1"),
            ([0.5, 0.5 + 2e-9], "prediction 2 (0.5, 0.500000002) sums to 1.000000002, not to 1"),
            ([1.2, -0.2, 0], "prediction 2 (1.2, -0.2, 0) has the probability -0.2"),
            ([.infinity, 0], "prediction 2 (inf, 0) has the probability inf"),
            ([1], "prediction 2 has 1 class"), ([], "prediction 2 has 0 classes"),
        ])
    func refused(p: [Double], message: String) {
        let error = #expect(throws: Diagnostic.self) { try ClassDistribution(p, named: "prediction 2") }
        #expect(error?.message == message)
        #expect(error?.hint != nil)
    }
}
