import Calculus

extension Formula {
    static func applied(_ function: ElementaryFunction, _ a: Formula) -> Formula {
        func call(_ name: String) -> Formula { Formula("\(name)(\(a.flat))", .atom, depth: a.depth) }
        switch function {
        case .exp, .sin, .cos, .tan, .tanh: return call("\\\(function.rawValue)")
        case .log: return call("\\ln")
        case .sigmoid: return call("\\sigma")
        case .gamma: return call("\\Gamma")
        case .sign: return call("\\sgn")
        case .relu: return Formula("\\max(0, \(a.flat))", .atom, depth: a.depth)
        case .abs: return Formula("|\(a.flat)|", .atom, depth: a.depth)
        case .floor: return Formula("\\lfloor \(a.flat)\\rfloor ", .atom, depth: a.depth)
        case .sqrt: return Formula("\\sqrt{\(a.flat)}", .atom, depth: a.depth + 1)
        case .cbrt: return Formula("\\sqrt[3]{\(a.flat)}", .atom, depth: a.depth + 1)
        case .expm1, .log1p, .asin, .acos, .atan, .sinh, .cosh, .softplus, .erf, .step:
            return call("\\operatorname{\(function.rawValue)}")
        }
    }

    static func called(_ name: String, _ arguments: [Formula]) -> Formula {
        Formula(
            "\(name)(\(arguments.map(\.flat).joined(separator: ", ")))", .atom, depth: arguments.map(\.depth).max() ?? 0
        )
    }

    static func reduced(_ reduction: Reduction, _ a: Formula) -> Formula {
        let mean = "\\frac{1}{N}\\sum_i"
        let sign =
            switch reduction {
            case .mean: mean
            case .sum: "\\sum_i"
            case .minimum: "\\min_i"
            case .maximum: "\\max_i"
            }
        return Formula(
            "\(sign)\\,\(a.inside(.product))", .product, isOpenEnded: true, depth: max(1, a.depth),
            slashed: "\(sign == mean ? "N^{-1}\\sum_i" : sign)\\,\(a.flatInside(.product))")
    }
}
