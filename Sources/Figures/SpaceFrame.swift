import Scenes
import Typography

/// A space's box placed in its area, with its numbers and names around it.
struct SpaceFrame {
    let space: Space
    let area: Rect
    let figure: Figure
    let scales: SpaceScales
    let projection: Projection
    let box: SpaceBox
    let ticks: [SpaceBox.Axis: Ticks]
    /// Numbers and names.
    let texts: [PlacedText]

    /// A text beside the box.
    struct PlacedText {
        var shaped: ShapedText
        /// Its middle.
        var centre: Point
        var isName: Bool

        var box: Rect {
            Rect(
                x: centre.x - shaped.width / 2, y: centre.y - shaped.height / 2, width: shaped.width,
                height: shaped.height)
        }
    }

    /// From an edge to the end of its tick, and on to the number, in points.
    static let (tickLength, tickGap, nameGap) = (5.0, 4.0, 7.0)
    /// The most that the page's directions are scaled differently, so that the box fills a wide area.
    private static let stretch = 1.35

    /// - Parameter memory: of the figure's other variants.
    init(_ space: Space, figure: Figure, area: Rect, shaper: any TextShaping, memory: VariantMemory) {
        self.space = space
        self.figure = figure
        self.area = area
        scales = SpaceScales(mesh: space.mesh, z: space.z)
        let box = SpaceBox(Projection(space.view))
        self.box = box
        let key = PlacementKey(
            domains: [space.mesh.x, space.mesh.y, space.z], view: space.view,
            labels: [space.xLabel, space.yLabel, space.zLabel], language: figure.language, sizes: figure.theme.sizes,
            area: area)
        (projection, ticks, texts) = memory.value(for: key) {
            SpaceFrame.placement(
                of: box, texts: SpaceTexts(space: space, box: box, figure: figure, shaper: shaper), in: area)
        }
    }

    /// All that the box's place and its texts depend on.
    private struct PlacementKey: Equatable {
        var domains: [ClosedRange<Double>]
        var view: ViewAngles
        var labels: [RichText?]
        var language: String
        var sizes: Theme.TypeScale
        var area: Rect
    }

    /// The box as large as it fits the area with its texts, in the middle.
    private static func placement(
        of box: SpaceBox, texts: SpaceTexts, in area: Rect
    ) -> (Projection, [SpaceBox.Axis: Ticks], [PlacedText]) {
        var projection = Projection(texts.space.view)
        // Twice: how large the box is decides how many numbers it has, and they how large it can be.
        var ticks: [SpaceBox.Axis: Ticks] = [:]
        var scale = (x: min(area.width, area.height) * 0.5, y: min(area.width, area.height) * 0.5)
        for _ in 0..<3 {
            projection.scale = scale
            ticks = texts.ticks(projection)
            let even = texts.fit(projection, ratio: 1, ticks: ticks, in: area)
            let wide = texts.fit(projection, ratio: SpaceFrame.stretch, ticks: ticks, in: area)
            // As much wider as fits without becoming lower.
            scale = wide.y >= even.y * 0.97 ? wide : even
            if wide.y < even.y * 0.97, wide.x > even.x {
                scale = texts.fit(projection, ratio: 1 + (SpaceFrame.stretch - 1) / 2, ticks: ticks, in: area)
                if scale.y < even.y * 0.97 { scale = even }
            }
        }
        projection.scale = scale
        ticks = texts.ticks(projection)
        let extent = texts.extent(projection, ticks: ticks)
        projection.origin = Point(
            x: area.left + (area.width - extent.width) / 2 - extent.left,
            y: area.top + (area.height - extent.height) / 2 - extent.top)
        return (projection, ticks, texts.placed(projection, ticks: ticks))
    }

    /// The sides of the floor on the page, in points.
    var floor: Size {
        func length(_ axis: SpaceBox.Axis) -> Double {
            let (a, b) = (projection(box.edge(axis, at: 0)), projection(box.edge(axis, at: 1)))
            return ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        }
        return Size(width: length(.x), height: length(.y))
    }
}
