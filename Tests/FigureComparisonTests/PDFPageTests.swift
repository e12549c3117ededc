import Diagnostics
import LossPlots
import PixelComparison
import TestSupport
import Testing
import Typography

@testable import FigureComparison
@testable import PNGCoding

/// PDFs of one plan with other bytes: another writer is drift, another drawing is not.
@Suite("PDFs of one plan")
struct PDFPageTests {
    private let fonts: FontBook
    private let figure: [UInt8]

    init() throws {
        fonts = try FontBook()
        figure = try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved().drawn(with: fonts).bytes(as: .pdf)
    }

    private func difference(_ new: [UInt8]) throws -> FigureDifference {
        func compared(_ name: String, _ bytes: [UInt8]) -> ComparedFigure {
            ComparedFigure(name: name, bytes: bytes) { path in throw Diagnostic("'\(path)' is not there") }
        }
        let comparer = FigureComparer(fonts: fonts, pixels: try PixelTolerance())
        return try comparer.difference(from: compared("old", figure), to: compared("new", new)).difference
    }

    private func replacing(_ old: String, with new: String, in bytes: [UInt8]) throws -> [UInt8] {
        let range = try #require(bytes.firstRange(of: Array(old.utf8)))
        return bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...]
    }

    /// The page's stream, taken out of its compression and changed.
    private func withPage(_ change: (String) throws -> String) throws -> [UInt8] {
        let start = try #require(figure.firstRange(of: Array("stream\n".utf8)))
        let end = try #require(figure[start.upperBound...].firstRange(of: Array("endstream".utf8)))
        let page = try #require(try InflatedBytes.of(figure[start.upperBound..<end.lowerBound], limit: 1 << 24))
        let text = try change(String(decoding: page, as: UTF8.self))
        let bytes = figure[..<start.upperBound] + Array((text + "\n").utf8) + figure[end.lowerBound...]
        return try replacing("/Filter /FlateDecode", with: "", in: Array(bytes))
    }

    @Test("Another producer, date, compression and last digits of numbers are drift")
    func drift() throws {
        let producer = try difference(replacing("cairo 1.", with: "cairo 9.", in: figure))
        #expect(producer.result == .drift && producer.changes.isEmpty)
        #expect(producer.notes.count == 1 && producer.notes[0].contains("instead of (cairo 1."), "\(producer.notes)")
        let plain = try difference(withPage { $0 })
        #expect(plain.result == .drift, "\(plain)")
        #expect(plain.notes == ["the files are written otherwise, and draw the same"])
        let place = try difference(
            withPage { text in
                let line = try #require(text.firstRange(of: " l "))
                return String(text[..<line.lowerBound] + ".001" + text[line.lowerBound...])
            })
        #expect(place.result == .drift, "\(place)")
    }

    @Test("A moved line, a colour and a lost operator are told with their numbers")
    func changed() throws {
        func words(_ change: @escaping (String) throws -> String) throws -> [String] {
            let found = try difference(withPage(change))
            #expect(found.result == .different)
            return found.changes.map(\.what)
        }
        let color = try words { $0.replacing("0.780392", with: "0.760392") }
        #expect(color.count == 1)
        #expect(color[0].contains("operators and numbers differ, the first: 0.780392 → 0.760392"), "\(color)")
        let lost = try words { text in
            let line = try #require(text.firstRange(of: " l "))
            return String(text[..<line.lowerBound] + " " + text[line.upperBound...])
        }
        #expect(lost.count == 1 && lost[0].hasPrefix("the page is drawn otherwise: "), "\(lost)")
    }

    @Test("A font that cannot be told apart, and a file whose streams are broken, are no drift")
    func unknown() throws {
        let size = try difference(replacing("MediaBox [ 0 0 800", with: "MediaBox [ 0 0 700", in: figure))
        #expect(size.result == .different && size.changes[0].what.contains("the PDF's objects differ"), "\(size)")
        let start = try #require(figure.firstRange(of: Array("stream\n".utf8)))
        var broken = figure
        for index in start.upperBound..<(start.upperBound + 40) { broken[index] = 0x41 }
        #expect(
            try difference(broken).changes.map(\.what) == [
                "the plans are equal, and the files differ: their pages cannot be compared"
            ])
        let font = try #require(figure.lastRange(of: Array("/Length1".utf8)) ?? figure.lastRange(of: Array("0C".utf8)))
        let data = try #require(figure[font.upperBound...].firstRange(of: Array("stream\n".utf8)))
        let end = try #require(figure[data.upperBound...].firstRange(of: Array("endstream".utf8)))
        var other = Array(figure[..<data.upperBound] + Array("other\n".utf8) + figure[end.lowerBound...])
        let filter = try #require(
            other[font.lowerBound - 60..<other.count].firstRange(of: Array("/Filter /FlateDecode".utf8)))
        other.removeSubrange(filter)
        let found = try difference(other)
        #expect(found.result == .different)
        #expect(found.changes.contains { $0.what.contains("parts of embedded fonts differ") }, "\(found.changes)")
    }

    /// In a debug build; what they guard against takes minutes.
    private static let patience = Duration.seconds(5)

    @Test("A file of thousands of streams that only its last byte ends is read in one pass")
    func unendedObjects() throws {
        let objects = (1...20_000).map { "\($0) 0 obj\nstream\nx endstream\n" }.joined() + "endobj\n"
        let bytes = Array(objects.utf8)
        let time = try processorTime {
            let page = try #require(try PDFPage(bytes))
            #expect(page.changes(to: page).isEmpty)
            let cutOff = try PDFPage(bytes + Array("1 0 obj\nstream\n".utf8))
            #expect(cutOff == nil)
        }
        #expect(time < PDFPageTests.patience)
    }

    @Test("Streams that hold more than any figure are not compared: one, many together, and very many operators")
    func bombs() throws {
        func file(_ streams: [[UInt8]]) -> [UInt8] {
            streams.flatMap { stream in
                Array("1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".utf8) + stream
                    + Array("\nendstream\nendobj\n".utf8)
            }
        }
        func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
            try bytes.withUnsafeBytes { try Deflate.compressed($0, level: Deflate.textLevel) }
        }
        let mebibyte = [[UInt8]](repeating: Array("0 ".utf8), count: 1 << 19).flatMap { $0 }
        let spaces = [UInt8](repeating: 0x20, count: 1 << 20)
        let large = try deflated((0..<40).flatMap { _ in spaces })
        let (small, operators) = (try deflated(spaces), try deflated((0..<10).flatMap { _ in mebibyte }))
        let some = try deflated(Array("0 0 m".utf8))
        let time = try processorTime {
            for streams in [[some, large], [some] + [[UInt8]](repeating: small, count: 40), [some, operators]] {
                let page = try PDFPage(file(streams))
                #expect(page == nil)
            }
            let page = try PDFPage(file([some, small]))
            #expect(page != nil)
        }
        #expect(time < PDFPageTests.patience)
    }

    @Test("A file whose objects lie in streams is not compared, whatever its numbers say")
    func hiddenObjects() throws {
        for kind in ["/ObjStm", "/XRef"] {
            let hidden = Array("99 0 obj\n<< /Type \(kind) >>\nstream\n0 0 800.001 500\nendstream\nendobj\n".utf8)
            #expect(
                try difference(figure + hidden).changes.map(\.what) == [
                    "the plans are equal, and the files differ: their pages cannot be compared"
                ])
        }
    }
}

extension Array<UInt8> {
    fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? { ranges(of: pattern).last }
}
