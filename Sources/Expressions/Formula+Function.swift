import Calculus

extension Formula {
    static func applied(_ function: ElementaryFunction, _ a: Formula) -> Formula {
        func call(_ name: String) -> Formula { Formula("\(name)(\(a.text))", .atom, depth: a.depth) }
        switch function {
        case .exp, .sin, .cos, .tan, .tanh: return call("\\\(function.rawValue)")
        case .log: return call("\\ln")
        case .sigmoid: return call("\\sigma")
        case .gamma: return call("\\Gamma")
        case .sign: return call("\\sgn")
        case .relu: return Formula("\\max(0, \(a.text))", .atom, depth: a.depth)
        case .abs: return Formula("|\(a.text)|", .atom, depth: a.depth)
        case .floor: return Formula("\\lfloor \(a.text)\\rfloor ", .atom, depth: a.depth)
        case .sqrt: return Formula("\(a.inside(.atom, closed: true))^{1/2}", .power, depth: a.depth + 1)
        case .cbrt: return Formula("\(a.inside(.atom, closed: true))^{1/3}", .power, depth: a.depth + 1)
        case .expm1, .log1p, .asin, .acos, .atan, .sinh, .cosh, .softplus, .erf, .step:
            return call("\\mathrm{\(function.rawValue)}")
        }
    }

    static func called(_ name: String, _ arguments: [Formula]) -> Formula {
        Formula(
            "\(name)(\(arguments.map(\.text).joined(separator: ", ")))", .atom, depth: arguments.map(\.depth).max() ?? 0
        )
    }

    static func reduced(_ reduction: Reduction, _ a: Formula) -> Formula {
        let sign =
            switch reduction {
            case .mean: "N^{-1}\\sum_i"
            case .sum: "\\sum_i"
            case .minimum: "\\min_i"
            case .maximum: "\\max_i"
            }
        return Formula("\(sign)\\,\(a.inside(.product))", .product, isOpenEnded: true, depth: max(1, a.depth))
    }
}
