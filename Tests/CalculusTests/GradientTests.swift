import Calculus
import Testing

@Suite struct GradientTests {
    private typealias Function = @Sendable (Gradient<Double>, Gradient<Double>) -> Gradient<Double>

    private static let functions: [(name: String, value: Function)] = [
        ("product", { $0 * $1 }),
        ("quotient", { $0 / $1 }),
        ("difference", { $0 - $1 * $1 }),
        ("powers", { $0.power(3) - $1.power(-2) }),
        ("real power", { $0.power($1) }),
        ("constant exponent", { $0.power(Gradient(1.5)) * $1 }),
        ("chain", { ($0 * $1).applying(.sin) + ($0 + $1).applying(.exp) }),
        ("least", { Gradient.minimum($0 * $0, $1) }),
        ("greatest", { Gradient.maximum($0 * $0, $1) }),
        ("choice", { Gradient.select(.less, $0, $1, then: $0 * $1, else: $1) }),
    ]

    @Test("Slopes are those of differences", arguments: functions.indices)
    func slopes(index: Int) {
        let function = GradientTests.functions[index].value
        for (x, y) in [(0.7, 1.9), (2.3, 0.4), (1.1, 1.3)] {
            func value(_ x: Double, _ y: Double) -> Double { function(Gradient(x: x), Gradient(y: y)).value }
            let gradient = function(Gradient(x: x), Gradient(y: y))
            let h = 1e-6
            #expect(abs(gradient.dx - (value(x + h, y) - value(x - h, y)) / (2 * h)) < 1e-6)
            #expect(abs(gradient.dy - (value(x, y + h) - value(x, y - h)) / (2 * h)) < 1e-6)
        }
    }

    @Test("Over a box the enclosures hold the slopes at every point, and a kink is not called continuous")
    func enclosures() {
        func value<S: Scalar>(_ x: S, _ y: S) -> S { (x * y).applying(.tanh) + (x - y).applying(.abs) }
        let box = value(
            Gradient(x: Enclosure(over: Interval(0.5, 1.5))), Gradient(y: Enclosure(over: Interval(1, 2))))
        for i in 0...10 {
            for j in 0...10 {
                let point = value(Gradient(x: 0.5 + Double(i) / 10), Gradient(y: 1 + Double(j) / 10))
                #expect(box.value.interval?.contains(point.value) ?? false)
                #expect(box.dx.interval?.contains(point.dx) ?? false)
                #expect(box.dy.interval?.contains(point.dy) ?? false)
            }
        }
        #expect(box.value.isContinuous)
        #expect(box.dx.decoration == .defined)
    }

    @Test("A slope of zero stays zero where the other factor has no value")
    func zeroSlopes() {
        let x = Gradient(x: Enclosure(over: Interval(-1, 1)))
        let root = x.applying(.sqrt)
        #expect(root.dy.isZero)
        #expect(!root.dx.isZero)
    }
}
