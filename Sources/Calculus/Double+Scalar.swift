import RealModule

extension Double: Scalar {
    public init(_ constant: Numeral) { self = constant.nearest }

    public static func between(_ lower: Double, _ upper: Double) -> Double { lower / 2 + upper / 2 }

    public var least: Double { self }

    public func power(_ exponent: Int) -> Double {
        // The library's power 0 is 1 even of what is not defined.
        if isNaN { return self }
        return exponent == 2 ? self * self : Double.pow(self, exponent)
    }

    public func power(_ exponent: Double) -> Double {
        // The library's 1 to the power NaN is 1.
        if self > 0 { return exponent.isNaN ? .nan : Double.pow(self, exponent) }
        return self == 0 && exponent > 0 ? 0 : .nan
    }

    public static func minimum(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : Swift.min(a, b) }

    public static func maximum(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : Swift.max(a, b) }

    public static func select(
        _ comparison: Comparison, _ left: Double, _ right: Double, then a: Double, else b: Double
    ) -> Double {
        left.isNaN || right.isNaN ? .nan : comparison.holds(left, right) ? a : b
    }

    public func applying(_ function: ElementaryFunction) -> Double {
        switch function {
        case .exp: Double.exp(self)
        case .expm1: Double.expMinusOne(self)
        case .log: self > 0 ? Double.log(self) : .nan
        case .log1p: self > -1 ? Double.log(onePlus: self) : .nan
        case .sqrt: squareRoot()
        case .cbrt: Double.root(self, 3)
        case .sin: Double.sin(self)
        case .cos: Double.cos(self)
        case .tan: Double.tan(self)
        case .asin: Double.asin(self)
        case .acos: Double.acos(self)
        case .atan: Double.atan(self)
        case .sinh: Double.sinh(self)
        case .cosh: Double.cosh(self)
        case .tanh: Double.tanh(self)
        case .sigmoid: Logistic.sigmoid(self)
        case .softplus: Logistic.softplus(self)
        case .erf: Double.erf(self)
        case .gamma: self <= 0 && self == rounded() ? .nan : Double.gamma(self)
        case .abs: Swift.abs(self)
        case .relu: isNaN ? self : Swift.max(self, 0)
        case .floor: rounded(.down)
        case .sign: self > 0 ? 1 : self < 0 ? -1 : self
        case .step: isNaN ? self : self >= 0 ? 1 : 0
        }
    }
}
