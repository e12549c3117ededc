import Diagnostics

extension Dataset {
    /// The largest number of samples that a dataset is made with or read with.
    public static let sampleLimit = 10_000_000

    /// Six samples that a threshold separates and one far outlier, repeated up to `samples` with the inputs moved a
    /// little.
    ///
    /// ```swift
    /// let data = try Dataset.outlier(samples: 7)
    /// data.x  // [-2, -0.5, 0.5, 1, 1.5, 2.5, 10]
    /// data.y  // [0, 0, 0, 1, 1, 1, 0]
    /// ```
    ///
    /// Sample k repeats sample k mod 7; for k ≥ 7 its x is moved by 0.25·(frac(k·(√5−1)/2) − 0.5). The golden ratio's
    /// multiples fill the interval evenly without a random generator, so every machine draws the same figure.
    ///
    /// - Parameter samples: N, from 1 to ``sampleLimit``; below 7 the first N samples.
    /// - Throws: a `Diagnostic` that names `samples` when it is out of range.
    /// - Complexity: O(N).
    public static func outlier(samples: Int) throws -> Dataset {
        guard (1...sampleLimit).contains(samples) else {
            throw Diagnostic(
                "\(samples) samples is too \(samples < 1 ? "few" : "many")",
                hint: "give a whole number from 1 to \(sampleLimit)")
        }
        let inputs = [-2, -0.5, 0.5, 1, 1.5, 2.5, 10]
        let targets: [Double] = [0, 0, 0, 1, 1, 1, 0]
        let golden = (5.0.squareRoot() - 1) / 2
        var x: [Double] = []
        var y: [Double] = []
        x.reserveCapacity(samples)
        y.reserveCapacity(samples)
        for k in 0..<samples {
            let turns = Double(k) * golden
            let fraction = turns - Double(Int(turns))
            let shift = k < 7 ? 0 : 0.25 * (fraction - 0.5)
            x.append(inputs[k % 7] + shift)
            y.append(targets[k % 7])
        }
        return Dataset(name: "outlier", x: x, y: y)
    }
}
