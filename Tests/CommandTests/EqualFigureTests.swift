import Testing

/// Two ways of saying the same, held against each other before any stored picture.
@Suite("Equal figures")
struct EqualFigureTests {
    let directory = TemporaryDirectory()

    private func figure(_ arguments: String...) throws -> [UInt8] {
        let result = try Command(arguments + ["-o", "-", "--format", "svg"], in: directory).run()
        #expect(result.status == 0, "\(result.error)")
        return result.output
    }

    @Test("An alias is its loss, in any case and with hyphens")
    func aliases() throws {
        let mse = try figure("mse")
        #expect(try figure("squared_error") == mse)
        #expect(try figure("Squared-Error") == mse)
        #expect(try figure("curve", "mse") == mse)
        #expect(try figure("log_loss") == figure("ce"))
    }

    @Test("Defaults may be said")
    func defaults() throws {
        #expect(
            try figure("mse")
                == figure(
                    "mse", "--samples", "7", "--theta", "-5:5", "--link", "sigmoid", "--derivative", "0", "--lang",
                    "en",
                    "--theme", "graphpaper", "--size", "800x500", "--scale", "2", "--svg-text", "outlines", "--mark",
                    "verdict,concave,minima,chord"))
    }

    @Test("--range is --theta, with a blank or an equals sign")
    func range() throws {
        let wide = try figure("ce", "--theta", "-50:50")
        #expect(try figure("ce", "--theta=-50:50") == wide)
        #expect(try figure("ce", "--range", "-50.0:5e1") == wide)
        #expect(try figure("ce") != wide)
    }

    @Test("The same table in other clothes gives the same curves")
    func tables() throws {
        let plain = "x,y\n-2,0\n0.5,1\n1,1\n"
        let variants = [
            "crlf": "x,y\r\n-2,0\r\n0.5,1\r\n1,1\r\n", "bom": "\u{FEFF}" + plain,
            "quoted": "\"x\",\"y\"\n\"-2\",\"0\"\n0.5,1\n1,1",
            "tabs": "x\ty\n-2\t0\n0.5\t1\n1\t1\n", "semicolons": "x;y\n-2;0\n5e-1;1\n+1;1\n",
            "blank": "x,y\n\n-2,0\n0.5,1\n\n1,1\n",
        ]
        try directory.write(plain, to: "data.csv")
        let wanted = try figure("mse", "--data", "data.csv")
        for (name, text) in variants {
            try directory.write(text, to: "data.csv")
            #expect(try figure("mse", "--data", "data.csv") == wanted, "\(name)")
        }
        var command = Command(["mse", "--data", "-", "-o", "s.svg"], in: directory)
        command.input = Array(plain.utf8)
        #expect(try command.run().status == 0)
        #expect(String(decoding: directory.bytes(of: "s.svg"), as: UTF8.self).contains("Data: stdin, 3 samples"))
    }

    @Test("Missing values can be left out, with a warning that counts them")
    func missing() throws {
        try directory.write("x,y\n-2,0\nNA,1\n0.5,1\n1,1\n", to: "data.csv")
        let result = try directory.run("mse", "--data", "data.csv", "--skip-missing", "-o", "f.svg")
        #expect(result.status == 0)
        #expect(result.error.hasPrefix("lossplot: warning: data.csv:3:"))
        #expect(String(decoding: directory.bytes(of: "f.svg"), as: UTF8.self).contains("3 samples"))
    }
}
