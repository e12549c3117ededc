import Certificates
import Descent
import Diagnostics
import Expressions
import Losses

extension DescentSpec {
    /// - Parameters:
    ///   - functions: what is descended, each of as many parameters as the window has ranges.
    /// - Throws: `Diagnostic` when there is no start, one has the wrong number of coordinates, or no step can be chosen.
    func resolved(for functions: [any DescentFunction], over window: [ClosedRange<Double>]) throws -> DescentPlan {
        guard !starts.isEmpty else {
            throw Diagnostic(
                "a descent needs a start", about: Setting(.descent),
                hint: "add --from, for example --from=\(window.count == 1 ? "-2,3" : "-2:1,3:0")")
        }
        for (index, start) in starts.enumerated() where start.count != window.count {
            let numbers = start.map { Wording.number($0) }.joined(separator: ":")
            throw Diagnostic(
                "the start \(numbers) has \(start.count) coordinate\(start.count == 1 ? "" : "s"), and the function has \(window.count) parameter\(window.count == 1 ? "" : "s")",
                about: Setting(.starts, index),
                hint: window.count == 1
                    ? "write each start as one number, as in -2,3" : "write each start as two numbers, as in -2:1")
        }
        let defaults = DescentPlan.defaultSteps
        let tolerance = values[.tolerance] ?? 1e-6
        switch method {
        case .newton:
            let settings = DescentSettings(
                method: .newton(damping: values[.damping] ?? 1),
                steps: values[.steps].map { Int($0) } ?? defaults.newton,
                tolerance: tolerance)
            return DescentPlan(settings: settings, isStepChosen: false, starts: starts)
        case .gradient:
            guard let step = values[.step] ?? StepChoice.step(for: functions, over: window, and: starts) else {
                throw Diagnostic(
                    "no step can be taken from the curvature: there is none in the window",
                    about: Setting(.descent),
                    hint: "give one, as in gradient(step=0.1)")
            }
            let settings = DescentSettings(
                method: .gradient(step: step, momentum: values[.momentum] ?? 0),
                steps: values[.steps].map { Int($0) } ?? defaults.gradient, tolerance: tolerance)
            return DescentPlan(settings: settings, isStepChosen: values[.step] == nil, starts: starts)
        }
    }

    /// A window that holds the starts too, each with some room to the edge for its ring and its label.
    func window(_ window: ClosedRange<Double>, holding coordinate: Int) -> ClosedRange<Double> {
        let values = starts.filter { $0.indices.contains(coordinate) }.map { $0[coordinate] }
        guard let first = values.min(), let last = values.max() else { return window }
        let room = 0.08 * (max(last, window.upperBound) - min(first, window.lowerBound))
        return min(window.lowerBound, first - room)...max(window.upperBound, last + room)
    }
}

extension DescentPlan {
    /// How many widths of the window a descent may go away before it counts as running away.
    static let reach = 100.0

    /// The paths on one function from each start.
    func paths(on function: any DescentFunction, over window: [ClosedRange<Double>]) -> [DescentPath] {
        let region = window.indices.map { axis in
            let places = starts.map { $0[axis] } + [window[axis].lowerBound, window[axis].upperBound]
            let (low, high) = (places.min() ?? 0, places.max() ?? 0)
            let far = DescentPlan.reach * (window[axis].upperBound - window[axis].lowerBound)
            return (low - far)...(high + far)
        }
        return starts.map { function.descent(from: $0, settings, within: region) }
    }
}

extension CurveSubject {
    func descentFunction(on data: Dataset) -> any DescentFunction {
        switch self {
        case .loss(let loss): loss.descentFunction(ofWeightOn: data)
        case .formula(let expression):
            ExpressionDescent(expression, samples: expression.needsSamples ? Samples(x: data.x, y: data.y) : nil)
        }
    }
}

extension SurfaceSubject {
    /// - Throws: `Diagnostic` for a grid.
    func descentFunction(on data: Dataset) throws -> any DescentFunction {
        switch self {
        case .loss(let loss): return loss.descentFunction(ofWeightAndBiasOn: data)
        case .formula(let expression):
            return ExpressionDescent(expression, samples: expression.needsSamples ? Samples(x: data.x, y: data.y) : nil)
        case .grid:
            throw Diagnostic(
                "a descent needs the slopes of the function itself, and a grid holds only values",
                about: Setting(.descent),
                hint: "leave out the descent")
        }
    }
}

extension PlotSpec {
    /// A default window with room for the starts of a descent.
    func descendedWindow(_ window: ClosedRange<Double>) -> ClosedRange<Double> {
        descent?.window(window, holding: 0) ?? window
    }

    func resolvedDescent(
        of subjects: [CurveSubject], on data: Dataset, over theta: ClosedRange<Double>
    ) throws -> DescentPlan? {
        try descent?.resolved(for: subjects.map { $0.descentFunction(on: data) }, over: [theta])
    }
}

extension Plan {
    /// The paths of every loss or formula, in their order, from each start.
    ///
    /// - Parameter certificates: one a loss or formula.
    func descentRuns(on data: Dataset, _ certificates: [Certificate]) throws -> [DescentRun] {
        guard let descent else { return [] }
        return try subjects().enumerated().flatMap { index, subject in
            let curve = subject.curve(order: 0, data: data)
            let paths = descent.paths(on: subject.descentFunction(on: data), over: [theta])
            return paths.enumerated().map { k, path in
                DescentRun(
                    name: subject.name, subject: index, index: k, path: path,
                    arrival: DescentArrival(path, on: curve, certificates[index]))
            }
        }
    }
}

extension ContourPlan {
    /// The paths from each start.
    func descentRuns(
        of subject: SurfaceSubject, on data: Dataset, _ certificate: PlaneCertificate?
    ) throws -> [DescentRun] {
        guard let descent else { return [] }
        return descent.paths(on: try subject.descentFunction(on: data), over: [x, y]).enumerated().map { k, path in
            let arrival: DescentArrival? =
                if case .loss(let loss) = subject, let certificate {
                    DescentArrival(path, on: loss, data: data, certificate)
                } else { nil }
            return DescentRun(name: subject.name, subject: 0, index: k, path: path, arrival: arrival)
        }
    }
}
