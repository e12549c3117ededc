internal import CSpng

/// How zlib is to compress the rows; libspng's defaults are ten times slower.
///
/// Measured with libspng 0.7.3 and zlib 1.2.13 on palette charts of 1600×1000 pixels, ms of CPU time / KB:
///
/// | filter, strategy, level | one curve | three curves |
/// | --- | --- | --- |
/// | up, run lengths | 3.3 / 35 | 3.7 / 67 |
/// | none, default, 3 | 2.6 / 44 | 3.2 / 70 |
/// | none, default, 4 | 4.3 / 36 | 4.9 / 60 |
/// | none, default, 5 | 4.5 / 35 | 5.2 / 59 |
/// | none, default, 6 | 5.9 / 34 | 7.0 / 57 |
/// | none, default, 9 | 42 / 29 | 50 / 53 |
///
/// A window below 32 KB is slower and larger throughout. Other filters lose on palette indices.
struct Compression {
    let filter: Int32
    let strategy: Int32
    let level: Int32
    let memoryLevel: Int32

    /// Most rows equal the row above but for a few pixels, so that their differences are runs of zeros.
    static let fewRuns = Compression(filter: up, strategy: runLengths, level: 6, memoryLevel: 7)
    /// With several curves the differences are no longer rare, and matches across rows pay.
    static let manyRuns = Compression(filter: none, strategy: standard, level: 5, memoryLevel: 8)
    /// The colours of a chart repeat exactly, so that here, too, matches pay more than a filter: 11 ms and 272 KB for
    /// seven dense curves, against 15 ms and 306 KB with the filter "up".
    static let truecolour = Compression(filter: none, strategy: standard, level: 3, memoryLevel: 8)

    private static let none = Int32(SPNG_DISABLE_FILTERING.rawValue)
    private static let up = Int32(SPNG_FILTER_CHOICE_UP.rawValue)
    // Z_DEFAULT_STRATEGY and Z_RLE of zlib.h, which spng.h does not include.
    private static let standard: Int32 = 0
    private static let runLengths: Int32 = 3
}
