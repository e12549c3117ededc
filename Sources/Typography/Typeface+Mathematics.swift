internal import CHarfBuzz

// What the MATH table says of single glyphs.
// Source: the OpenType specification, "MATH - The mathematical typesetting table", and MathML Core, "Size variants for
// operators" (the algorithm of an assembly).
extension Typeface {
    /// How far the glyph leans beyond its advance, in ems: a superscript starts after it, a subscript before.
    func italicsCorrection(of glyph: UInt32) -> Double {
        Double(hb_ot_math_get_glyph_italics_correction(font, glyph)) / unitsPerEm
    }

    /// Where an accent stands over the glyph, in ems from the glyph's origin; without an entry, the advance's middle.
    func topAccentAttachment(of glyph: UInt32) -> Double {
        Double(hb_ot_math_get_glyph_top_accent_attachment(font, glyph)) / unitsPerEm
    }

    enum StretchAxis {
        case horizontal, vertical

        fileprivate var direction: hb_direction_t {
            switch self {
            case .horizontal: HB_DIRECTION_LTR
            case .vertical: HB_DIRECTION_BTT
            }
        }
    }

    /// A glyph of a stretched form and its place along the axis, in ems from the lower or left end.
    struct StretchedPart: Equatable {
        var glyph: UInt32
        var offset: Double
    }

    /// The forms of a glyph that the font draws whole, the shortest first, with their lengths in ems.
    func variants(of glyph: UInt32, along axis: StretchAxis) -> [(glyph: UInt32, length: Double)] {
        var count: UInt32 = 32
        var records = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(count))
        _ = hb_ot_math_get_glyph_variants(font, glyph, axis.direction, 0, &count, &records)
        return records.prefix(Int(count)).map { ($0.glyph, Double($0.advance) / unitsPerEm) }
    }

    /// The glyph at least `length` ems long along the axis: the shortest form that is, else one put together of parts,
    /// else the longest there is.
    func stretched(_ glyph: UInt32, to length: Double, along axis: StretchAxis) -> [StretchedPart] {
        let variants = variants(of: glyph, along: axis)
        if let enough = variants.first(where: { $0.length >= length }) {
            return [StretchedPart(glyph: enough.glyph, offset: 0)]
        }
        return assembly(of: glyph, length: length, along: axis)
            ?? [StretchedPart(glyph: variants.last?.glyph ?? glyph, offset: 0)]
    }

    /// The most repetitions of an extender: no label is so tall.
    private static let repetitionLimit = 1_000.0

    private func assembly(of glyph: UInt32, length: Double, along axis: StretchAxis) -> [StretchedPart]? {
        var count: UInt32 = 16
        var records = [hb_ot_math_glyph_part_t](repeating: .init(), count: Int(count))
        _ = hb_ot_math_get_glyph_assembly(font, glyph, axis.direction, 0, &count, &records, nil)
        let parts = records.prefix(Int(count))
        if parts.isEmpty { return nil }
        func ems(_ position: hb_position_t) -> Double { Double(position) / unitsPerEm }
        let leastOverlap = ems(hb_ot_math_get_min_connector_overlap(font, axis.direction))
        let extenders = parts.filter(\.isExtender)
        let fixed = Double(parts.count - extenders.count)
        let fixedLength = parts.filter { !$0.isExtender }.reduce(0) { $0 + ems($1.full_advance) }
        let gain = extenders.reduce(0) { $0 + ems($1.full_advance) - leastOverlap }
        let lacking = length - fixedLength + leastOverlap * (fixed - 1)
        let repetitions = gain > 0 ? min(max(0, (lacking / gain).rounded(.up)), Typeface.repetitionLimit) : 0

        let row = parts.flatMap { Array(repeating: $0, count: $0.isExtender ? Int(repetitions) : 1) }
        if row.isEmpty { return nil }
        let longest = row.reduce(0) { $0 + ems($1.full_advance) } - leastOverlap * Double(row.count - 1)
        // What is too long is taken out of the joints, as far as the connectors reach.
        let joints = Double(max(1, row.count - 1))
        let wanted = leastOverlap + max(0, longest - length) / joints
        var placed: [StretchedPart] = []
        var end = 0.0
        for (index, part) in row.enumerated() {
            if index > 0 {
                let previous = row[index - 1]
                // Some fonts' connectors are longer than their parts, beyond which nothing may look out.
                let reach = min(
                    ems(previous.end_connector_length), ems(part.start_connector_length), ems(previous.full_advance),
                    ems(part.full_advance))
                end -= max(leastOverlap, min(wanted, reach))
            }
            placed.append(StretchedPart(glyph: part.glyph, offset: end))
            end += ems(part.full_advance)
        }
        return placed
    }
}

extension hb_ot_math_glyph_part_t {
    fileprivate var isExtender: Bool { flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0 }
}
