import CurveSampling
import Figures

extension SurfaceFunction {
    /// The values on an even grid that reaches from edge to edge of the window; not finite where there is none.
    func mesh(x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int) -> SurfaceMesh {
        func places(_ range: ClosedRange<Double>) -> [Double] {
            (0..<resolution).map { k in
                let share = Double(k) / Double(resolution - 1)
                return k == resolution - 1
                    ? range.upperBound : range.lowerBound * (1 - share) + range.upperBound * share
            }
        }
        let (xs, ys) = (places(x), places(y))
        var values: [Double] = []
        values.reserveCapacity(resolution * resolution)
        for y in ys { for x in xs { values.append(evaluate(atX: x, y: y).value) } }
        return SurfaceMesh(xs: xs, ys: ys, values: values)
    }
}
