import Calculus
import Diagnostics

/// What the names of an expression stand for.
enum Names {
    /// A name that is called with arguments.
    enum Function: Hashable {
        case elementary(ElementaryFunction)
        case power, choice
        case minimum, maximum
        case mean, sum
    }

    static let functions: [String: Function] = {
        var table: [String: Function] = [
            "ln": .elementary(.log), "sgn": .elementary(.sign), "pow": .power, "if": .choice,
            "min": .minimum, "max": .maximum, "mean": .mean, "sum": .sum,
        ]
        for function in ElementaryFunction.allCases { table[function.rawValue] = .elementary(function) }
        return table
    }()

    static let constants: [String: Numeral] = ["pi": .pi, "e": .e]

    static let variables: [String: Expression.Variable] = [
        "x": .x, "y": .y, "theta": .theta, "w": .w, "b": .b,
    ]

    /// The one spelling of a name that may be written in Greek.
    static func canonical(_ name: String) -> String { greek[name] ?? name }

    private static let greek = ["θ": "theta", "ϑ": "theta", "π": "pi", "σ": "sigmoid", "Γ": "gamma"]

    /// Whether a parameter may be called so: w, b and θ may be fixed, the columns and what is predefined may not.
    static func canBeParameter(_ name: String) -> Bool {
        guard let first = name.first, first.startsName, name.allSatisfy(\.continuesName) else { return false }
        return functions[name] == nil && constants[name] == nil && name != "x" && name != "y"
    }

    /// The way out for a name that means nothing.
    static func hint(for name: String, parameters: [String]) -> String? {
        // Letters that are names each: a product without its sign.
        let letters = name.map { canonical(String($0)) }
        let isProduct = letters.allSatisfy { variables[$0] != nil || constants[$0] != nil || parameters.contains($0) }
        if letters.count > 1, letters.count <= 4, isProduct {
            return "write \(name.map(String.init).joined(separator: "*")) for a product"
        }
        let known = functions.keys.sorted() + constants.keys.sorted() + variables.keys.sorted() + parameters.sorted()
        if let nearest = Suggestion.nearest(to: name, among: known) { return "did you mean '\(nearest)'?" }
        return "use x, y, theta, w, b or a parameter of your own, as in --let \(name)=1"
    }
}
