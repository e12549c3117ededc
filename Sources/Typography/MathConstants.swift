internal import CHarfBuzz

/// What the mathematics font says about setting scripts, from its MATH table, in ems.
///
/// Source: the OpenType specification, "MATH - The mathematical typesetting table".
struct MathConstants: Sendable {
    var scriptScale: Double
    var scriptScriptScale: Double
    var superscriptShiftUp: Double
    var superscriptBottomMin: Double
    var subscriptShiftDown: Double
    var subscriptTopMax: Double
    var subSuperscriptGapMin: Double
    var spaceAfterScript: Double

    init(of face: Typeface) {
        func ems(_ constant: hb_ot_math_constant_t) -> Double {
            Double(hb_ot_math_get_constant(face.font, constant)) / face.unitsPerEm
        }
        func percent(_ constant: hb_ot_math_constant_t) -> Double {
            Double(hb_ot_math_get_constant(face.font, constant)) / 100
        }
        scriptScale = percent(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN)
        scriptScriptScale = percent(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN)
        superscriptShiftUp = ems(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP)
        superscriptBottomMin = ems(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN)
        subscriptShiftDown = ems(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN)
        subscriptTopMax = ems(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX)
        subSuperscriptGapMin = ems(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN)
        spaceAfterScript = ems(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT)
    }
}

extension Typeface {
    /// How far the glyph leans beyond its advance, in ems: a superscript starts after it, a subscript before.
    func italicsCorrection(of glyph: UInt32) -> Double {
        Double(hb_ot_math_get_glyph_italics_correction(font, glyph)) / unitsPerEm
    }
}
