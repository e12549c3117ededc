/// Writes lengths with at most two decimals, as short as they go, without any locale.
enum SVGNumber {
    /// A length in hundredths of a point: what an SVG of ours is exact to.
    static func hundredths(_ value: Double) -> Int { Int((value * 100).rounded()) }

    static func text(_ value: Double) -> String { text(hundredths: hundredths(value)) }

    static func text(hundredths: Int) -> String {
        let magnitude = hundredths.magnitude
        let (whole, rest) = (magnitude / 100, magnitude % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return sign + String(whole) }
        let fraction = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0" + String(rest) : String(rest)
        return sign + (whole == 0 ? "" : String(whole)) + "." + fraction
    }

    /// An opacity, to three decimals.
    static func opacity(_ value: Double) -> String {
        var digits = String(Int((value * 1000).rounded()))
        if digits.count > 3 { return "1" }
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "0" : "." + digits
    }
}
