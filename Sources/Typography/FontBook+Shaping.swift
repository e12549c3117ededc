internal import CHarfBuzz
import Scenes

extension FontBook: TextShaping {
    /// The glyphs of a line of mixed text and mathematics.
    ///
    /// - Complexity: O(length); a lookup for a line shaped before.
    public func shape(_ text: RichText, style: TextStyle) -> ShapedText {
        let key = ShapingKey(text: text, style: style)
        if let known = shaped.withLock({ $0[key] }) { return known }
        let line = text.spans.reduce(ShapedText.empty) { line, span in
            switch span {
            case .plain(let string):
                // A word of a line that is being filled is shaped once, not with every longer line.
                let isAlone = text.spans.count == 1
                return line.followed(
                    by: isAlone
                        ? shape(plain: string, style: style) : shape(RichText(verbatim: string), style: style))
            case .strong(let string):
                let strong = TextStyle(size: style.size, weight: .semibold, language: style.language)
                return line.followed(by: shape(RichText(verbatim: string), style: strong))
            case .math(let nodes):
                let formula = formula(nodes, style: style)
                var line = line
                // An f that reaches back would close the gap between a word and the formula.
                if line.width > 0 { line.width += overhang(formula) }
                return line.followed(by: formula)
            }
        }
        shaped.withLock { $0[key] = line }
        return line
    }

    /// How far the first glyph reaches back behind its origin, in points.
    private func overhang(_ line: ShapedText) -> Double {
        guard let run = line.glyphRuns.first, let glyph = run.glyphs.first, let face = typeface(named: run.font) else {
            return 0
        }
        return max(0, -(glyph.x + face.ink(of: glyph.id).left * run.size))
    }

    /// A formula reads as what it says, which is not what its glyphs say one after the other.
    private func formula(_ nodes: [MathNode], style: TextStyle) -> ShapedText {
        var line = MathLayout(fonts: self, style: style).layOut(nodes)
        line.text = MathNode.plainText(of: nodes)
        return line
    }

    /// Plain text: split where the face has to change, each part shaped by HarfBuzz.
    func shape(plain string: String, style: TextStyle) -> ShapedText {
        let preferred = face(for: style.weight)
        var line = ShapedText.empty
        var part = ""
        var face = preferred
        func flush() {
            if part.isEmpty { return }
            line = line.followed(by: shape(part, face: face, style: style))
            part = ""
        }
        for character in string {
            let next = typeface(covering: character, weight: style.weight, language: style.language)
            if next == nil, !line.missing.contains(character) { line.missing.append(character) }
            // A space stays with the text before it, so that it does not break a run.
            let chosen = character == " " ? face : next ?? preferred
            if chosen !== face {
                flush()
                face = chosen
            }
            part.append(character)
        }
        flush()
        return line
    }

    private func shape(_ string: String, face: Typeface, style: TextStyle) -> ShapedText {
        let buffer = hb_buffer_create()
        defer { hb_buffer_destroy(buffer) }
        var copy = string
        copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
            }
        }
        // The language is set before the guess, which would otherwise ask the locale.
        hb_buffer_set_language(buffer, hb_language_from_string(style.language, -1))
        hb_buffer_guess_segment_properties(buffer)
        // Figures that are all equally wide, so that columns of numbers stand.
        var features = [hb_feature_t(tag: 0x746E_756D, value: 1, start: 0, end: UInt32.max)]  // 'tnum'
        let halt: hb_tag_t = 0x6861_6C74
        features += HalfWidthMarks.ranges(in: string).map {
            hb_feature_t(tag: halt, value: 1, start: UInt32($0.lowerBound), end: UInt32($0.upperBound))
        }
        hb_shape(face.font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        let infos = hb_buffer_get_glyph_infos(buffer, &count)
        let positions = hb_buffer_get_glyph_positions(buffer, &count)
        let scale = style.size / face.unitsPerEm
        var glyphs: [PositionedGlyph] = []
        var (pen, ascent, descent) = (0.0, 0.0, 0.0)
        for i in 0..<Int(count) {
            guard let info = infos?[i], let position = positions?[i] else { break }
            let y = -Double(position.y_offset) * scale
            glyphs.append(
                PositionedGlyph(
                    id: info.codepoint, x: pen + Double(position.x_offset) * scale, y: y, cluster: Int(info.cluster)))
            let ink = face.ink(of: info.codepoint)
            ascent = max(ascent, ink.top * style.size - y)
            descent = max(descent, y - ink.bottom * style.size)
            pen += Double(position.x_advance) * scale
        }
        let run = GlyphRun(font: face.name, size: style.size, text: string, glyphs: glyphs)
        return ShapedText(text: string, width: pen, ascent: ascent, descent: descent, glyphRuns: [run])
    }
}
