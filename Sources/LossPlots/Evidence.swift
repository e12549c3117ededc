import Certificates
import Figures
import Losses
import Typography

/// What certificates say of a figure's losses, as marks and sentences.
struct Evidence {
    let plan: Plan
    /// One a loss, in the order of the losses, or none.
    let certificates: [Certificate]
    let wording: Wording

    struct Style {
        /// Of the curve.
        var id: String
        /// Of the theme's cycle.
        var index: Int
        /// Whether a band says what it shows.
        var isNamed: Bool
    }

    private func certificate(of subject: CurveSubject) -> Certificate? {
        guard case .loss(let loss) = subject else { return nil }
        return zip(plan.linkedLosses, certificates).first { $0.0 == loss }?.1
    }

    /// A line each, with the loss's name where there are several.
    var verdicts: [String] {
        guard plan.marks.contains(.verdict) else { return [] }
        return certificates.map { certificate in
            let name = certificates.count > 1 ? wording.label(of: certificate.loss) + wording.pick(": ", "：") : ""
            return name + wording.verdict(certificate)
        }
    }

    /// Facts that the marks show, for readers who cannot see them.
    var sentences: [String] {
        guard plan.marks.contains(.minima) else { return [] }
        return certificates.compactMap { certificate in
            let name = certificates.count > 1 ? wording.label(of: certificate.loss) + wording.pick(": ", "：") : ""
            let minima = certificate.minima.map { ($0.theta.middle, $0.value.middle) }
            return wording.minimaSentence(minima, in: plan.theta).map { name + $0 }
        }
    }

    func bands(of subject: CurveSubject, _ style: Style) -> Mark? {
        guard plan.marks.contains(.concave), let certificate = certificate(of: subject), !certificate.concave.isEmpty
        else { return nil }
        return .bands(
            BandsMark(
                id: style.id, styleIndex: style.index, ranges: certificate.concave.map { $0.lower...$0.upper },
                label: style.isNamed ? try? RichText("$J'' < 0$") : nil))
    }

    /// What stands on the curve of J itself.
    ///
    /// - Parameter value: of J at a θ.
    func onCurve(of subject: CurveSubject, _ style: Style, value: (Double) -> Double) -> [Mark] {
        guard let certificate = certificate(of: subject) else { return [] }
        func point(_ theta: Double) -> DataPoint { DataPoint(x: theta, y: value(theta)) }
        var marks: [Mark] = []
        if plan.marks.contains(.chord), let chord = chord(certificate) {
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
        if plan.marks.contains(.minima), !certificate.minima.isEmpty {
            let minima = certificate.minima.map { DataPoint(x: $0.theta.middle, y: $0.value.middle) }
            marks.append(
                .points(
                    PointsMark(
                        id: "\(style.id)-minima", styleIndex: style.index, points: minima,
                        labels: minima.map { RichText(verbatim: wording.coordinates($0.x, $0.y, in: plan.theta)) })))
        }
        return marks
    }

    /// The chord to draw: between two neighbouring minima where there are some, since the maximum between them is
    /// above both; else the one proved.
    private func chord(_ certificate: Certificate) -> (from: Double, to: Double, at: Double)? {
        let minima = certificate.minima.sorted { $0.theta.lower < $1.theta.lower }
        let humps = zip(minima, minima.dropFirst()).compactMap {
            left, right -> (from: Double, to: Double, at: Double, height: Double)? in
            let top = certificate.maxima.first {
                left.theta.upper < $0.theta.lower && $0.theta.upper < right.theta.lower
            }
            guard let top else { return nil }
            let height = top.value.lower - max(left.value.upper, right.value.upper)
            return (left.theta.middle, right.theta.middle, top.theta.middle, height)
        }
        if let widest = humps.max(by: { $0.height < $1.height }), widest.height > 0 {
            return (widest.from, widest.to, widest.at)
        }
        guard let chord = certificate.chord, plan.theta.contains(chord.from), plan.theta.contains(chord.to) else {
            return nil
        }
        return (chord.from, chord.to, chord.at)
    }
}

extension Bounds {
    fileprivate var middle: Double { lower + (upper - lower) / 2 }
}
