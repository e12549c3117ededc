import CurveSampling
import Diagnostics
import Expressions
import Losses

extension SurfaceSubject {
    /// Whether it is a function of w and b.
    var isObjective: Bool {
        switch self {
        case .loss: true
        case .formula(let expression): expression.kind != .plane
        case .grid: false
        }
    }

    /// The names of the horizontal and the vertical variable.
    var variables: (String, String) {
        if case .grid(let subject) = self, let names = subject.names { return (names.x, names.y) }
        return isObjective ? ("w", "b") : ("x", "y")
    }

    /// The levels of ``LevelChoice``.
    func levels(on data: Dataset, x: ClosedRange<Double>, y: ClosedRange<Double>) throws -> [Double] {
        let values = values(on: data, x: x, y: y)
        let levels = LevelChoice(values: values).levels
        if levels.isEmpty {
            throw Diagnostic(
                values.isEmpty
                    ? "'\(name)' has no finite value in the window shown"
                    : "'\(name)' has one value, \(values[0]), in the window shown: there are no contours",
                about: Setting(.horizontal), hint: "choose another window, or give --levels")
        }
        return levels
    }

    /// - Throws: `Diagnostic` when a grid has values in the window and no cell between them.
    func checkCells(x: ClosedRange<Double>, y: ClosedRange<Double>) throws {
        guard case .grid(let subject) = self, let part = subject.grid.cropped(x: x, y: y), !part.hasCells,
            part.values.contains(where: { !$0.isNaN })
        else { return }
        throw Diagnostic(
            "no cell of '\(name)' has values at all four corners in the window shown",
            about: Setting(.horizontal), hint: "fill some of the holes, or choose another window")
    }

    /// The window, as far as it is not given.
    func window(
        on data: Dataset, x: ClosedRange<Double>?, y: ClosedRange<Double>?, descent: DescentSpec?
    ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
        if let x, let y { return (x, y) }
        let window = defaultWindow(on: data)
        return (
            x ?? descent?.window(window.x, holding: 0) ?? window.x,
            y ?? descent?.window(window.y, holding: 1) ?? window.y
        )
    }

    private func defaultWindow(on data: Dataset) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
        switch self {
        case .grid(let subject): return (subject.grid.xRange, subject.grid.yRange)
        case .formula(let expression) where expression.kind == .plane: return (-5...5, -3...3)
        case .formula: return (DefaultWindow.ofTypicalLogits(data), -6...6)
        case .loss(let loss):
            let window = ParameterWindow(of: loss, on: data)
            return (window.w, window.b)
        }
    }
}
