import Descent

/// A descent with every default resolved.
///
/// In JSON `{"method": "gradient", "step": 2, "isStepChosen": false, "momentum": 0.9, "steps": 60, "tolerance": 1e-6,
/// "from": [[-6], [0]]}`, or with `"method": "newton", "damping": 1`.
public struct DescentPlan: Equatable, Sendable {
    public var settings: DescentSettings
    /// Whether the step was taken from the curvature.
    public var isStepChosen: Bool
    /// Coordinates of each start, as many as the function has parameters.
    public var starts: [[Double]]

    /// Gradient descent takes more steps than Newton's method, each of them smaller.
    static let defaultSteps = (gradient: 100, newton: 50)
}

extension DescentPlan: Codable {
    private enum Key: String, CodingKey {
        case method, step, isStepChosen, momentum, damping, steps, tolerance, from
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let method: DescentMethod
        switch DescentMethod.Name(rawValue: try container.decode(String.self, forKey: .method)) {
        case .gradient:
            method = .gradient(
                step: try container.decode(Double.self, forKey: .step),
                momentum: try container.decode(Double.self, forKey: .momentum))
            isStepChosen = try container.decode(Bool.self, forKey: .isStepChosen)
        case .newton:
            method = .newton(damping: try container.decode(Double.self, forKey: .damping))
            isStepChosen = false
        case nil:
            throw DecodingError.dataCorruptedError(
                forKey: .method, in: container, debugDescription: "a method of descent is gradient or newton")
        }
        settings = DescentSettings(
            method: method, steps: try container.decode(Int.self, forKey: .steps),
            tolerance: try container.decode(Double.self, forKey: .tolerance))
        starts = try container.decode([[Double]].self, forKey: .from)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(settings.method.name.rawValue, forKey: .method)
        switch settings.method {
        case .gradient(let step, let momentum):
            try container.encode(step, forKey: .step)
            try container.encode(isStepChosen, forKey: .isStepChosen)
            try container.encode(momentum, forKey: .momentum)
        case .newton(let damping): try container.encode(damping, forKey: .damping)
        }
        try container.encode(settings.steps, forKey: .steps)
        try container.encode(settings.tolerance, forKey: .tolerance)
        try container.encode(starts, forKey: .from)
    }
}
