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

/// Where all numbers of one axis stand in the plot: on one line.
enum TickLine: Equatable {
    /// Left of the y axis or below the x axis.
    case usual
    case edge(TickEdge)
    /// On the axis' other side.
    case across

    var edge: TickEdge? { if case .edge(let edge) = self { edge } else { nil } }
}

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

    /// The numbers of both axes. Inside the plot those of one axis stand on one line, usually below the axis or left of it;
    /// where a curve runs through a number's place it is left out, and its line of the grid stays. An axis that would have
    /// less than two so, or lose more than a fifth of its numbers between its ends, has them all at an edge of the plot or on its
    /// other side, where more find room there.
    func tickNumbers(shaper: any TextShaping, obstacles: PanelObstacles) -> [TickNumber] {
        switch panel.axes {
        case .cartesian: break
        case .ternary: return ternaryNumbers(shaper: shaper)
        case .bars: return []
        }
        let style = figure.style(figure.theme.sizes.label)
        var numbers: [TickNumber] = []
        let names = ([xAxisName(shaper: shaper)].compactMap { $0 } + yAxisName).map(\.box)
        let axes = axisLineBoxes
        func add(_ candidates: [TickNumber]) {
            let free = candidates.first { candidate in
                let box = candidate.box
                // Outside the plot, where two axes meet in a corner, numbers may stand closer above each other.
                let height = candidate.isInside ? 5.0 : 1
                let room = Rect(
                    left: box.left - 5, top: box.top - height, right: box.right + 5, bottom: box.bottom + height)
                return box.left >= FigureLayout.edge && box.right <= pageWidth - FigureLayout.edge
                    && !(candidate.isInside
                        && (obstacles.meet(box.insetBy(-3)) || axes.contains(where: box.intersects)))
                    && !names.contains { $0.intersects(candidate.isInside ? box.insetBy(-3) : room) }
                    && !numbers.contains { $0.box.intersects(room) }
            }
            if let free { numbers.append(free) }
        }
        // The origin's zero first: it belongs to both axes and keeps its corner.
        let sharesZero = zeroStandsAtOrigin
        if sharesZero { add(zeroCandidates(shaper.shape(RichText(verbatim: "0"), style: style))) }
        /// Places one axis' numbers.
        func addAll(
            _ ticks: [Ticks.Tick], at place: (Ticks.Tick) -> Double, on scale: LinearScale, isInside: Bool,
            edges: [TickEdge], candidate: (Ticks.Tick, TickLine) -> TickNumber?
        ) {
            let ticks = ticks.filter { !(sharesZero && $0.value == 0) }
            let before = numbers
            for tick in ticks { add([candidate(tick, .usual)].compactMap { $0 }) }
            let beside = numbers
            // Numbers that are missing at an axis' ends are not missed.
            let (low, high) = (min(scale.start, scale.end) + 12, max(scale.start, scale.end) - 12)
            let inner = ticks.count { (low...high).contains(place($0)) }
            let kept = beside.count - before.count
            guard isInside, kept < min(2, ticks.count) || 5 * (inner - kept) > inner else { return }
            for line in edges.map({ TickLine.edge($0) }) + [.across] {
                let best = numbers
                numbers = before
                for tick in ticks {
                    // A zero that has no room there may have some beside the axis.
                    add([line, .usual].prefix(tick.value == 0 ? 2 : 1).compactMap { candidate(tick, $0) })
                }
                if numbers.count <= best.count { numbers = best }
            }
        }
        func shaped(_ tick: Ticks.Tick) -> ShapedText { shaper.shape(RichText(verbatim: tick.label), style: style) }
        addAll(yTicks.major, at: { scales.y($0.value) }, on: scales.y, isInside: !yTicksStandOutside, edges: yEdges) {
            yCandidate(shaped($0), at: scales.y($0.value), on: $1)
        }
        if isLast {
            addAll(
                xTicks.major, at: { scales.x($0.value) }, on: scales.x, isInside: !xTicksStandOutside,
                edges: TickEdge.allCases
            ) {
                xCandidate(shaped($0), at: scales.x($0.value), on: $1)
            }
        }
        return numbers
    }

    /// Whether one zero serves both axes. Only the last panel has numbers at its x axis.
    private var zeroStandsAtOrigin: Bool {
        figure.theme.axes == .throughOrigin && showsXAxis && showsYAxis && !yTicksStandOutside
            && !(isLast && xTicksStandOutside)
    }

    /// Lower left of the origin, closer to the axis where there is little room under it.
    private func zeroCandidates(_ shaped: ShapedText) -> [TickNumber] {
        [6.0, 3].map { gap in
            TickNumber(
                shaped: shaped, origin: Point(x: yAxis - 6 - shaped.width, y: xAxis + gap + shaped.ascent),
                isInside: true)
        }.filter { $0.origin.y < plot.bottom }
    }

    private func yCandidate(_ shaped: ShapedText, at y: Double, on line: TickLine) -> TickNumber? {
        // Figures are centred on the line; within the plot they keep clear of its edges.
        let baseline = y + shaped.ascent / 2
        if yTicksStandOutside {
            return TickNumber(
                shaped: shaped, origin: Point(x: plot.left - 6 - shaped.width, y: baseline), isInside: false)
        }
        guard baseline - shaped.ascent > plot.top, baseline < plot.bottom else { return nil }
        let x =
            switch line {
            case .usual: yAxis - 6 - shaped.width
            case .edge(.first): plot.left + 5
            case .edge(.last): plot.right - 5 - shaped.width
            case .across: yAxis + 6
            }
        return TickNumber(shaped: shaped, origin: Point(x: x, y: baseline), isInside: true, edge: line.edge)
    }

    private func xCandidate(_ shaped: ShapedText, at x: Double, on line: TickLine) -> TickNumber? {
        let left = x - shaped.width / 2
        if xTicksStandOutside {
            return TickNumber(
                shaped: shaped, origin: Point(x: left, y: plot.bottom + 9 + shaped.ascent), isInside: false)
        }
        let baseline =
            switch line {
            case .usual: xAxis + 6 + shaped.ascent
            case .edge(.first): plot.bottom - 6
            case .edge(.last): plot.top + 6 + shaped.ascent
            case .across: xAxis - 6
            }
        guard baseline - shaped.ascent > plot.top, baseline < plot.bottom else { return nil }
        return TickNumber(shaped: shaped, origin: Point(x: left, y: baseline), isInside: true)
    }
}
