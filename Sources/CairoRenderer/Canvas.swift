internal import CCairo
import Diagnostics
import Scenes
import Typography

/// A Cairo context with its one owner. Cairo's status is sticky, so a check after each phase misses nothing.
struct Canvas: ~Copyable {
    private let context: OpaquePointer
    /// Device pixels a point; hairlines are moved onto whole ones. Nil for vector output, which has no pixels.
    private let pixelsPerPoint: Double?
    private let glyphs: any GlyphPainting

    /// - Parameter surface: borrowed; the context keeps it alive.
    init(
        on surface: OpaquePointer, pixelsPerPoint: Double?, glyphs: any GlyphPainting
    ) throws(Diagnostic) {
        let context = try Canvas.makeContext(on: surface)
        if let pixelsPerPoint { cairo_scale(context, pixelsPerPoint, pixelsPerPoint) }
        self.context = context
        self.pixelsPerPoint = pixelsPerPoint
        self.glyphs = glyphs
    }

    deinit { cairo_destroy(context) }

    private static func makeContext(on surface: OpaquePointer) throws(Diagnostic) -> OpaquePointer {
        guard let context = cairo_create(surface) else { throw Diagnostic("Cairo made no context") }
        do throws(Diagnostic) {
            try CairoStatus.check(cairo_status(context), "starting to draw")
        } catch {
            cairo_destroy(context)
            throw error
        }
        return context
    }

    func check(_ operation: String) throws(Diagnostic) {
        try CairoStatus.check(cairo_status(context), operation)
    }

    func draw(_ scene: Scene) throws(Diagnostic) {
        setSource(scene.background)
        // Whatever the memory of an image held.
        cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
        cairo_paint(context)
        cairo_set_operator(context, CAIRO_OPERATOR_OVER)
        for layer in scene.layers { draw(layer) }
        try check("drawing")
    }

    private func draw(_ group: Group) {
        cairo_save(context)
        if let clip = group.clip {
            cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
            cairo_clip(context)
        }
        for node in group.nodes {
            switch node {
            case .group(let inner): draw(inner)
            case .shape(let shape): draw(shape)
            case .text(let run): draw(run)
            }
        }
        cairo_restore(context)
    }

    /// An outline of more elements is no letter, point or arrow.
    private static let areaElements = 32
    /// The steps along an edge of a colour fainter than this, a sixteenth of it each, are not seen.
    private static let faintOpacity = 0.3

    /// Draws with coverage in sixteenths instead of fine steps, for a third of the time, where that is not seen.
    private func draw(coarsely isCoarse: Bool, _ body: () -> Void) {
        if isCoarse { cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST) }
        body()
        if isCoarse { cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT) }
    }

    private func setSource(_ color: Color) {
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, color.opacity)
    }

    private func draw(_ shape: Shape) {
        if let fill = shape.fill {
            setSource(fill)
            trace(shape.path.elements[...])
            cairo_set_fill_rule(
                context, shape.fillRule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
            // Of a large area between lines the edges are drawn over, or are steps between colours hardly apart.
            let isArea = shape.path.elementsPerOutline > Canvas.areaElements
            draw(coarsely: isArea || fill.opacity < Canvas.faintOpacity) { cairo_fill(context) }
        }
        if let stroke = shape.stroke { draw(shape.path, stroke: stroke) }
    }

    private func draw(_ path: Path, stroke: Stroke) {
        setSource(stroke.color)
        cairo_set_line_cap(context, stroke.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(context, stroke.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
        cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
        if stroke.isCrisp, let pixelsPerPoint {
            let width = max(1, (stroke.width * pixelsPerPoint).rounded())
            cairo_set_line_width(context, width / pixelsPerPoint)
            let snapped = path.snapped(width: width, pixelsPerPoint: pixelsPerPoint)
            trace(snapped.elements[...])
            cairo_stroke(context)
            return
        }
        cairo_set_line_width(context, stroke.width)
        // One long stroke costs more than linear time; an opaque round one can be drawn in pieces that overlap.
        let isDivisible = stroke.isRound && stroke.dash.isEmpty && stroke.color.opacity == 1
        for part in isDivisible ? path.parts(of: 200) : [path] {
            trace(part.elements[...])
            draw(coarsely: stroke.color.opacity < Canvas.faintOpacity) { cairo_stroke(context) }
        }
    }

    private func trace(_ elements: ArraySlice<Path.Element>) {
        cairo_new_path(context)
        for element in elements {
            switch element {
            case .move(let p): cairo_move_to(context, p.x, p.y)
            case .line(let p): cairo_line_to(context, p.x, p.y)
            case .cubic(let a, let b, let p): cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func draw(_ run: TextRun) {
        if let halo = run.halo {
            setSource(halo.color)
            glyphs.paintMargin(of: run, width: halo.width, on: context)
        }
        setSource(run.color)
        glyphs.paint(run, on: context)
        // Not in one path with the glyphs, whose contours may run the other way round and cut holes.
        cairo_new_path(context)
        run.addRules(to: context)
        cairo_fill(context)
    }
}

/// Every status but success is an error.
enum CairoStatus {
    static func check(_ status: cairo_status_t, _ operation: String) throws(Diagnostic) {
        if status == CAIRO_STATUS_SUCCESS { return }
        let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
        throw Diagnostic("Cairo failed at \(operation): \(reason)", hint: "try a smaller --size or --scale")
    }
}
