import Figures
import TestSupport
import Testing

@testable import LossPlots

@Suite("The vertical axis of a panel")
struct PanelContentTests {
    @Test("It begins at zero where that leaves two fifths of it empty at most, and always holds the curves")
    func zero() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            let high = Double.random(in: 1e-6...1e6, using: &random)
            let share = Double.random(in: 0...0.99, using: &random)
            let axis = PanelContent.padded(share * high...high, height: 300, roomBelowZero: 26)
            #expect(axis.lowerBound < share * high && axis.upperBound > high)
            #expect(axis.contains(0) == (share < 0.4), "\(share)")
            let below = PanelContent.padded(-high...(-share * high), height: 300, roomBelowZero: 26)
            #expect(below.lowerBound < -high && below.upperBound > -share * high)
            #expect(below.contains(0) == (share < 0.4), "\(share)")
        }
    }

    @Test("A constant has numbers on both sides of it", arguments: [0, 1, -3, 1000, 1e-300, 0.2, 7.5e12])
    func constant(value: Double) {
        let axis = PanelContent.padded(value...value, height: 300, roomBelowZero: 26)
        let ticks = Ticks(over: axis, length: 300, spacing: 80).major.map(\.value)
        let inside = ticks.filter { ($0 - axis.lowerBound) * (axis.upperBound - $0) > 0 && $0 != value }
        #expect(inside.contains { $0 < value } && inside.contains { $0 > value }, "\(ticks)")
    }

    @Test("A dip below zero that nobody sees, as rounding makes one, leaves the room for the numbers of the axis")
    func unseenDip() {
        func padded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
            PanelContent.padded(range, height: 300, roomBelowZero: 26)
        }
        let whole = padded(0...2)
        // Of 300 points 26 are below zero.
        #expect(abs(300 * -whole.lowerBound / (whole.upperBound - whole.lowerBound) - 26) < 1)
        for dip in [Double.leastNonzeroMagnitude, 1e-17, 1e-6, 1e-3] { #expect(padded(-dip...2) == whole, "\(dip)") }
        #expect(padded(-0.1...2).lowerBound < -0.2)
    }
}
