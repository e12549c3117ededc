import Scenes
import Testing

@testable import Figures

@Suite("Colormap")
struct ColormapTests {
    @Test("Viridis meets the published table at places between its nodes")
    func published() {
        // Entries 0, 50, 100, 127, 200 and 255 of the table of 256.
        let table: [(Int, UInt32)] = [
            (0, 0x440154), (50, 0x414287), (100, 0x2A768E), (127, 0x21908D), (200, 0x70CF57), (255, 0xFDE725),
        ]
        for (index, hex) in table {
            let (color, expected) = (Colormap.viridis(Double(index) / 255), Color(hex))
            for channel in [\Color.red, \.green, \.blue] {
                #expect(abs(Int(color[keyPath: channel]) - Int(expected[keyPath: channel])) <= 3, "\(index)")
            }
        }
    }

    @Test("It grows lighter all the way, and clamps beyond its ends")
    func monotone() {
        let steps = (0...100).map { Colormap.viridis(Double($0) / 100).luminance }
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Colormap.viridis(-1) == Colormap.viridis(0))
        #expect(Colormap.viridis(2) == Colormap.viridis(1))
    }

    @Test("Every level's line has a contrast of 3:1 on its page", arguments: Theme.all)
    func contrast(theme: Theme) {
        for k in 0...20 {
            #expect(theme.levelColor(Double(k) / 20).contrast(with: theme.page) >= 3, "\(theme.name) \(k)")
        }
    }
}
