import Testing

/// Assertions on zeros, as a user's spec makes them.
@Suite struct ZeroAssertionTests {
    private func rendered(_ spec: String) throws -> Command.Result {
        let directory = TemporaryDirectory()
        try directory.write(spec, to: "a.yaml")
        return try directory.run("render", "-q", "a.yaml")
    }

    @Test("Zeros are asserted by their number and places, as fractions too")
    func assertedZeros() throws {
        let head = "formulas: (3*x - 2)*(x - 1)\nrange: [0, 2]\nformats: svg\nassert:\n"
        for (line, error) in [
            ("f[0].zeros.count: 2", nil), ("f[0].zeros[0]: 2/3 ± 1e-15", nil), ("f[0].zeros[1]: 1 ± 0", nil),
            ("f[0].zeros.count: 1", "fails: found 2"), ("f[0].zeros[0]: 1/3 ± 0.1", "fails: found 0.66666667"),
            ("f[0].zeros[2]: 1 ± 1", "no zero 2 is proved; the last is 1"),
            ("f[0].zeros[0]: 2/0 ± 1", "'2/0 ± 1' is no number with a tolerance"),
            ("f[0].zeros[0]: 2/1.5 ± 1", "is no number with a tolerance"),
            ("f[0].zeros[0].x: 1 ± 1", "'.x' is too much"),
            ("f[0].zero.count: 1", "unknown 'zero'; did you mean 'zeros'?"),
        ] as [(String, String?)] {
            let result = try rendered(head + "  \(line)\n")
            #expect(result.status == (error == nil ? 0 : 2), "\(line): \(result.error)")
            if let error { #expect(result.error.contains(error), "\(result.error)") }
        }
        let touching = head.replacing("(3*x - 2)*(x - 1)", with: "(x^2 - 2)^2*(x - 1)")
        let result = try rendered(touching + "  f[0].zeros.count: 1\n")
        #expect(result.error.contains("found 1, and perhaps more that could not be told"), "\(result.error)")
    }
}
