import Testing

@testable import Typography

struct RichTextWrappingTests {
    /// Each character one em wide.
    private struct Grid: TextShaping {
        func shape(_ text: RichText, style: TextStyle) -> ShapedText {
            let plain = text.plainText
            return ShapedText(
                text: plain, width: Double(plain.count) * style.size, ascent: 0, descent: 0, glyphRuns: [])
        }
    }

    private func lines(_ source: String, _ width: Double) throws -> [String] {
        try RichText(source).wrapped(to: width, shaper: Grid(), style: TextStyle(size: 1)).map(\.plainText)
    }

    @Test("A text that fits stays whole")
    func fits() throws {
        #expect(try lines("one two", 7) == ["one two"])
        #expect(try lines("", 7) == [""])
    }

    @Test("Text put together again is one text: marks that stood beside each other stand as close as they did")
    func rejoined() throws {
        let text = try RichText("到 −0.047（$J = 0.2$），只是极小点：更低")
        let line = try #require(text.wrapped(to: 24, shaper: Grid(), style: TextStyle(size: 1)).first)
        #expect(line.plainText == "到 −0.047（J = 0.2），只是极小点：")
        #expect(line.spans == (try RichText("到 −0.047（$J = 0.2$），只是极小点：")).spans)
        #expect(try (RichText("一）") + RichText("，二")).spans == RichText("一），二").spans)
    }

    @Test("The numbers of a place stay together, the words of a bracket need not")
    func coordinates() throws {
        #expect(try lines("from (−3, 3) to (1, 2)", 9) == ["from", "(−3, 3)", "to (1, 2)"])
        #expect(try lines("so (as here, too)", 9) == ["so (as", "here,", "too)"])
    }

    @Test("A strong name is not broken from the colon behind it, and inside only where it is wider than a line")
    func strong() {
        func lines(_ name: String, _ width: Double) -> [RichText] {
            (RichText(strong: name) + RichText(verbatim: ": from 3"))
                .wrapped(to: width, shaper: Grid(), style: TextStyle(size: 1))
        }
        #expect(lines("MSE", 4).map(\.plainText) == ["MSE:", "from", "3"])
        #expect(lines("MSE", 20).map(\.spans) == [[.strong("MSE"), .plain(": from 3")]])
        #expect(lines("entropy", 5).map(\.plainText) == ["entro", "py:", "from", "3"])
        #expect(lines("entropy", 5)[0].spans.allSatisfy { if case .strong = $0 { true } else { false } })
    }

    @Test("Lines break at spaces, which they lose")
    func spaces() throws {
        #expect(try lines("one two three four", 9) == ["one two", "three", "four"])
        #expect(try lines("one two  three", 8) == ["one two", "three"])
    }

    @Test("Chinese breaks between characters, not before closing punctuation nor after opening")
    func chinese() throws {
        #expect(try lines("损失函数不是凸的", 3) == ["损失函", "数不是", "凸的"])
        #expect(try lines("损失函，数不是", 3) == ["损失", "函，数", "不是"])
        #expect(try lines("损失函）。数不", 4) == ["损失", "函）。数", "不"])
        #expect(try lines("损失「函数」是", 3) == ["损失", "「函", "数」是"])
        #expect(try lines("损失（函数）是", 3) == ["损失", "（函", "数）是"])
        #expect(try lines("损失 loss 函数", 6) == ["损失", "loss 函", "数"])
    }

    @Test("A formula stays with the word and the punctuation that touch it")
    func formulas() throws {
        #expect(try lines("the loss ($x+y$), that is", 12) == ["the loss", "(x + y),", "that is"])
    }

    @Test("A word wider than a line is broken inside, a formula before an operator")
    func tooWide() throws {
        #expect(try lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"])
        #expect(try lines("$aaaa=bbbb$", 7) == ["aaaa", " = bbbb"])
    }

    @Test("No line is wider than asked, and none loses a character")
    func property() throws {
        let words = ["loss", "of", "损失函数", "$x+y$", "，", "a", "sigmoid.", "(θ)", "（中）", "averyveryverylongword"]
        var state: UInt64 = 3
        for _ in 0..<500 {
            var source = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += words[Int(state >> 33) % words.count] + ((state >> 50) % 3 > 0 ? " " : "")
            }
            source = source.replacing(" ，", with: "，")
            let width = Double(8 + (state >> 40) % 30)
            let lines = try lines(source, width)
            #expect(lines.allSatisfy { Double($0.count) <= width }, "\(width): \(lines)")
            func ink(_ text: String) -> String { text.filter { $0 != " " } }
            #expect(ink(lines.joined()) == ink(try RichText(source).plainText))
            for line in lines.dropFirst() { #expect(line.first.map { !"，。）」".contains($0) } ?? true, "\(lines)") }
            for line in lines.dropLast() { #expect(line.last.map { !"（「(".contains($0) } ?? true, "\(lines)") }
        }
    }

    @Test("A line takes every word that it has room for", arguments: [8.0, 13, 21, 34])
    func full(width: Double) throws {
        let text = "the loss of a sigmoid is not convex in its weight so that descent may stop in the wrong valley"
        let lines = try lines(text, width)
        for (line, next) in zip(lines, lines.dropFirst()) {
            let word = next.prefix { $0 != " " }
            #expect(Double(line.count + 1 + word.count) > width, "\(line) | \(next)")
        }
        #expect(lines.joined(separator: " ") == text)
    }

    @Test("With real fonts too, lines keep within the width")
    func realFonts() throws {
        let fonts = try FontBook()
        let text = try RichText(
            "The loss of a sigmoid $\\sigma(\\theta x)$ is not convex, 损失函数不是凸的，因此 gradient descent may stop early.")
        for width in stride(from: 80.0, through: 600, by: 37) {
            let style = TextStyle(size: 13)
            for line in text.wrapped(to: width, shaper: fonts, style: style) {
                #expect(fonts.shape(line, style: style).width <= width)
            }
        }
    }
}
