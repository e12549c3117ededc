import Calculus
import Descent
import Diagnostics

/// A descent as a user asked for it; what is not given has its default.
///
/// ```swift
/// var spec = try DescentSpec("gradient(step=2, momentum=0.9)")
/// spec.starts = [[-6], [0], [4]]
/// ```
public struct DescentSpec: Equatable, Sendable {
    public var method: DescentMethod.Name
    /// Each in its range and one of the method's.
    public private(set) var values: [DescentParameter: Double] = [:]
    /// Where it starts: θ, or (w, b) or (x, y), each.
    public var starts: [[Double]] = []

    /// The names of methods.
    public static let methodNames = DescentMethod.Name.allCases.map(\.rawValue)

    /// The most starts that one figure shows.
    public static let startLimit = 12

    public init(method: DescentMethod.Name) { self.method = method }

    /// Sets a parameter.
    ///
    /// - Parameter value: nil for what is no number.
    /// - Throws: `Diagnostic` when the method has no such parameter or the value is out of its range.
    public mutating func set(_ parameter: DescentParameter, to value: Double?, written: String) throws {
        try refuse(parameter)
        values[parameter] = try parameter.checked(value, written: written)
    }

    /// - Throws: `Diagnostic` when the method has no such parameter.
    public func refuse(_ parameter: DescentParameter) throws {
        guard parameter.methods.contains(method) else {
            let own = DescentParameter.of(method).map(\.rawValue)
            throw Diagnostic(
                "\(method.rawValue) has no parameter '\(parameter.rawValue)'",
                hint: "it has \(own.joined(separator: ", "))")
        }
    }

    /// Adds a start.
    ///
    /// - Throws: `Diagnostic` when it is there already, is too far away to be drawn, or there are too many.
    public mutating func add(start: [Double], written: String) throws {
        guard start.allSatisfy({ abs($0) <= 1e100 }) else {
            throw Diagnostic("the start \(written) is out of reach", hint: "keep numbers below 1e100")
        }
        guard !starts.contains(start) else {
            throw Diagnostic("the start \(written) is given twice", hint: "give it once")
        }
        guard starts.count < DescentSpec.startLimit else {
            throw Diagnostic("there are too many starts", hint: "give at most \(DescentSpec.startLimit)")
        }
        starts.append(start)
    }

    /// Reads a method with the values of its parameters in brackets: `newton`, `gradient(step=2, momentum=0.9)`.
    /// What is left out has its default, and so may be all: `newton()`.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    public init(_ text: String) throws {
        let bracket = text.firstIndex(of: "(")
        let name = String(text[..<(bracket ?? text.endIndex)])
        let example = "gradient(step=0.5, momentum=0.9) or newton"
        guard let method = DescentMethod.Name(rawValue: name) else {
            let names = DescentMethod.Name.allCases.map(\.rawValue)
            let meant = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
            throw Diagnostic("unknown method of descent '\(name)'", hint: meant ?? "for example \(example)")
        }
        self.init(method: method)
        guard let bracket else { return }
        guard text.last == ")" else {
            throw Diagnostic("'\(text)' does not end with its bracket", hint: "for example \(example)")
        }
        let inside = text[text.index(after: bracket)..<text.index(before: text.endIndex)]
        guard !inside.allSatisfy({ $0 == " " }) else { return }
        for assignment in inside.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
            guard sides.count == 2 else {
                throw Diagnostic(
                    "'\(assignment)' is not a parameter of \(name) and its value", hint: "for example \(example)")
            }
            guard let parameter = DescentParameter(rawValue: sides[0]) else {
                let own = DescentParameter.of(method).map(\.rawValue)
                let meant = Suggestion.nearest(to: sides[0], among: own).map { "did you mean '\($0)'?" }
                throw Diagnostic(
                    "\(name) has no parameter '\(sides[0])'", hint: meant ?? "it has \(own.joined(separator: ", "))")
            }
            guard values[parameter] == nil else {
                throw Diagnostic("\(name) is given \(sides[0]) twice", hint: "give each parameter once")
            }
            try set(parameter, to: Numeral(sides[1])?.nearest, written: sides[1])
        }
    }
}
