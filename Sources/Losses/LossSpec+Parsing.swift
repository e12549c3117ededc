import Diagnostics
import Tables

extension LossSpec {
    /// Reads a name or an alias, with the values of parameters in brackets: `mse`, `focal(gamma=2)`. A parameter that is
    /// not given has its default.
    ///
    /// - Throws: a `Diagnostic` with the first thing that is wrong.
    public init(_ text: String) throws {
        let bracket = text.firstIndex(of: "(")
        let written = text[..<(bracket ?? text.endIndex)]
        guard let name = LossName(named: String(written)) else {
            if written.contains(","), written.split(separator: ",").allSatisfy({ LossName(named: String($0)) != nil }) {
                throw Diagnostic(
                    "'\(written)' names several losses",
                    hint: "separate them with spaces: \(written.split(separator: ",").joined(separator: " "))")
            }
            throw LossSpec.unknown(String(written))
        }
        guard let bracket else {
            self.init(name)
            return
        }
        let example = LossSpec(name).description
        guard !name.parameters.isEmpty else {
            throw Diagnostic(
                "\(name.rawValue) takes no parameters, '\(text)' gives some", hint: "write \(name.rawValue)")
        }
        guard let end = text.firstIndex(of: ")") else {
            throw Diagnostic("'\(text)' does not close its bracket", hint: "for example \(example)")
        }
        guard text.index(after: end) == text.endIndex else {
            throw Diagnostic("'\(text)' goes on after its bracket", hint: "for example \(example)")
        }
        let inside = text[text.index(after: bracket)..<end]
        guard inside.contains(where: { $0 != " " }) else {
            throw Diagnostic("'\(text)' has nothing in its brackets", hint: "write \(name.rawValue), or \(example)")
        }
        var given: [Int: Double] = [:]
        for assignment in inside.split(separator: ",", omittingEmptySubsequences: false) {
            let (index, value) = try LossSpec.assignment(assignment, of: name)
            guard given.updateValue(value, forKey: index) == nil else {
                throw Diagnostic(
                    "\(name.rawValue) is given \(name.parameters[index].name) twice", hint: "give each parameter once")
            }
        }
        self.init(name, values: name.parameters.enumerated().map { given[$0] ?? $1.defaultValue })
    }

    /// One `name=value`: the parameter's index, and its value.
    private static func assignment(_ text: Substring, of loss: LossName) throws -> (index: Int, value: Double) {
        let example = LossSpec(loss).description
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
        guard sides.count == 2 else {
            throw Diagnostic(
                "'\(trimmed(text))' is not a parameter of \(loss.rawValue) and its value",
                hint: "for example \(example)")
        }
        let names = loss.parameters.map(\.name)
        guard let index = names.firstIndex(of: LossName.key(sides[0])) else {
            let meant = Suggestion.nearest(to: sides[0], among: names).map { "did you mean '\($0)'?" }
            throw Diagnostic(
                "\(loss.rawValue) has no parameter '\(sides[0])'",
                hint: meant ?? "it has \(names.joined(separator: ", "))")
        }
        let parameter = loss.parameters[index]
        let bytes = Array(sides[1].utf8)
        guard case .value(let value) = DecimalNumeral(bytes, in: 0..<bytes.count) else {
            throw Diagnostic(
                "\(parameter.name)=\(sides[1]) of \(loss.rawValue) is not a number", hint: "for example \(example)")
        }
        guard parameter.range.contains(value) else {
            let ends = [parameter.range.lowerBound, parameter.range.upperBound].map(LossParameter.text)
            throw Diagnostic(
                "\(parameter.name)=\(sides[1]) of \(loss.rawValue) is out of range",
                hint: "give a number from \(ends[0]) to \(ends[1])")
        }
        return (index, value)
    }

    private static func unknown(_ name: String) -> Diagnostic {
        let meant = Suggestion.nearest(to: name, among: LossName.allNames)
        return Diagnostic(
            "unknown loss '\(name)'", hint: meant.map { "did you mean '\($0)'?" } ?? "the losses are \(allNames)")
    }

    /// The names of all losses, for hints.
    public static var allNames: String { LossName.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
