internal import CDeflate
import Diagnostics

/// zlib streams, by libdeflate: one version of it gives the same bytes on every processor.
///
/// Measured with libdeflate 1.14 beside zlib 1.2.13, ms of CPU time / KB of charts of 1600×1000 pixels (one curve and
/// two panels with palettes, a surface in truecolour), in one run; "rows" are those of ``ImageRows``:
///
/// | filter, coder, level | one curve | two panels | surface |
/// | --- | --- | --- | --- |
/// | rows, libdeflate, 2 | 2.2 / 47 | 3.1 / 79 | 9.5 / 483 |
/// | rows, libdeflate, 5 | 2.4 / 45 | 3.6 / 76 | 11.0 / 469 |
/// | rows, libdeflate, 6 | 2.8 / 45 | 4.2 / 75 | 12.8 / 465 |
/// | none, libdeflate, 2 | 2.1 / 50 | 3.1 / 81 | 9.3 / 483 |
/// | up, libdeflate, 2 | 2.2 / 47 | 3.2 / 84 | 10.4 / 547 |
/// | up, zlib, run lengths | 5.4 / 44 | 7.2 / 81 | 22.6 / 676 |
/// | none, zlib, 3 | 7.0 / 55 | 9.6 / 89 | 27.9 / 503 |
///
/// The colours of a chart repeat exactly, in truecolour as well, so that matches pay more than any filter.
enum Deflate {
    /// Of image data.
    static let imageLevel: Int32 = 2
    /// Of texts, which are short.
    static let textLevel: Int32 = 9

    /// - Complexity: O(bytes); memory for as many bytes as the input has, of which only those of the result are touched.
    static func compressed(_ input: UnsafeRawBufferPointer, level: Int32) throws -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(level) else {
            throw Diagnostic("cannot encode the PNG: out of memory")
        }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, input.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = libdeflate_zlib_compress(compressor, input.baseAddress, input.count, output.baseAddress, bound)
            precondition(count > 0, "the bound is one")
        }
    }
}
