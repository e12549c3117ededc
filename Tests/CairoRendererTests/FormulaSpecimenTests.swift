import Foundation
import PNGCoding
import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct FormulaSpecimenTests {
    @Test("Every formula of the specimen leaves ink; LOSSPLOT_SPECIMEN=FILE.png keeps the sheet for looking at")
    func sheet() throws {
        let fonts = try FontBook()
        let scene = try FormulaSpecimen.scene(fonts: fonts)
        if let path = ProcessInfo.processInfo.environment["LOSSPLOT_SPECIMEN"] {
            let png = try PNGRenderer.render(scene, scale: 2, fonts: fonts, text: [])
            try Data(png).write(to: URL(fileURLWithPath: path))
            let pdf = try PDFRenderer.render(
                scene, fonts: fonts,
                metadata: .init(title: "Formulas", subject: "", keywords: "", creator: "test"))
            try Data(pdf).write(to: URL(fileURLWithPath: path + ".pdf"))
        }
        #expect(scene.texts.count == 40)
        for var text in scene.texts {
            text.origin = Point(x: 5, y: 60)
            let alone = TestScenes.scene([.text(text)], width: 100, height: 120)
            #expect(try TestScenes.image(alone, fonts: fonts).inkedPixels > 50, "\(text.text)")
        }
    }
}
