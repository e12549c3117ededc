internal import CHarfBuzz
import Scenes

/// Receives a glyph's outline from HarfBuzz, contour by contour.
final class OutlineCollector {
    var path = Path()
    private let scale: Double

    init(unitsPerEm: Double) { scale = 1 / unitsPerEm }

    private func point(_ x: Float, _ y: Float) -> Point { Point(x: Double(x) * scale, y: -Double(y) * scale) }

    private static func collector(_ data: UnsafeMutableRawPointer?) -> OutlineCollector? {
        data.map { Unmanaged<OutlineCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The callbacks, made once and never freed. HarfBuzz turns TrueType's quadratic curves into cubics itself where
    /// no callback for them is set. Immutable, hence safe to share.
    nonisolated(unsafe) static let functions: OpaquePointer? = {
        let functions = hb_draw_funcs_create()
        hb_draw_funcs_set_move_to_func(
            functions,
            { _, data, _, x, y, _ in
                guard let collector = collector(data) else { return }
                collector.path.move(to: collector.point(x, y))
            }, nil, nil)
        hb_draw_funcs_set_line_to_func(
            functions,
            { _, data, _, x, y, _ in
                guard let collector = collector(data) else { return }
                collector.path.line(to: collector.point(x, y))
            }, nil, nil)
        hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, data, _, x1, y1, x2, y2, x, y, _ in
                guard let collector = collector(data) else { return }
                collector.path.cubic(
                    collector.point(x1, y1), collector.point(x2, y2), to: collector.point(x, y))
            }, nil, nil)
        hb_draw_funcs_set_close_path_func(functions, { _, data, _, _ in collector(data)?.path.close() }, nil, nil)
        hb_draw_funcs_make_immutable(functions)
        return functions
    }()
}
