import Diagnostics
import PixelComparison
import Testing

struct PixelToleranceTests {
    @Test("A threshold is from 0 to 1", arguments: [-0.1, 1.5, .nan, .infinity])
    func range(threshold: Double) {
        #expect(
            throws: Diagnostic("a threshold of \(threshold) is not from 0 to 1", hint: "0.1 is the usual one")
        ) { try PixelTolerance(threshold: threshold) }
    }
}
