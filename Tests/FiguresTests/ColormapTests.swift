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

    @Test("Cividis meets the published table, at places between its nodes too")
    func cividis() {
        let table: [(Int, UInt32)] = [
            (0, 0x00224E), (12, 0x002B62), (50, 0x34456C), (103, 0x676A71), (127, 0x7C7B78), (201, 0xC5B568),
            (255, 0xFEE838),
        ]
        for (index, hex) in table {
            let (color, expected) = (Colormap.cividis(Double(index) / 255), Color(hex))
            for channel in [\Color.red, \.green, \.blue] {
                #expect(abs(Int(color[keyPath: channel]) - Int(expected[keyPath: channel])) <= 5, "\(index)")
            }
        }
    }

    @Test("Each grows lighter all the way, and clamps beyond its ends", arguments: [Colormap.viridis, .cividis])
    func monotone(map: Colormap) {
        let steps = (0...100).map { map(Double($0) / 100).luminance }
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
        #expect(map(-1) == map(0))
        #expect(map(2) == map(1))
    }

    @Test("Every level's line has a contrast of 3:1 on its page", arguments: Theme.all)
    func contrast(theme: Theme) {
        for k in 0...20 {
            #expect(theme.levelColor(Double(k) / 20).contrast(with: theme.page) >= 3, "\(theme.name) \(k)")
        }
    }
}
