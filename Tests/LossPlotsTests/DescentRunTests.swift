import Descent
import Testing

@testable import LossPlots

@Suite("Descents of a figure")
struct DescentRunTests {
    private func runs(
        _ losses: [String], _ method: String, from starts: [Double], theta: ClosedRange<Double>? = nil
    ) throws -> [DescentRun] {
        var spec = PlotSpec(losses: losses)
        spec.theta = theta
        var descent = try DescentSpec(method)
        for start in starts { try descent.add(start: [start], written: "\(start)") }
        spec.descent = descent
        return try spec.resolved().descents
    }

    private let method = "gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)"

    @Test("MSE is proved to be trapped in the outlier's valley from one side and to reach the least from the other")
    func trapped() throws {
        let runs = try runs(["mse"], method, from: [-2, 3])
        let trap = try #require(runs[0].arrival)
        #expect(trap.isReached)
        #expect(abs(trap.position[0] + 0.04656) < 1e-4)
        guard case .local(let least, let place) = trap.rank else {
            Issue.record("\(trap.rank)")
            return
        }
        #expect(abs(least - 0.2299) < 1e-4)
        #expect(abs((place?[0] ?? 0) - 1.5585) < 1e-3)
        let least2 = try #require(runs[1].arrival)
        #expect(least2.isReached)
        #expect(least2.rank == .leastInWindow)
    }

    @Test("Cross-entropy ends in its global minimum from both sides")
    func convex() throws {
        for run in try runs(["ce"], method, from: [-2, 3]) {
            #expect(run.arrival?.isReached == true)
            #expect(run.arrival?.rank == .global)
        }
    }

    @Test("A window without the lower valley has another least, and says so of that window only")
    func window() throws {
        let run = try runs(["mse"], method, from: [-2], theta: -0.4...0.05)[0]
        #expect(run.arrival?.rank == .leastInWindow)
    }

    @Test("A descent that stops on the way is in the valley, but has not reached its minimum")
    func onTheWay() throws {
        let run = try runs(["ce"], "gradient(step=0.1, steps=5)", from: [2])[0]
        #expect(run.path.ending == .stepLimit)
        #expect(run.arrival?.isReached == false)
        #expect(run.arrival?.rank == .global)
    }

    @Test("On a plateau nothing is proved of the end")
    func plateau() throws {
        let run = try runs(["mse"], "gradient(step=0.5, tolerance=0.1)", from: [-4])[0]
        #expect(run.path.ending == .converged)
        #expect(run.arrival == nil)
    }

    private func planeRuns(_ loss: String, _ method: String, from starts: [[Double]]) throws -> [DescentRun] {
        var spec = ContourSpec(PlotSpec(losses: [loss]))
        var descent = try DescentSpec(method)
        for start in starts { try descent.add(start: start, written: "\(start)") }
        spec.figure.descent = descent
        return try spec.resolved().descents
    }

    @Test("Over (w, b) cross-entropy ends in its global minimum, and MSE in a local one, both proved")
    func plane() throws {
        let ce = try planeRuns("ce", "newton", from: [[0, 0], [0.1, 0.3]])
        for run in ce {
            #expect(run.path.ending == .converged)
            #expect(run.arrival?.isReached == true)
            #expect(run.arrival?.rank == .global)
            #expect(run.vertices.count == run.path.points.count)
        }
        let mse = try planeRuns("mse", "gradient(step=0.3, steps=500)", from: [[-0.1, 0]])[0]
        #expect(mse.path.ending == .converged)
        #expect(mse.arrival?.isReached == true)
        #expect(mse.arrival?.rank == .unknown)
    }

    @Test("Paths are the same bytes each time")
    func same() throws {
        #expect(try runs(["mse", "ce"], method, from: [-2, 3]) == runs(["mse", "ce"], method, from: [-2, 3]))
    }
}
