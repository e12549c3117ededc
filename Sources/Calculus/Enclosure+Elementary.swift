extension Enclosure {
    public func applying(_ function: ElementaryFunction) -> Enclosure {
        guard let x = interval else { return .undefined }
        /// Defined and continuous on the whole line.
        func entire(_ values: Interval) -> Enclosure { Enclosure(values, decoration) }
        /// Defined and continuous on part of the line: `isInside` where the whole box lies in it.
        func partial(_ values: Interval?, isInside: Bool) -> Enclosure {
            Enclosure(values, isInside ? decoration : min(decoration, .trivial))
        }
        /// Constant but for jumps.
        func stepwise(_ low: Double, _ high: Double) -> Enclosure {
            Enclosure(Interval(low, high), low == high ? decoration : min(decoration, .defined))
        }
        switch function {
        case .exp: return entire(x.exp)
        case .expm1: return entire(x.expm1)
        case .cbrt: return entire(x.cbrt)
        case .sin: return entire(x.sin)
        case .cos: return entire(x.cos)
        case .atan: return entire(x.atan)
        case .sinh: return entire(x.sinh)
        case .cosh: return entire(x.cosh)
        case .tanh: return entire(x.tanh)
        case .sigmoid: return entire(x.sigmoid)
        case .softplus: return entire(x.softplus)
        case .erf: return entire(x.erf)
        case .abs: return entire(x.absolute)
        case .relu: return entire(Interval(max(0, x.lower), max(0, x.upper)))
        case .log: return x.upper <= 0 ? .undefined : partial(x.log, isInside: x.lower > 0)
        case .log1p: return x.upper <= -1 ? .undefined : partial(x.log1p, isInside: x.lower > -1)
        case .sqrt: return x.upper < 0 ? .undefined : partial(x.sqrt, isInside: x.lower >= 0)
        case .asin, .acos:
            if x.upper < -1 || x.lower > 1 { return .undefined }
            return partial(function == .asin ? x.asin : x.acos, isInside: x.lower >= -1 && x.upper <= 1)
        case .tan: return x.tan.map(entire) ?? Enclosure(.entire, min(decoration, .trivial))
        case .gamma: return x.gamma.map(entire) ?? Enclosure(.entire, min(decoration, .trivial))
        case .floor: return stepwise(x.lower.rounded(.down), x.upper.rounded(.down))
        case .sign:
            return stepwise(Double.applyingSign(x.lower), Double.applyingSign(x.upper))
        case .step: return stepwise(x.lower >= 0 ? 1 : 0, x.upper >= 0 ? 1 : 0)
        }
    }
}

extension Double {
    fileprivate static func applyingSign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
}
