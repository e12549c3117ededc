import Scenes
import Typography

/// A number at a tick or a name at an axis, placed.
struct TickNumber {
    var shaped: ShapedText
    var origin: Point
    /// Stands in the plot, where lines run behind it.
    var isInside: Bool
    /// Of a y axis' number, the plot's edge that it stands at; nil beside the axis or outside the plot.
    var edge: TickEdge?

    var box: Rect {
        Rect(
            left: origin.x, top: origin.y - shaped.ascent, right: origin.x + shaped.width,
            bottom: origin.y + shaped.descent)
    }
}

/// The left or the lower edge of the plot, or the other one.
enum TickEdge: CaseIterable { case first, last }

extension PanelFrame {
    /// Panels one above the other, whose y axes' numbers stand at one edge of all plots where they stand at an edge: at
    /// that where more of them find room.
    static func sharingEdge(_ frames: [PanelFrame], shaper: any TextShaping) -> [PanelFrame] {
        guard frames.count > 1 else { return frames }
        let obstacles = frames.map { PanelObstacles(panel: $0.panel, scales: $0.scales, theme: $0.figure.theme) }
        func numbers(_ frames: [PanelFrame]) -> [TickNumber] {
            zip(frames, obstacles).flatMap { $0.tickNumbers(shaper: shaper, obstacles: $1) }
        }
        guard Set(numbers(frames).compactMap(\.edge)).count > 1 else { return frames }
        let choices = TickEdge.allCases.map { edge in
            frames.map { frame in
                var frame = frame
                frame.yEdges = [edge]
                return frame
            }
        }
        let counts = choices.map { numbers($0).count }
        return choices[counts[1] > counts[0] ? 1 : 0]
    }

    func tickNumberBoxes(shaper: any TextShaping, obstacles: PanelObstacles) -> [Rect] {
        tickNumbers(shaper: shaper, obstacles: obstacles).map { $0.box.insetBy(-3) }
    }

    /// The numbers of both axes. Inside the plot each takes the usual side of its axis (below, left), or the other
    /// side where a curve runs through the first; where both are taken the number is left out and its line stays. An axis that
    /// would have less than two, or lose more than a fifth of its numbers between its ends, has them at an edge of the plot, if
    /// more find room there.
    func tickNumbers(shaper: any TextShaping, obstacles: PanelObstacles) -> [TickNumber] {
        switch panel.axes {
        case .cartesian: break
        case .ternary: return ternaryNumbers(shaper: shaper)
        case .bars: return []
        }
        let style = figure.style(figure.theme.sizes.label)
        var numbers: [TickNumber] = []
        let sharesZero =
            figure.theme.axes == .throughOrigin && showsXAxis && showsYAxis && !xTicksStandOutside
            && !yTicksStandOutside
        let names = ([xAxisName(shaper: shaper)].compactMap { $0 } + yAxisName).map(\.box)
        func add(_ candidates: [TickNumber]) {
            let free = candidates.first { candidate in
                let box = candidate.box
                // Outside the plot, where two axes meet in a corner, numbers may stand closer above each other.
                let height = candidate.isInside ? 5.0 : 1
                let room = Rect(
                    left: box.left - 5, top: box.top - height, right: box.right + 5, bottom: box.bottom + height)
                return box.left >= FigureLayout.edge && box.right <= pageWidth - FigureLayout.edge
                    && !(candidate.isInside && obstacles.meet(box.insetBy(-3)))
                    && !names.contains { $0.intersects(candidate.isInside ? box.insetBy(-3) : room) }
                    && !numbers.contains { $0.box.intersects(room) }
            }
            if let free { numbers.append(free) }
        }
        // The origin's zero first: it belongs to both axes and keeps its corner.
        if sharesZero {
            let shaped = shaper.shape(RichText(verbatim: "0"), style: style)
            add([
                TickNumber(
                    shaped: shaped, origin: Point(x: yAxis - 6 - shaped.width, y: xAxis + 6 + shaped.ascent),
                    isInside: true)
            ])
        }
        /// Places one axis' numbers, at one of the plot's edges where more of them find room.
        func addAll(
            _ ticks: [Ticks.Tick], at place: (Ticks.Tick) -> Double, on scale: LinearScale, isInside: Bool,
            edges: [TickEdge], candidates: (Ticks.Tick, _ edge: TickEdge?) -> [TickNumber]
        ) {
            let ticks = ticks.filter { !(sharesZero && $0.value == 0) }
            let before = numbers
            for tick in ticks { add(candidates(tick, nil)) }
            let beside = numbers
            // Numbers that are missing at an axis' ends are not missed.
            let (low, high) = (min(scale.start, scale.end) + 12, max(scale.start, scale.end) - 12)
            let inner = ticks.count { (low...high).contains(place($0)) }
            let kept = beside.count - before.count
            guard isInside, kept < min(2, ticks.count) || 5 * (inner - kept) > inner else { return }
            for edge in edges {
                let best = numbers
                numbers = before
                // One that has no room at the edge may have some beside the axis.
                for tick in ticks { add(candidates(tick, edge) + (tick.value == 0 ? candidates(tick, nil) : [])) }
                if numbers.count <= best.count { numbers = best }
            }
        }
        func shaped(_ tick: Ticks.Tick) -> ShapedText { shaper.shape(RichText(verbatim: tick.label), style: style) }
        addAll(yTicks.major, at: { scales.y($0.value) }, on: scales.y, isInside: !yTicksStandOutside, edges: yEdges) {
            yCandidates(shaped($0), at: scales.y($0.value), edge: $1)
        }
        if isLast {
            addAll(
                xTicks.major, at: { scales.x($0.value) }, on: scales.x, isInside: !xTicksStandOutside,
                edges: TickEdge.allCases
            ) {
                xCandidates(shaped($0), at: scales.x($0.value), edge: $1)
            }
        }
        return numbers
    }

    private func yCandidates(_ shaped: ShapedText, at y: Double, edge: TickEdge?) -> [TickNumber] {
        // Figures are centred on the line; within the plot they keep clear of its edges.
        let baseline = y + shaped.ascent / 2
        if yTicksStandOutside {
            return [
                TickNumber(shaped: shaped, origin: Point(x: plot.left - 6 - shaped.width, y: baseline), isInside: false)
            ]
        }
        let inside = baseline - shaped.ascent > plot.top && baseline < plot.bottom
        guard inside else { return [] }
        let places: [Double] =
            switch edge {
            case .first: [plot.left + 5]
            case .last: [plot.right - 5 - shaped.width]
            case nil: [yAxis - 6 - shaped.width, yAxis + 6]
            }
        return places.map {
            TickNumber(shaped: shaped, origin: Point(x: $0, y: baseline), isInside: true, edge: edge)
        }
    }

    private func xCandidates(_ shaped: ShapedText, at x: Double, edge: TickEdge?) -> [TickNumber] {
        let left = x - shaped.width / 2
        if xTicksStandOutside {
            return [
                TickNumber(
                    shaped: shaped, origin: Point(x: left, y: plot.bottom + 9 + shaped.ascent), isInside: false)
            ]
        }
        let places: [Double] =
            switch edge {
            case .first: [plot.bottom - 6]
            case .last: [plot.top + 6 + shaped.ascent]
            case nil: [xAxis + 6 + shaped.ascent, xAxis - 6]
            }
        return
            places
            .filter { $0 - shaped.ascent > plot.top && $0 < plot.bottom }
            .map { TickNumber(shaped: shaped, origin: Point(x: left, y: $0), isInside: true) }
    }
}
