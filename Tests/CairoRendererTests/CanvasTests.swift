import PNGCoding
import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct CanvasTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    @Test(
        "A hairline covers whole pixels and nothing else, at every scale and wherever it stands",
        arguments: [1.0, 2, 3])
    func crispLines(scale: Double) throws {
        for width in [1.0, 1.5] {
            let thickness = Int(max(1, (width * scale).rounded()))
            for position in [10.0, 10.25, 10.5, 10.75, 11.4] {
                let stroke = Stroke(color: Color(0), width: width, isCrisp: true)
                let upright = Shape(
                    .line(from: Point(x: position, y: 0), to: Point(x: position, y: 30)), stroke: stroke)
                let image = try TestScenes.image(TestScenes.scene([.shape(upright)]), scale: scale, fonts: fonts)
                let black = (0..<image.width).filter { image.color($0, 7) == 0 }
                #expect(black.count == thickness, "\(width) at \(position)")
                #expect(
                    (0..<image.width).count { image.color($0, 7) != 0xFFFFFF } == thickness, "\(width) at \(position)")
                let middle = (Double(black.first ?? 0) + Double(thickness) / 2) / scale
                #expect(abs(middle - position) <= 0.5 / scale + 1e-9)

                let level = Shape(.line(from: Point(x: 0, y: position), to: Point(x: 40, y: position)), stroke: stroke)
                let turned = try TestScenes.image(TestScenes.scene([.shape(level)]), scale: scale, fonts: fonts)
                #expect((0..<turned.height).filter { turned.color(7, $0) == 0 } == black)
            }
        }
    }

    @Test("A line that is not crisp stands where it was put")
    func plainLine() throws {
        let shape = Shape(
            .line(from: Point(x: 10, y: 0), to: Point(x: 10, y: 30)), stroke: Stroke(color: Color(0), width: 1))
        let image = try TestScenes.image(TestScenes.scene([.shape(shape)]), fonts: fonts)
        #expect([9, 10].map { image.color($0, 7) >> 16 }.allSatisfy { (126...129).contains($0) })
    }

    @Test("A long curve drawn in parts looks like one drawn whole")
    func parts() throws {
        func wave(dash: [Double], opacity: Double) throws -> DecodedPNG {
            var path = Path([.move(Point(x: 2, y: 15))])
            for step in 1...900 {
                let x = 2 + Double(step) * 0.04
                path.line(to: Point(x: x, y: step.isMultiple(of: 2) ? 15 : 15.5))
            }
            let stroke = Stroke(color: Color(0, opacity: opacity), width: 2.5, dash: dash, isRound: true)
            return try TestScenes.image(TestScenes.scene([.shape(Shape(path, stroke: stroke))]), scale: 2, fonts: fonts)
        }
        // A dash longer than the path makes it indivisible.
        let (inParts, whole) = (try wave(dash: [], opacity: 1), try wave(dash: [10_000], opacity: 1))
        let largest = zip(inParts.rgba, whole.rgba).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(largest < 64)
        #expect(inParts.color(40, 30) == 0)
    }
}
