import Scenes
import Typography

/// The numbers and names around a space's box: outside of it, none on another.
struct SpaceTexts {
    let space: Space
    let box: SpaceBox
    let figure: Figure
    let shaper: any TextShaping

    /// Least distances along an edge, in points.
    private static let spacing = 40.0
    /// Numbers of two axes stand at least this far apart, in points.
    private static let cornerRoom = 16.0
    /// A name wider than this stands above the whole box instead of at its corner.
    private static let nameLimit = 72.0

    private func domain(_ axis: SpaceBox.Axis) -> ClosedRange<Double> {
        switch axis {
        case .x: space.mesh.x
        case .y: space.mesh.y
        case .z: space.z
        }
    }

    /// Where a value stands on its axis' edge, as a share of it.
    func share(_ axis: SpaceBox.Axis, _ value: Double) -> Double {
        let domain = domain(axis)
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        let bottom = axis == .z ? SpaceScales.gap / SpaceScales.height : 0
        return bottom + (1 - bottom) * share
    }

    private func shaped(_ tick: Ticks.Tick) -> ShapedText {
        shaper.shape(RichText(verbatim: tick.label), style: figure.style(figure.theme.sizes.label))
    }

    /// The ticks of each axis for a box of this size.
    func ticks(_ projection: Projection) -> [SpaceBox.Axis: Ticks] {
        var result: [SpaceBox.Axis: Ticks] = [:]
        for axis in SpaceBox.Axis.allCases {
            let domain = domain(axis)
            let start = projection(box.edge(axis, at: share(axis, domain.lowerBound)))
            let end = projection(box.edge(axis, at: 1))
            let (across, up) = (end.x - start.x, end.y - start.y)
            let length = max(1, (across * across + up * up).squareRoot())
            // Finer where there would be less than two numbers beside zero, without which an axis cannot be read.
            var ticks = Ticks(over: domain, length: length, spacing: min(SpaceTexts.spacing, length / 3))
            for spacing in [SpaceTexts.spacing * 0.6, 18] where ticks.major.count(where: { $0.value != 0 }) < 2 {
                ticks = Ticks(over: domain, length: length, spacing: min(spacing, length / 3))
            }
            // Coarser while two numbers come too near each other.
            while ticks.major.count > 2, hasNeighbours(ticks, axis, projection) {
                let coarser = ticks.coarser(over: domain)
                if coarser.major.count < 2 { break }
                ticks = coarser
            }
            result[axis] = ticks
        }
        return result
    }

    private func hasNeighbours(_ ticks: Ticks, _ axis: SpaceBox.Axis, _ projection: Projection) -> Bool {
        let texts = ticks.major.map { number($0, axis, projection) }
        return zip(texts, texts.dropFirst()).contains { SpaceTexts.room(of: $0.box).intersects($1.box) }
    }

    /// What is left free around a text.
    private static func room(of box: Rect) -> Rect {
        Rect(left: box.left - 8, top: box.top - 2, right: box.right + 8, bottom: box.bottom + 2)
    }

    /// Half of a text's extent in a direction.
    private static func reach(_ shaped: ShapedText, _ direction: Point) -> Double {
        (abs(direction.x) * shaped.width + abs(direction.y) * shaped.height) / 2
    }

    private func number(
        _ tick: Ticks.Tick, _ axis: SpaceBox.Axis, _ projection: Projection
    ) -> SpaceFrame.PlacedText {
        let shaped = shaped(tick)
        let out = box.outward(axis, projection)
        let distance = SpaceFrame.tickLength + SpaceFrame.tickGap + SpaceTexts.reach(shaped, out)
        let foot = projection(box.edge(axis, at: share(axis, tick.value)))
        return .init(
            shaped: shaped, centre: Point(x: foot.x + distance * out.x, y: foot.y + distance * out.y), isName: false)
    }

    /// Every text where it stands; a number that would come too near another is left out.
    func placed(_ projection: Projection, ticks: [SpaceBox.Axis: Ticks]) -> [SpaceFrame.PlacedText] {
        var texts: [SpaceFrame.PlacedText] = []
        let crowded = numberAtCorner(projection, ticks: ticks)
        for axis in SpaceBox.Axis.allCases {
            for tick in ticks[axis]?.major ?? [] {
                if let crowded, crowded.axis == axis, crowded.value == tick.value { continue }
                let number = number(tick, axis, projection)
                if !texts.contains(where: { SpaceTexts.room(of: $0.box).intersects(number.box) }) {
                    texts.append(number)
                }
            }
        }
        let numbers = texts
        let style = figure.style(figure.theme.sizes.axisName)
        for (axis, label) in [(SpaceBox.Axis.x, space.xLabel), (.y, space.yLabel)] {
            guard let label else { continue }
            let shaped = shaper.shape(label, style: style)
            let out = box.outward(axis, projection)
            let middle = projection(box.edge(axis, at: 0.5))
            var distance = SpaceFrame.tickLength + SpaceFrame.nameGap + SpaceTexts.reach(shaped, out)
            func name() -> SpaceFrame.PlacedText {
                let centre = Point(x: middle.x + distance * out.x, y: middle.y + distance * out.y)
                return .init(shaped: shaped, centre: centre, isName: true)
            }
            // Beyond the numbers, or between two of them where they are far apart.
            while distance < 400,
                texts.contains(where: { SpaceTexts.room(of: $0.box).intersects(name().box.insetBy(-4)) })
            {
                distance += 2
            }
            texts.append(name())
        }
        guard let label = space.zLabel else { return texts }
        let shaped = shaper.shape(label, style: style)
        let corner = projection(box.edge(.z, at: 1))
        let highest = numbers.map(\.box.top).min() ?? corner.y
        let ceiling = SpaceBox.corners.map { projection($0).y }.min() ?? corner.y
        let isShort = shaped.width <= SpaceTexts.nameLimit
        let foot = isShort ? min(corner.y - 4, highest - 4) : ceiling - 8
        let left = isShort ? corner.x + 4 - shaped.width : corner.x - 30
        texts.append(
            .init(
                shaped: shaped, centre: Point(x: left + shaped.width / 2, y: foot - shaped.height / 2), isName: true))
        return texts
    }

    /// Where the floor's two numbered edges meet, the number beside which another's axis is hard to tell: of the axis that
    /// has more numbers, and two without it.
    private func numberAtCorner(
        _ projection: Projection, ticks: [SpaceBox.Axis: Ticks]
    ) -> (axis: SpaceBox.Axis, value: Double)? {
        let (x, y) = (ticks[.x]?.major ?? [], ticks[.y]?.major ?? [])
        for a in x {
            for b in y {
                let (first, second) = (number(a, .x, projection).box, number(b, .y, projection).box)
                guard first.insetBy(-SpaceTexts.cornerRoom).intersects(second) else { continue }
                guard max(x.count, y.count) > 2 else { return nil }
                if x.count >= y.count { return (.x, a.value) }
                return (.y, b.value)
            }
        }
        return nil
    }

    /// Of the box and all its texts, for a projection.
    func extent(_ projection: Projection, ticks: [SpaceBox.Axis: Ticks]) -> Rect {
        let corners = SpaceBox.corners.map { projection($0) }
        let boxes = placed(projection, ticks: ticks).map(\.box)
        return Rect(
            left: (corners.map(\.x) + boxes.map(\.left)).min() ?? 0,
            top: (corners.map(\.y) + boxes.map(\.top)).min() ?? 0,
            right: (corners.map(\.x) + boxes.map(\.right)).max() ?? 0,
            bottom: (corners.map(\.y) + boxes.map(\.bottom)).max() ?? 0)
    }

    /// The largest scale at which the box and its texts fit the area.
    ///
    /// - Parameter ratio: of the scale across to the scale up.
    func fit(
        _ projection: Projection, ratio: Double, ticks: [SpaceBox.Axis: Ticks], in area: Rect
    ) -> (x: Double, y: Double) {
        var (low, high) = (8.0, 4 * max(area.width, area.height))
        var trial = projection
        for _ in 0..<14 {
            let middle = (low + high) / 2
            trial.scale = (middle * ratio, middle)
            let extent = extent(trial, ticks: ticks)
            if extent.width <= area.width, extent.height <= area.height { low = middle } else { high = middle }
        }
        return (low * ratio, low)
    }
}
