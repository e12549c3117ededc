import Testing

@testable import Typography

struct MathSymbolsTests {
    @Test("Tables that are searched by halves are sorted and name nothing twice")
    func sorted() {
        for names in [MathCommand.all.map(\.name), MathSymbols.names, MathParser.structures] {
            #expect(zip(names, names.dropFirst()).allSatisfy { $0 < $1 })
        }
        for command in MathCommand.all { #expect(MathCommand.named(command.name)?.scalar == command.scalar) }
        #expect(MathSymbols.names.allSatisfy(MathSymbols.isName))
        #expect(MathCommand.named("") == nil && MathCommand.named("zzz") == nil && !MathSymbols.isName("x"))
    }

    @Test("What is suggested exists")
    func structures() throws {
        for name in MathParser.structures where !["begin", "right"].contains(name) {
            let arguments =
                switch name {
                case "left": "(x\\right)"
                case "big", "bigg": "("
                case "limits", "nolimits": "_i"
                default: "{x}{y}"
                }
            var parser = MathParser((name.hasSuffix("limits") ? "\\sum" : "") + "\\" + name + arguments)
            #expect(throws: Never.self, "\(name)") { try parser.parse() }
        }
    }

    @Test("Functions with limits are functions, and are written as they are read")
    func names() {
        for name in ["max", "min", "argmax", "argmin", "lim", "sup", "inf"] {
            #expect(MathSymbols.isName(name) && MathSymbols.takesLimits(name))
        }
        #expect(!MathSymbols.takesLimits("ln") && MathSymbols.spelling(of: "argmin") == "arg min")
    }

    @Test("Delimiters are the characters and commands that TeX knows as such")
    func delimiters() {
        #expect(MathSymbols.delimiter("(") == "(" && MathSymbols.delimiter("<") == "⟨")
        #expect(MathSymbols.delimiter("langle") == "⟨" && MathSymbols.delimiter("rVert") == "‖")
        #expect(MathSymbols.delimiter("x") == nil && MathSymbols.delimiter("alpha") == nil)
        #expect(MathSymbols.delimiter("") == nil)
    }
}
