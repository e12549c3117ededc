internal import CSpng

/// How zlib is to compress the rows; libspng's defaults are ten times slower.
///
/// Measured with zlib 1.2.13 on palette charts of 1600×1000 pixels with a fine grid, ms of CPU time / KB:
///
/// | filter, strategy, level | one curve | two curves | panels |
/// | --- | --- | --- | --- |
/// | up, run lengths | 3.0 / 34 | 3.2 / 56 | 3.1 / 53 |
/// | none, run lengths | 3.6 / 74 | 3.8 / 91 | 3.8 / 82 |
/// | none, default, 5 | 6.6 / 53 | 7.3 / 70 | 7.2 / 63 |
/// | none, default, 6 | 8.0 / 37 | 9.7 / 54 | 8.9 / 48 |
/// | up, default, 6 | 7.9 / 34 | 9.8 / 57 | 8.7 / 52 |
///
/// A window below 32 KB is slower and larger throughout. Other filters lose on palette indices.
struct Compression {
    let filter: Int32
    let strategy: Int32
    let level: Int32
    let memoryLevel: Int32

    /// Most rows equal the row above but for a few pixels, so that their differences are runs of zeros.
    static let palette = Compression(filter: up, strategy: runLengths, level: 6, memoryLevel: 7)
    /// The colours of a chart repeat exactly, so that here, too, matches pay more than a filter: 11 ms and 272 KB for
    /// seven dense curves, against 15 ms and 306 KB with the filter "up".
    static let truecolour = Compression(filter: none, strategy: standard, level: 3, memoryLevel: 8)

    private static let none = Int32(SPNG_DISABLE_FILTERING.rawValue)
    private static let up = Int32(SPNG_FILTER_CHOICE_UP.rawValue)
    // Z_DEFAULT_STRATEGY and Z_RLE of zlib.h, which spng.h does not include.
    private static let standard: Int32 = 0
    private static let runLengths: Int32 = 3
}
