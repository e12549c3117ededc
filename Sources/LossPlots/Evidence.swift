import Certificates
import Figures
import Losses
import Typography

/// What certificates say of a figure's losses, as marks and sentences.
struct Evidence {
    let plan: Plan
    /// One a subject, in the order of the plan's, or none.
    let certificates: [Certificate]
    /// As ``ResolvedPlan/zeros``.
    let zeros: [[ProvedZeros]]
    let wording: Wording

    struct Style {
        /// Of the curve.
        var id: String
        /// Of the theme's cycle: the curve's place among the plan's.
        var index: Int
        /// Whether a band says what it shows.
        var isNamed: Bool
    }

    private func certificate(at place: Int) -> Certificate? {
        certificates.indices.contains(place) ? certificates[place] : nil
    }

    /// Empty where there is one.
    private func plainName(at place: Int) -> String {
        guard certificates.count > 1 else { return "" }
        let name = wording.name(of: certificates[place], at: place)
        return ((try? RichText(name))?.plainText ?? name) + wording.pick(": ", "：")
    }

    /// Whether minima have their coordinates beside them.
    var labelsMinima: Bool { plan.marks.contains(.minima) && plan.derivatives.contains(0) }

    /// Whether the sentences name minima of the loss or formula at a place.
    func namesMinima(at place: Int) -> Bool {
        plan.marks.contains(.minima) && certificate(at: place)?.minima.isEmpty == false
    }

    /// With the names of the losses where there are several; one that all share speaks of all.
    ///
    /// - Throws: `Diagnostic` when a line cannot be set.
    func verdicts() throws -> [RichText] {
        guard plan.marks.contains(.verdict) else { return [] }
        // Of several with one verdict it is said once.
        var lines: [(names: [RichText], verdict: String)] = []
        for (place, certificate) in certificates.enumerated() {
            let (name, verdict) = (try wording.subject(certificate, at: place), wording.verdict(certificate))
            if let index = lines.firstIndex(where: { $0.verdict == verdict }) {
                lines[index].names.append(name)
            } else {
                lines.append(([name], verdict))
            }
        }
        guard certificates.count > 1 else { return try lines.map { try RichText($0.verdict) } }
        let comma = RichText(verbatim: wording.pick(", ", "、"))
        return try lines.map { line in
            let names =
                lines.count == 1
                ? RichText(strong: wording.all(line.names.count))
                : line.names.dropFirst().reduce(line.names[0]) { $0 + comma + $1 }
            return wording.said(try RichText(line.verdict), of: names)
        }
    }

    /// Facts that the marks show, for readers who cannot see them.
    var sentences: [String] {
        certificates.enumerated().flatMap { place, certificate in
            let name = plainName(at: place)
            func sentence(_ mark: Plan.MarkName, _ points: [Certificate.Extremum]) -> String? {
                guard plan.marks.contains(mark) else { return nil }
                let places = points.map { ($0.theta.middle, $0.value.shown) }
                return wording.extremaLine(places, areMinima: mark == .minima, in: plan.theta)
                    .map { wording.sentence($0, of: name) }
            }
            return [sentence(.minima, certificate.minima), sentence(.maxima, certificate.maxima)].compactMap { $0 }
        }
    }

    func bands(_ style: Style) -> Mark? {
        guard plan.marks.contains(.concave), let certificate = certificate(at: style.index),
            !certificate.concave.isEmpty
        else { return nil }
        return .bands(
            BandsMark(
                id: style.id, styleIndex: style.index, ranges: certificate.concave.map { $0.lower...$0.upper },
                label: style.isNamed ? try? RichText("$\(wording.letter(of: certificate))'' < 0$") : nil))
    }

    /// What stands on the curve of J itself.
    ///
    /// - Parameter value: of J at a θ.
    func onCurve(_ style: Style, value: (Double) -> Double) -> [Mark] {
        guard let certificate = certificate(at: style.index) else { return [] }
        func point(_ theta: Double) -> DataPoint { DataPoint(x: theta, y: value(theta)) }
        var marks: [Mark] = []
        if plan.marks.contains(.chord), let chord = certificate.chord, plan.theta.contains(chord.from),
            plan.theta.contains(chord.to)
        {
            marks.append(
                .chord(
                    ChordMark(
                        id: style.id, styleIndex: style.index, from: point(chord.from), to: point(chord.to),
                        peak: point(chord.at))))
        }
        if plan.marks.contains(.inflections), !certificate.inflections.isEmpty {
            marks.append(
                .points(
                    PointsMark(
                        id: "\(style.id)-inflections", styleIndex: style.index, relativeSize: 0.7,
                        points: certificate.inflections.map { point($0.middle) }, isHollow: true)))
        }
        let extrema = [(Plan.MarkName.minima, certificate.minima), (.maxima, certificate.maxima)]
        for (name, found) in extrema where plan.marks.contains(name) && !found.isEmpty {
            let points = found.map { DataPoint(x: $0.theta.middle, y: $0.value.shown) }
            marks.append(
                .points(
                    PointsMark(
                        id: "\(style.id)-\(name.rawValue)", styleIndex: style.index, points: points,
                        labels: points.map { RichText(verbatim: wording.coordinates($0.x, $0.y, in: plan.theta)) })))
        }
        return marks
    }
}

extension Bounds {
    var middle: Double { lower + (upper - lower) / 2 }

    /// Zero where they hold it: the middle would be an accident of rounding.
    var shown: Double { lower <= 0 && 0 <= upper ? 0 : middle }
}
