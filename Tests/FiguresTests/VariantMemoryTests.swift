import Scenes
import Testing

@testable import Figures

struct VariantMemoryTests {
    @Test("What was computed from an equal key is not computed again, and keys of other types are others")
    func computedOnce() {
        let memory = VariantMemory()
        var count = 0
        func value(_ key: Int) -> Int {
            memory.value(for: key) {
                count += 1; return key * key
            }
        }
        #expect([value(2), value(3), value(2)] == [4, 9, 4] && count == 2)
        #expect(memory.value(for: "2") { "two" } == "two")
        #expect(memory.value(for: 2) { "another" } == "another")
    }

    @Test("A surface that is drawn in one theme is the same in the other, and another view of it is another")
    func surfaces() throws {
        let mesh = SampleSurfaces.mesh(21) { x, y in 0.2 * (x * x + y * y) - 0.8 }
        func surface(_ theme: Theme, _ view: ViewAngles, _ memory: VariantMemory) throws -> Group? {
            let figure = try SampleSurfaces.figure(SampleSurfaces.space(mesh, view: view), theme: theme)
            return try FigureLayout(figure, shaper: FixedShaper(), memory: memory).scene().scene.layer("space0-surface")
        }
        let memory = VariantMemory()
        let other = ViewAngles(azimuth: 40, elevation: 30)
        let light = try #require(try surface(.graphpaper, .standard, memory))
        #expect(try surface(.graphpaperDark, .standard, memory) == light)
        #expect(try surface(.graphpaper, other, memory) == surface(.graphpaper, other, VariantMemory()))
        #expect(try surface(.graphpaper, other, memory) != light)
    }
}
