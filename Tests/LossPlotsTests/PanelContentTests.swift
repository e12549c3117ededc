import Testing

@testable import LossPlots

struct PanelContentTests {
    private func padded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        PanelContent.padded(range, height: 300, roomBelowZero: 26)
    }

    @Test("A dip below zero that nobody sees, as rounding makes one, leaves the room for the numbers of the axis")
    func unseenDip() {
        let whole = padded(0...2)
        // Of 300 points 26 are below zero.
        #expect(abs(300 * -whole.lowerBound / (whole.upperBound - whole.lowerBound) - 26) < 1)
        for dip in [Double.leastNonzeroMagnitude, 1e-17, 1e-6, 1e-3] { #expect(padded(-dip...2) == whole, "\(dip)") }
        #expect(padded(-0.1...2).lowerBound < -0.2)
    }
}
