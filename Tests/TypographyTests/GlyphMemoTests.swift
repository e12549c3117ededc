import Testing

@testable import Typography

struct GlyphMemoTests {
    @Test("A value is made once, and again only when too many others were made")
    func once() {
        let memo = GlyphMemo<Int, String>(limit: 2)
        var made: [Int] = []
        func value(_ key: Int) -> String {
            memo.value(for: key) {
                made.append(key)
                return "\(key)"
            }
        }
        #expect([1, 2, 1, 2].map(value) == ["1", "2", "1", "2"])
        #expect(made == [1, 2])
        #expect([3, 1].map(value) == ["3", "1"])
        #expect(made == [1, 2, 3, 1])
    }

    @Test("A book keeps one memo for every type of keys and values")
    func kept() throws {
        let fonts = try FontBook()
        #expect(fonts.memo(of: Int.self, by: String.self) === fonts.memo(of: Int.self, by: String.self))
        #expect(fonts.memo(of: Int.self, by: Int.self).value(for: 1) { 5 } == 5)
        #expect(fonts.memo(of: Int.self, by: String.self).value(for: "1") { 6 } == 6)
        #expect(try FontBook().memo(of: Int.self, by: Int.self).value(for: 1) { 7 } == 7)
    }
}
