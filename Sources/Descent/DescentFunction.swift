/// A function of one or more parameters that can be descended.
///
/// ```swift
/// struct Bowl: DescentFunction {
///     var dimension: Int { 2 }
///     func slopes(at p: [Double]) -> DescentSlopes {
///         DescentSlopes(value: p[0] * p[0] + 3 * p[1] * p[1], gradient: [2 * p[0], 6 * p[1]])
///     }
///     func hessian(at p: [Double]) -> [[Double]] { [[2, 0], [0, 6]] }
/// }
/// ```
public protocol DescentFunction: Sendable {
    /// How many parameters it has.
    var dimension: Int { get }

    /// The value and the gradient at a point of ``dimension`` coordinates; not finite where there is none.
    func slopes(at point: [Double]) -> DescentSlopes

    /// The second derivatives, ``dimension`` × ``dimension``, rows first; not finite where there are none.
    func hessian(at point: [Double]) -> [[Double]]
}

/// A function's value and gradient at one point.
public struct DescentSlopes: Equatable, Sendable {
    public var value: Double
    /// ∂J/∂θⱼ in the order of the parameters.
    public var gradient: [Double]

    public init(value: Double, gradient: [Double]) {
        self.value = value
        self.gradient = gradient
    }

    var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) }

    /// Euclid's length of the gradient.
    var steepness: Double { gradient.length }
}

extension [Double] {
    /// Euclid's length.
    var length: Double {
        let greatest = reduce(0) { Swift.max($0, abs($1)) }
        // Scaled, so that no square overflows or underflows.
        guard greatest > 0, greatest.isFinite else { return greatest }
        return greatest * reduce(0) { $0 + ($1 / greatest) * ($1 / greatest) }.squareRoot()
    }
}
