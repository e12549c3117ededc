import Scenes

/// A quadratic as a polynomial of the time from 0 to 1.
struct Quadratic {
    /// Its value at 0, its derivative there and half of its second one.
    private let start: Point
    private let first: Point
    private let second: Point

    init(_ a: GridPoint, _ middle: Point, _ b: GridPoint) {
        start = Point(x: Double(a.x), y: Double(a.y))
        first = Point(x: 2 * (middle.x - start.x), y: 2 * (middle.y - start.y))
        second = Point(x: Double(b.x) - 2 * middle.x + start.x, y: Double(b.y) - 2 * middle.y + start.y)
    }

    /// From a sample to the curve.
    private func offset(_ sample: SVGContour.Sample, _ t: Double) -> (x: Double, y: Double) {
        (
            start.x + t * (first.x + t * second.x) - sample.place.x,
            start.y + t * (first.y + t * second.y) - sample.place.y
        )
    }

    /// A step of Newton's towards the time at which it is nearest to each sample.
    func approach(_ samples: ArraySlice<SVGContour.Sample>, _ times: inout [Double]) {
        for (index, sample) in zip(times.indices, samples) {
            let t = times[index]
            let (x, y) = offset(sample, t)
            let (dx, dy) = (first.x + 2 * t * second.x, first.y + 2 * t * second.y)
            let slope = dx * dx + dy * dy + 2 * (x * second.x + y * second.y)
            if slope > 0 { times[index] = min(max(t - (x * dx + y * dy) / slope, 0), 1) }
        }
    }

    /// At least the largest distance of a sample, by what is tolerated.
    func error(_ samples: ArraySlice<SVGContour.Sample>, _ times: [Double]) -> Double {
        var error = 0.0
        for (sample, t) in zip(samples, times) {
            let (x, y) = offset(sample, t)
            error = max(error, (x * x + y * y).squareRoot() / sample.tolerance)
        }
        return error
    }
}
