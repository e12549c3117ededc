#if arch(x86_64) && canImport(Glibc)
    import Glibc
    import Losses

    /// The losses once more, to 64 bits and by another way: Taylor coefficients from s′ = s·c and c′ = −s·c, where
    /// c = 1 − s is carried along and never subtracted.
    enum PreciseLoss: String, CaseIterable, Sendable {
        case squaredError, crossEntropy

        var tested: any LogitLoss {
            switch self {
            case .squaredError: SigmoidSquaredError()
            case .crossEntropy: SigmoidCrossEntropy()
            }
        }

        /// The value and the derivatives of orders 1 to 6 at `z`.
        func derivatives(at z: Double, label: Double) -> [Float80] {
            let y = Float80(label)
            let (s, c) = PreciseLoss.sigmoids(at: Float80(z))
            var taylor: [Float80]
            switch self {
            case .squaredError:
                // s − y or, the same, (1 − y) − c, whichever has the small term; its other coefficients are those of s.
                var difference = s
                difference[0] = z > 0 ? (1 - y) - c[0] : s[0] - y
                taylor = (0...6).map { n in (0...n).reduce(0) { $0 + difference[$1] * difference[n - $1] } }
            case .crossEntropy:
                taylor = [y * PreciseLoss.softplus(-Float80(z)) + (1 - y) * PreciseLoss.softplus(Float80(z))]
                taylor.append(z > 0 ? (1 - y) - c[0] : s[0] - y)
                taylor += (1...5).map { s[$0] / Float80($0 + 1) }
            }
            var factorial: Float80 = 1
            for order in 1...6 {
                factorial *= Float80(order)
                taylor[order] *= factorial
            }
            return taylor
        }

        /// σ(z)σ(−z), the factor of every derivative but cross-entropy's first.
        static func weight(at z: Double) -> Float80 {
            let (s, c) = sigmoids(at: Float80(z))
            return s[0] * c[0]
        }

        /// Taylor coefficients of σ(z + t) and of 1 − σ(z + t).
        private static func sigmoids(at z: Float80) -> (s: [Float80], c: [Float80]) {
            let small = expl(-abs(z)) / (1 + expl(-abs(z)))
            let large = 1 / (1 + expl(-abs(z)))
            var (s, c) = z < 0 ? ([small], [large]) : ([large], [small])
            for n in 0..<6 {
                let next = (0...n).reduce(Float80(0)) { $0 + s[$1] * c[n - $1] } / Float80(n + 1)
                s.append(next)
                c.append(-next)
            }
            return (s, c)
        }

        private static func softplus(_ z: Float80) -> Float80 { max(z, 0) + log1pl(expl(-abs(z))) }
    }
#endif
