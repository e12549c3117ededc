import Descent
import Diagnostics

/// What a descent is told beside its method: on the command line, in specs and in their schema.
public enum DescentParameter: String, CaseIterable, Sendable {
    /// Of gradient descent.
    case step, momentum
    /// Of Newton's method.
    case damping
    /// Of both.
    case steps, tolerance

    /// The methods that have it.
    public var methods: [DescentMethod.Name] {
        switch self {
        case .step, .momentum: [.gradient]
        case .damping: [.newton]
        case .steps, .tolerance: DescentMethod.Name.allCases
        }
    }

    public var range: ClosedRange<Double> {
        switch self {
        case .step: 1e-100...1e100
        case .momentum: 0...0.999
        case .damping: 0.001...1
        case .steps: 1...10_000
        case .tolerance: 0...1e100
        }
    }

    public var isWhole: Bool { self == .steps }

    /// The value of a numeral.
    ///
    /// - Parameter value: nil for what is no number.
    /// - Throws: `Diagnostic` when it is out of ``range``, naming what was written.
    func checked(_ value: Double?, written: String) throws -> Double {
        guard let value, range.contains(value), !isWhole || value == value.rounded() else {
            let ends = [range.lowerBound, range.upperBound].map { Wording.number($0) }
            throw Diagnostic(
                "\(rawValue)=\(written) is not a \(isWhole ? "whole " : "")number from \(ends[0]) to \(ends[1])",
                hint: "for example \(example)")
        }
        return value
    }

    /// A value in place.
    var example: String {
        switch self {
        case .step: "step=0.5"
        case .momentum: "momentum=0.9"
        case .damping: "damping=0.5"
        case .steps: "steps=60"
        case .tolerance: "tolerance=1e-6"
        }
    }

    static func of(_ method: DescentMethod.Name) -> [DescentParameter] {
        allCases.filter { $0.methods.contains(method) }
    }
}
