import Foundation
import Scenes
import Testing

struct ColorTests {
    private func encoded(_ color: Color) throws -> String {
        String(decoding: try JSONEncoder().encode([color]), as: UTF8.self)
    }

    @Test("A colour is kept as hexadecimal digits with its opacity where it has one")
    func roundTrip() throws {
        #expect(try encoded(Color(0xC74440)) == "[\"#c74440\"]")
        #expect(try encoded(Color(0x000A0F, opacity: 0.25)) == "[\"#000a0f@0.25\"]")
        for color in [Color(0), Color(0xFFFFFF), Color(0x123456, opacity: 0.1), Color(0xABCDEF, opacity: 0)] {
            #expect(try JSONDecoder().decode([Color].self, from: try JSONEncoder().encode([color])) == [color])
        }
    }

    @Test(
        "What is no colour is refused",
        arguments: ["", "#", "c74440", "#c7444", "#c744400", "#gggggg", "#000000@x", "red", "#+12345"])
    func broken(text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Color].self, from: Data("[\"\(text)\"]".utf8)) }
    }

    @Test("Luminance is the standard's, to 0.002")
    func luminance() {
        for value in stride(from: 0, through: 255, by: 1) {
            let share = Double(value) / 255
            let exact = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            let grey = Color(red: UInt8(value), green: UInt8(value), blue: UInt8(value))
            #expect(abs(grey.luminance - exact) < 0.002, "\(value)")
        }
        #expect(Color(0xFF0000).luminance < Color(0x00FF00).luminance)
    }

    @Test("Contrast runs from 1 to 21 and does not depend on the order")
    func contrast() {
        #expect(abs(Color(0).contrast(with: Color(0xFFFFFF)) - 21) < 0.05)
        #expect(Color(0x777777).contrast(with: Color(0x777777)) == 1)
        #expect(Color(0xFF).contrast(with: Color(0)) == Color(0).contrast(with: Color(0xFF)))
        // A grey that is known to just pass 4.5:1 on white.
        #expect(abs(Color(0x767676).contrast(with: Color(0xFFFFFF)) - 4.54) < 0.05)
    }

    @Test("A colour under a film is mixed by the film's opacity")
    func film() {
        #expect(Color(0xFFFFFF).under(Color(0x000000, opacity: 0.2)) == Color(0xCCCCCC))
        #expect(Color(0x102030).under(Color(0xFF0000, opacity: 0)) == Color(0x102030))
        #expect(Color(0x102030).under(Color(0xFF0000)) == Color(0xFF0000))
    }
}
