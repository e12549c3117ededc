import CurveSampling
import Expressions
import Losses

/// A window of θ in which the shape of a loss on its data can be seen: every stationary point and inflection, the
/// plateaus where it has some, and on a side where it grows without bound no more than leaves the rest legible.
///
/// It is chosen by numbers, not proved: a search over a few hundred θ, evenly spaced in their logarithm, on at most
/// ``sampleLimit`` samples. What is claimed in the window is proved by others.
struct DefaultWindow {
    /// How far the window should reach to the left and to the right of zero.
    private var left = 0.0
    private var right = 0.0
    /// Whether a side was drawn in, which making both equal would undo.
    private var isTamed = false

    /// Of more samples, some from everywhere are taken.
    static let sampleLimit = 512

    /// - Returns: round ends on both sides of zero.
    static func range(of losses: [LinkedLoss], on data: Dataset) -> ClosedRange<Double> {
        let data = data.thinned(to: sampleLimit)
        let inputs = data.x.map(abs).filter { $0 > 1e-300 }.sorted()
        guard !inputs.isEmpty else { return -4...4 }
        var window = DefaultWindow()
        for loss in losses {
            let reach = DefaultWindow(loss, data: data, inputs: inputs)
            window.left = max(window.left, reach.left)
            window.right = max(window.right, reach.right)
            window.isTamed = window.isTamed || reach.isTamed
        }
        return window.rounded
    }

    /// The same of objectives that a user wrote.
    static func range(of objectives: [Expression], on data: Dataset) -> ClosedRange<Double> {
        let data = data.thinned(to: sampleLimit)
        let inputs = data.x.map(abs).filter { $0 > 1e-300 }.sorted()
        var window = DefaultWindow()
        for objective in objectives {
            let curve = CurveSubject.formula(objective).curve(order: 0, data: data)
            // J″ from differences of J′ over a ten-thousandth of θ.
            let reach = DefaultWindow(inputs: inputs.isEmpty ? [1.5] : inputs) { theta in
                let step = max(abs(theta), 1e-300) * 1e-4
                let (here, left, right) = (
                    curve.evaluate(at: theta), curve.evaluate(at: theta - step), curve.evaluate(at: theta + step)
                )
                return Probe(
                    theta: theta, value: here.value, slope: here.slope,
                    bend: theta == 0 ? 0 : (right.slope - left.slope) / (2 * step))
            }
            window.left = max(window.left, reach.left)
            window.right = max(window.right, reach.right)
            window.isTamed = window.isTamed || reach.isTamed
        }
        return window.rounded
    }

    /// A window in which the logits of a typical sample run from −6 to 6, for a weight beside others.
    static func ofTypicalLogits(_ data: Dataset) -> ClosedRange<Double> {
        let inputs = data.x.map(abs).filter { $0 > 1e-300 }.sorted()
        guard !inputs.isEmpty else { return -4...4 }
        var window = DefaultWindow()
        window.left = min(max(6 / inputs[inputs.count / 2], 1e-9), 1e9)
        window.right = window.left
        return window.rounded
    }

    private init() {}

    private init(_ loss: LinkedLoss, data: Dataset, inputs: [Double]) {
        let curves = (loss.curve(order: 0, data: data), loss.curve(order: 1, data: data))
        self.init(inputs: inputs) { theta in
            let (value, slope) = (curves.0.evaluate(at: theta), curves.1.evaluate(at: theta))
            return Probe(theta: theta, value: value.value, slope: slope.value, bend: slope.slope)
        }
    }

    /// - Parameter inputs: |x| in ascending order, none of them zero.
    private init(inputs: [Double], evaluate: (Double) -> Probe) {
        let typical = 6 / inputs[inputs.count / 2]
        let near = max(0.01 / inputs[inputs.count - 1], 1e-4 * typical)
        let far = min(200 / inputs[0], 1e4 * typical)
        guard near > 0, far.isFinite, near < far else {
            (left, right) = (min(typical, 1e9), min(typical, 1e9))
            return
        }
        var steps = [0.0]
        while let last = steps.last, last < far {
            steps.append(last == 0 ? near : min(far, last * DefaultWindow.stepFactor))
        }
        func probe(_ theta: Double) -> Probe? {
            let probe = evaluate(theta)
            return probe.value.isFinite && probe.slope.isFinite ? probe : nil
        }
        // From zero outwards, as far as everything is finite.
        let sides = [-1.0, 1].map { sign in
            var probes: [Probe] = []
            for step in steps {
                guard let probe = probe(sign * step), abs(probe.value) < 1e200 else { break }
                probes.append(probe)
            }
            return probes
        }
        (left, right) = (abs(sides[0].last?.theta ?? typical), abs(sides[1].last?.theta ?? typical))
        guard sides.allSatisfy({ $0.count > 1 }) else { return }
        let shape = Shape(sides[0].dropFirst().reversed() + sides[1])
        left = min(left, shape.reach(.left, typical: typical))
        right = min(right, shape.reach(.right, typical: typical))
        if !shape.isLevel(.left) || !shape.isLevel(.right) { tame(shape, value: { probe($0)?.value }) }
    }

    private static let stepFactor = 1.1547819846894583  // 10^(1/16)

    /// Draws in the sides on which J grows until the rest of it is no flat line, but not over its features.
    private mutating func tame(_ shape: Shape, value: (Double) -> Double?) {
        let features = shape.features
        let least = (
            left: 1.3 * (features.filter { $0 < 0 }.map { -$0 }.max() ?? 0),
            right: 1.3 * (features.filter { $0 > 0 }.max() ?? 0)
        )
        for _ in 0..<80 {
            let values = (0...64).map { value(-left + (left + right) * Double($0) / 64) ?? .infinity }
            guard let low = values.min(), let high = values.max() else { return }
            let level = low + 0.1 * (high - low)
            if high.isFinite, Double(values.count(where: { $0 <= level })) <= 0.4 * 65 { return }
            isTamed = true
            let growsLeft = values[0] >= values[64]
            if growsLeft, left > least.left {
                left *= 0.85
            } else if right > least.right {
                right *= 0.85
            } else {
                return
            }
        }
    }

    /// To 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten; equal where the sides are nearly so.
    private var rounded: ClosedRange<Double> {
        func round(_ reach: Double) -> Double {
            let reach = reach.isFinite ? min(max(reach, 1e-305), 1e305) : 1e305
            var power = 1.0
            while power * 10 <= reach { power *= 10 }
            while power > reach { power /= 10 }
            let factor = [1.0, 1.5, 2, 3, 4, 5, 6, 8, 10].first { $0 * power >= reach * (1 - 1e-9) } ?? 10
            return factor * power
        }
        let (low, high) = (min(left, right), max(left, right))
        if low >= 0.25 * high, !isTamed { return -round(high)...round(high) }
        let narrow = round(max(low, 0.2 * high))
        return left < right ? -narrow...round(high) : -round(high)...narrow
    }
}

/// J, J′ and J″ at one θ.
private struct Probe {
    var theta: Double
    var value: Double
    var slope: Double
    var bend: Double
}

/// J at probes in ascending order of θ.
private struct Shape {
    enum Side { case left, right }

    let probes: [Probe]
    let range: Double
    /// The θ of stationary points and inflections that can be seen.
    let features: [Double]

    init(_ probes: [Probe]) {
        self.probes = probes
        let values = probes.map(\.value)
        let range = (values.max() ?? 0) - (values.min() ?? 0)
        self.range = range
        features =
            Shape.changes(of: \.slope, in: probes) { run in
                abs((run.last?.value ?? 0) - (run.first?.value ?? 0)) > 0.004 * range
            }
            + Shape.changes(of: \.bend, in: probes) { run in
                guard let first = run.first, let last = run.last else { return false }
                // How far the curve leaves the tangent of one end, at the other.
                return abs(last.slope - first.slope) * (last.theta - first.theta) > 0.02 * range
            }
    }

    /// Where a quantity changes its sign between two runs of one sign that both count.
    private static func changes(
        of quantity: KeyPath<Probe, Double>, in probes: [Probe], counts: ([Probe]) -> Bool
    ) -> [Double] {
        var runs: [[Probe]] = []
        for probe in probes where probe[keyPath: quantity] != 0 {
            if let last = runs.last?.last, (last[keyPath: quantity] < 0) == (probe[keyPath: quantity] < 0) {
                runs[runs.count - 1].append(probe)
            } else {
                runs.append([probe])
            }
        }
        let kept = runs.filter(counts)
        return zip(kept, kept.dropFirst()).compactMap { before, after in
            guard let a = before.last, let b = after.first else { return nil }
            guard (a[keyPath: quantity] < 0) != (b[keyPath: quantity] < 0) else { return nil }
            return (a.theta + b.theta) / 2
        }
    }

    /// Whether J tends to a constant on that side.
    func isLevel(_ side: Side) -> Bool {
        guard let end = side == .left ? probes.first : probes.last else { return true }
        return abs(end.slope * end.theta) <= 0.01 * range
    }

    /// How far a window has to reach so that the side shows all of J's shape.
    func reach(_ side: Side, typical: Double) -> Double {
        let inOrder = side == .left ? Array(probes.reversed()) : probes
        let outwards = inOrder.filter { side == .left ? $0.theta <= 0 : $0.theta >= 0 }
        let onSide = features.filter { side == .left ? $0 < 0 : $0 > 0 }.map(abs).max() ?? 0
        guard isLevel(side), let end = outwards.last else { return max(typical, 1.5 * onSide) }
        let plateau = outwards.reversed().prefix { abs($0.value - end.value) <= 0.05 * range }.last
        let reach = max(abs(plateau?.theta ?? 0), 1.15 * onSide)
        // Level from the very first step on: J is flat, or jumps at zero.
        return reach <= abs(outwards[min(1, outwards.count - 1)].theta) ? typical : reach
    }
}

extension Dataset {
    /// At most `limit` samples, spread over all by the golden ratio, so that no period in the data misleads.
    fileprivate func thinned(to limit: Int) -> Dataset {
        guard count > limit else { return self }
        let indices = (0..<limit).map { index in
            let turn = Double(index) * 0.6180339887498949
            return min(count - 1, Int((turn - turn.rounded(.down)) * Double(count)))
        }
        return Dataset(name: name, x: indices.map { x[$0] }, y: indices.map { y[$0] })
    }
}
