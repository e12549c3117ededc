import Certificates
import Figures

/// Zeros in words.
extension Wording {
    /// More are only counted.
    private static let mostPlaces = 12

    /// All zeros in a line without its end; nil where none is known and there may be some.
    ///
    /// - Parameters:
    ///   - places: as they are written, in ascending order.
    ///   - letter: of what they are the zeros; nil where that is plain.
    ///   - variable: on the horizontal axis.
    func zeros(_ places: [String], isComplete: Bool, of letter: String?, _ variable: String) -> String? {
        let (of, zhOf) = (letter.map { " of \($0)" } ?? "", letter.map { "\($0) 的" } ?? "")
        guard let first = places.first, let last = places.last else {
            guard isComplete else { return nil }
            return pick("no zeros\(of)", letter.map { "\($0) 没有零点" } ?? "没有零点")
        }
        if places.count > Wording.mostPlaces {
            return pick(
                "\(places.count) zeros\(of), from \(variable) = \(first) to \(last)",
                "\(variable) 从 \(first) 到 \(last) 有 \(zhOf)\(places.count) 个零点")
        }
        return pick(
            (places.count == 1 ? "zero" : "zeros") + "\(of) at \(variable) = "
                + Wording.list(places, comma: ", ", and: " and "),
            "\(zhOf)零点位于 \(variable) = \(places.joined(separator: "、"))")
    }

    /// Where there may be more zeros, a line for each reason.
    func doubts(
        _ doubts: [ProvedZeros.Doubt], of letter: String, _ variable: String, in window: ClosedRange<Double>
    ) -> [String] {
        // Narrower than a thousandth of the window it is a place for the eye.
        let narrowest = 1e-3 * (window.upperBound - window.lowerBound)
        let places = doubts.filter { $0.stretch.width < narrowest && $0.cause != .vanishing }
        let stretches = doubts.filter { $0.stretch.width >= narrowest || $0.cause == .vanishing }
        func near(_ cause: ProvedZeros.Doubt.Cause) -> String? {
            let places = places.filter { $0.cause == cause }.map { place($0.point, in: window) }
            guard let first = places.first, let last = places.last else { return nil }
            if places.count > Wording.mostPlaces {
                return pick(
                    "at \(places.count) places from \(variable) = \(first) to \(last)",
                    "\(variable) 从 \(first) 到 \(last) 的 \(places.count) 处")
            }
            return pick(
                "near \(variable) = " + Wording.list(places, comma: ", ", and: " and "),
                "\(variable) = \(places.joined(separator: "、")) 附近")
        }
        let undecided = near(.undecided).map {
            pick("not decided whether \(letter) has a zero \($0)", "\($0) \(letter) 有无零点未能判定")
        }
        let jumps = near(.discontinuous).map {
            pick(
                "no zero is claimed \($0), where \(letter) may jump or have no value",
                "\($0) \(letter) 可能间断或无定义，不断言那里有零点")
        }
        return [undecided, jumps].compactMap { $0 }
            + stretches.map { doubt in
                let (a, b) = (place(doubt.stretch.lower, in: window), place(doubt.stretch.upper, in: window))
                if doubt.cause == .vanishing {
                    return pick(
                        "\(letter) is zero all along from \(variable) = \(a) to \(b)",
                        "\(variable) 从 \(a) 到 \(b)，\(letter) 恒为零")
                }
                return pick(
                    "not decided whether \(letter) has zeros from \(variable) = \(a) to \(b)",
                    "\(variable) 从 \(a) 到 \(b) 之间 \(letter) 有无零点未能判定")
            }
    }
}
