import Foundation
import Testing

@Suite("Expressions on the command line")
struct PlotCommandTests {
    let directory = TemporaryDirectory()

    private struct Export: Decodable {
        struct Entry: Decodable {
            var name: String
            var segments: [[[Double]]]
        }
        var curves: [Entry]
    }

    private func segments(_ arguments: String...) throws -> [[[Double]]] {
        let result = try Command(["plot"] + arguments + ["--export", "e.json"], in: directory).run()
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error == "")
        let export = try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "e.json")))
        return try #require(export.curves.first).segments
    }

    @Test("The article's loss as an expression is the curve of the loss by name")
    func objective() throws {
        let formula = try segments("mean((y - sigmoid(theta*x))^2)", "--samples", "7", "--theta=-4:4")
        #expect(try directory.run("mse", "--theta=-4:4", "--export", "m.json").status == 0)
        let export = try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "m.json")))
        let named = try #require(export.curves.first?.segments.first)
        let line = try #require(formula.first)
        #expect(formula.count == 1)
        for point in named {
            let next = try #require(line.firstIndex { $0[0] >= point[0] })
            let (a, b) = (line[max(0, next - 1)], line[next])
            let t = b[0] == a[0] ? 0 : (point[0] - a[0]) / (b[0] - a[0])
            #expect(abs(a[1] + (b[1] - a[1]) * t - point[1]) < 1e-3)
        }
    }

    @Test("Poles and jumps are gaps, a hole is too small to see, and nothing is said of them")
    func gaps() throws {
        #expect(try segments("1/x").count == 2)
        #expect(try segments("floor(x)", "--range=-1.5:2.5").count == 5)
        let sinc = try segments("sin(x)/x", "--range=-20:20")
        #expect(sinc.count == 2)
        let (left, right) = (try #require(sinc[0].last), try #require(sinc[1].first))
        #expect(abs(left[0]) < 1e-4 && abs(right[0]) < 1e-4)
        #expect(abs(left[1] - 1) < 1e-3 && abs(right[1] - 1) < 1e-3)
    }

    @Test("What no line can follow is a box and a warning")
    func oscillation() throws {
        let result = try directory.run("plot", "sin(1/x)", "--range=-0.2:0.3", "-o", "f.svg")
        #expect(result.status == 0)
        #expect(
            result.error.hasPrefix("lossplot: warning: sin(1/x) turns too fast to be drawn as a line between −0.00"))
        #expect(String(decoding: directory.bytes(of: "f.svg"), as: UTF8.self).contains("fill-opacity=\".4\""))
    }

    @Test("Names get values with --let")
    func parameters() throws {
        let line = try #require(try segments("a*x + b0", "--let", "a=2", "--let", "b0=0.5", "--range=0:1").first)
        #expect(line.first == [0, 0.5])
        #expect(line.last == [1, 2.5])
    }

    @Test(
        "What is wrong is named with its column and a way out",
        arguments: [
            (["sin(x"], "column 4: '(' is not closed in 'sin(x'; close it with ')'"),
            (["mean((y - z)^2)"], "column 11: unknown name 'z'"),
            (["x + y"], "is a function of x and y, and a curve has one variable"),
            (["mean((w*x+b-y)^2)"], "is a function of w and b, and a curve has one variable"),
            ([], "no expression is given"),
            (["x", "theta"], "the formulas have different variables"), (["x", "x"], "is given twice"),
            (["a*x", "--let", "a"], "--let 'a' is not a name and a number"),
            (["a*x", "--let", "a=1", "--let", "a=2"], "--let gives 'a' twice"),
            (["x", "--link", "sigmoid"], "--link is for losses"),
            (["x", "--derivative", "1"], "derivatives of formulas"),
            (["1e306*x"], "the axis would reach"), (["1e308*x-1e308", "--range=-10:10"], "the axis would reach"),
        ])
    func errors(arguments: [String], text: String) throws {
        let result = try Command(["plot"] + arguments + ["-o", "f.png"], in: directory).run()
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("lossplot: error: "))
        #expect(result.error.contains(text), "\(result.error)")
        #expect(result.error.split(separator: "\n").count == 1)
        #expect(directory.names.isEmpty)
    }
}
