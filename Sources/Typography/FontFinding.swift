/// Where faces for other scripts come from.
protocol FontFinding: Sendable {
    /// A face that has all of the scalars, or nil.
    ///
    /// The answer depends on the arguments alone, not on what was asked before. A face is one object, however often it
    /// is found, and no two faces have the same name.
    func find(_ scalars: [Unicode.Scalar], bold: Bool) -> Typeface?
}

/// A face of a font file.
struct FontFile: Hashable, Sendable {
    var path: String
    /// 0 unless the file is a collection.
    var index: Int
}
