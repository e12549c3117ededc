import Foundation
import Testing

@Suite("Certificates on the command line")
struct CertifyCommandTests {
    let directory = TemporaryDirectory()

    @Test("certify prints a short proof of each loss")
    func proof() throws {
        let result = try directory.run("certify", "mse", "ce", "--samples", "7")
        #expect(result.status == 0 && result.error == "")
        #expect(
            result.text.hasPrefix(
                "mse with the sigmoid link on 7 samples of outlier: not convex on ℝ, proved by intervals\n"))
        #expect(result.text.contains("\n  witness      J″(0.185) = −1.414878 ± "))
        #expect(
            result.text.contains("ce with the sigmoid link on 7 samples of outlier: strictly convex on ℝ, by a rule"))
        if Command.isShipped { #expect(result.cpu <= 0.05) }
    }

    private struct Entry: Decodable {
        struct Witness: Decodable {
            var theta: Double
            // swift-format-ignore
            var second_derivative: [Double]
        }
        struct Extremum: Decodable {
            var theta, value: [Double]
        }
        var loss, verdict, basis, scope: String
        var witness: Witness?
        var inflections, unresolved: [[Double]]
        var minima, maxima: [Extremum]
        // swift-format-ignore
        var global_minimum: [Double]?
    }

    @Test("certify --json prints what the product promises, -o writes the same")
    func json() throws {
        let result = try directory.run("certify", "mse", "x^4 - x^2", "--range=-2:2", "--json", "-o", "c.json")
        #expect(result.status == 0 && result.error == "")
        #expect(result.output == directory.bytes(of: "c.json"))
        let entries = try JSONDecoder().decode([Entry].self, from: Data(result.output))
        try #require(entries.count == 2)
        #expect(entries[0].loss == "mse" && entries[0].verdict == "not convex" && entries[0].scope == "ℝ")
        #expect(entries[0].witness?.theta == 0.185 && entries[0].minima.count == 2)
        #expect(entries[1].verdict == "not convex" && entries[1].basis == "interval" && entries[1].scope == "window")
        #expect(entries[1].minima.count == 2 && entries[1].maxima.count == 1 && entries[1].inflections.count == 2)
        let roots = entries[1].minima.map { ($0.theta[0], $0.theta[1]) }
        #expect(roots[1].0 <= 0.5.squareRoot() && 0.5.squareRoot() <= roots[1].1)
        #expect(try directory.run("certify", "mse", "-q", "-o", "c.json").output.isEmpty)
    }

    @Test("certify tells the zeros of an expression, and what could not be told of them; verify checks both")
    func zeros() throws {
        let text = try directory.run("certify", "x^2*(3*x - 2)*(x^2 - 3)", "1/x", "max(0, x)").text
        for line in [
            "zeros        x = −1.7320508 ± ", "x = 0 exactly, where f touches zero\n", "x = 2/3 exactly\n",
            "zeros undecided  near x = 0, where f may jump or have no value\n",
            "zeros undecided  x from −5 to ", ", where f is zero all along\n",
        ] {
            #expect(text.contains(line), "\(line) in \(text)")
        }
        #expect(try directory.run("certify", "mse", "ce").text.contains("zero  ") == false)
        #expect(try directory.run("certify", "x*(3*x - 2)", "1/x", "--json", "-o", "z.json").status == 0)
        let json = String(decoding: directory.bytes(of: "z.json"), as: UTF8.self)
        #expect(json.contains("\"exact\": \"2/3\""))
        let verified = try directory.run("verify", "z.json")
        #expect(verified.status == 0 && verified.text.contains(", 0 inflections, 2 zeros"))
        try directory.write(json.replacing("\"exact\": \"2/3\"", with: "\"exact\": null"), to: "z.json")
        let hidden = try directory.run("verify", "z.json")
        #expect(hidden.status == 1 && hidden.text.contains("zeros[1].exact: it is 2/3"), "\(hidden.text)")
    }

    @Test("A window inside the convex core and separable data are warned of")
    func warnings() throws {
        #expect(
            try directory.run("certify", "mse", "--theta=-0.05:0.05").text.contains("convex core |θ| ≤ ln 2/max|x|"))
        try directory.write("x,y\n-1,0\n2,1\n", to: "s.csv")
        #expect(try directory.run("certify", "ce", "--data", "s.csv").text.contains("has no finite minimiser"))
    }

    @Test(
        "Where an expression jumps or has a pole nothing is claimed of its convexity",
        arguments: ["abs(x)", "floor(x)"])
    func jumps(expression: String) throws {
        #expect(try directory.run("certify", expression).text.hasPrefix("\(expression): undecided on [−5, 5], "))
    }

    @Test("verify believes what certify wrote, with data inline and in a file")
    func verified() throws {
        #expect(try directory.run("certify", "mse", "ce", "hinge", "-q", "-o", "c.json").status == 0)
        let result = try directory.run("verify", "c.json")
        #expect(result.status == 0 && result.error == "")
        #expect(result.text.split(separator: "\n").count == 3)
        #expect(
            result.text.hasPrefix("verified: mse: not convex on ℝ (interval), 2 minima, 1 maximum, 4 inflections\n"))
        try directory.write("x,y\n" + (0..<201).map { "\(Double($0 % 7) - 3),\($0 % 2)\n" }.joined(), to: "big.csv")
        #expect(try directory.run("certify", "ce", "--data", "big.csv", "-q", "-o", "b.json").status == 0)
        #expect(try directory.run("verify", "b.json").status == 0)
        try directory.write("x,y\n" + (0..<201).map { "\(Double($0 % 7) - 3),\($0 % 3 / 2)\n" }.joined(), to: "big.csv")
        let other = try directory.run("verify", "b.json")
        #expect(other.status == 1 && other.text.contains("rejected: ce: data: 'big.csv' has the SHA-256"))
    }

    @Test("verify rejects a certificate that was tampered with, exit code 1, and says which claim fails")
    func tampered() throws {
        #expect(try directory.run("certify", "mse", "ce", "-q", "-o", "c.json").status == 0)
        let text = String(decoding: directory.bytes(of: "c.json"), as: UTF8.self)
        for (old, new, claim) in [
            ("\"not convex\"", "\"convex\"", "mse: verdict: 'convex' is claimed"),
            ("\"theta\": 0.185", "\"theta\": 0.19", "mse: witness.second_derivative: J″(0.19) lies in"),
            ("\"samples\": 7", "\"samples\": 6", "mse: ends[0]: J(-5.0) lies in"),
        ] {
            try directory.write(text.replacingOccurrences(of: old, with: new), to: "t.json")
            let result = try directory.run("verify", "t.json")
            #expect(result.status == 1 && result.error == "")
            #expect(result.text.contains("rejected: " + claim), "\(result.text)")
            #expect(try directory.run("verify", "-q", "t.json").output.isEmpty)
        }
    }

    @Test(
        "A broken file is one error with its place, exit code 2",
        arguments: [
            ("", "broken.json:1:1: the text ends where a value is needed"),
            ("[{\"format\": 1,\n\"format\": 1}]", "broken.json:2:1: the key 'format' is given twice"),
            ("[]", "broken.json: there is no certificate in it"), ("{}", "broken.json:1:1: the file is no list"),
            ("[{}]", "broken.json:1:2: a certificate lacks the key 'format'"),
            ("[{\"x\": NaN}]", "broken.json:1:8: this is no JSON value"),
        ])
    func broken(text: String, message: String) throws {
        try directory.write(text, to: "broken.json")
        let result = try directory.run("verify", "broken.json")
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.error.hasPrefix("lossplot: error: \(message)"), "\(result.error)")
        #expect(result.error.split(separator: "\n").count == 1 && result.error.contains("; "))
    }

    @Test("Several columns after --x are the features of a linear model, proved and verified")
    func features() throws {
        try directory.write("a,b,c,y\n1,0,2,1\n-1,1,1,0\n2,2,0.5,1\n-1,0.3,1,0\n0.5,-2,3,1\n-1.5,1,-1,0\n", to: "s.csv")
        let proof = try directory.run("certify", "ce", "mse", "--data", "s.csv", "--x", "a,b,c", "-o", "c.json")
        #expect(proof.status == 0 && proof.error == "")
        #expect(
            proof.text.hasPrefix(
                "ce with the sigmoid link of w·x + b in 3 features, on 6 samples of s.csv: strictly convex on ℝ^4, "))
        #expect(proof.text.contains("\n  minimiser  none is finite: the classes are separable\n"))
        #expect(proof.text.contains("\n  witness   ∂²J/∂w² = −0."))
        let result = try directory.run("verify", "c.json")
        #expect(result.status == 0 && result.error == "")
        #expect(
            result.text.hasPrefix(
                "verified: ce: strictly convex on ℝ^4 (structural), 3 features, no minimiser\nverified: mse: not convex"
            ))
        let text = String(decoding: directory.bytes(of: "c.json"), as: UTF8.self)
        try directory.write(text.replacingOccurrences(of: "\"rank\": 4", with: "\"rank\": 3"), to: "t.json")
        let tampered = try directory.run("verify", "t.json")
        #expect(tampered.status == 1 && tampered.text.contains("rejected: ce: rank: only the full rank, 4"))
    }

    @Test(
        "Columns that are not there, or twice, or have no weight in what is asked are one error",
        arguments: [
            (["ce", "--x", "a,q"], "there is no column 'q'"), (["ce", "--x", "a,b,a"], "'a' is asked for twice"),
            (["ce", "--x", "a,y", "--y", "y"], "'y' is asked for as x and as y"),
            (["ce", "--x", "a,,b"], "has no name"),
            (["ce", "--x", "a,\"b"], "opens a quote"), (["exp(x)", "--x", "a,b"], "an expression has one x"),
            (["ce", "--x", "a,b", "--theta=0:1"], "--theta is the window of one weight"),
        ])
    func featureErrors(arguments: [String], message: String) throws {
        try directory.write("a,b,y\n1,0,1\n2,1,0\n", to: "s.csv")
        let result = try Command(["certify", "--data", "s.csv"] + arguments, in: directory).run()
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.error.contains(message) && result.error.contains("; "), "\(result.error)")
        #expect(result.error.split(separator: "\n").count == 1)
    }

    @Test(
        "What is asked wrongly is one error with a way out",
        arguments: [
            (["certify", "msee"], "unknown loss 'msee'; did you mean 'mse'?"), (["certify"], "no loss is named"),
            (["certify", "sin("], "column 5: missing operand"), (["certify", "x*y"], "is a function of x and y"),
            (["certify", "mse", "--let", "a=1"], "--let is for expressions"),
            (["certify", "x", "--link", "tanh"], "--link is for losses"), (["certify", "mse", "mse"], "named twice"),
            (["certify", "mse", "--json", "-o", "-"], "2 things go to standard output"),
            (["verify", "none.json"], "cannot read 'none.json'"), (["verify"], "Missing expected argument"),
        ])
    func errors(arguments: [String], message: String) throws {
        let result = try Command(arguments, in: directory).run()
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.error.contains(message) && result.error.contains("; "), "\(result.error)")
        #expect(result.error.split(separator: "\n").count == 1)
    }
}
