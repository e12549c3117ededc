/// Writes exact decimals for readers: a true minus sign, no superfluous zeros beyond the tick's own digits, powers of
/// ten where plain digits would be long.
public enum DecimalLabel {
    /// digits · 10^exponent, with the zeros of its own digits.
    static func text(digits: Int, exponent: Int) -> String {
        if digits == 0 { return "0" }
        let sign = digits < 0 ? "−" : ""
        let magnitude = String(digits.magnitude)
        // The power of ten of the leading digit.
        let leading = magnitude.count - 1 + exponent
        if leading >= 6 || leading <= -5 { return sign + scientific(magnitude, leading: leading) }
        return sign + plain(magnitude, exponent: exponent)
    }

    /// The labels of an axis, digits · 10^exponent each: all plain with the same decimals, or all with the power of ten of
    /// the largest, whichever is the usual way or the shorter.
    static func texts(ofAxis digits: [Int], exponent: Int) -> [String] {
        guard let largest = digits.map(\.magnitude).max(), largest > 0 else { return digits.map { _ in "0" } }
        let leading = String(largest).count - 1 + exponent
        let decimals = leading - exponent
        let power = "10" + SmallDigits.superscript(leading)
        let scientificLength = (decimals == 0 ? 1 : 2 + decimals) + 1 + power.count
        let isPlain = (-4...5).contains(leading) || leading > 5 && exponent >= 0 && leading + 1 < scientificLength
        return digits.map { digits in
            if digits == 0 { return "0" }
            let sign = digits < 0 ? "−" : ""
            let magnitude = String(digits.magnitude)
            if isPlain { return sign + plain(magnitude, exponent: exponent) }
            let mantissa = plain(magnitude, exponent: -decimals)
            return sign + (mantissa == "1" ? power : mantissa + "×" + power)
        }
    }

    private static func plain(_ magnitude: String, exponent: Int) -> String {
        if exponent >= 0 { return magnitude + String(repeating: "0", count: exponent) }
        let padded = String(repeating: "0", count: max(0, 1 - exponent - magnitude.count)) + magnitude
        return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }

    private static func scientific(_ magnitude: String, leading: Int) -> String {
        var digits = magnitude[...]
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        let fraction = digits.dropFirst()
        let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        let power = "10" + SmallDigits.superscript(leading)
        return mantissa == "1" ? power : mantissa + "×" + power
    }

    /// Both ends of an enclosure to the given count of significant digits, rounded outwards.
    public static func bounds(
        _ lower: Double, _ upper: Double, significant: Int
    ) -> (lower: String, upper: String) {
        // The shortest digits of a double may lie on its wrong side, those of its neighbour do not.
        (
            text(lower.nextDown, significant: significant, rounding: .down),
            text(upper.nextUp, significant: significant, rounding: .up)
        )
    }

    /// A number to the given count of significant digits, for notes and descriptions.
    public static func text(_ value: Double, significant: Int) -> String {
        text(value, significant: significant, rounding: .toNearestOrAwayFromZero)
    }

    /// Numbers of a list, each to the given count of significant digits, and all with as many decimals where they are evenly
    /// spaced but for gaps: 0.8, 1.0, 1.2.
    public static func texts(_ values: [Double], significant: Int) -> [String] {
        let texts = values.map { text($0, significant: significant) }
        guard let first = values.first, let last = values.last, texts.allSatisfy({ !$0.contains("×") }),
            let step = zip(values.dropFirst(), values).map({ $0 - $1 }).min(), step > 0,
            last - first <= 2 * Double(values.count) * step
        else { return texts }
        let isEven = values.allSatisfy { value in
            let steps = (value - first) / step
            return abs(steps - steps.rounded()) <= 1e-6
        }
        let decimals = texts.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
        return isEven && decimals <= 12 ? values.map { text($0, decimals: decimals) } : texts
    }

    /// How many significant digits show a list of numbers to a hundredth of the gap beside each.
    ///
    /// ```swift
    /// DecimalLabel.digits(tellingApart: [5, 5.000004, 5.000008], least: 6)  // 9
    /// ```
    ///
    /// - Parameters:
    ///   - values: finite; equal ones are one.
    ///   - least: what is wanted anyway.
    /// - Returns: at most 15.
    /// - Complexity: O(values · log values).
    public static func digits(tellingApart values: [Double], least: Int) -> Int {
        let sorted = values.sorted()
        var digits = least
        for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
            // Off by half of the last digit at most.
            var error = max(abs(low), abs(high)) / 2
            for _ in 1..<digits { error /= 10 }
            while (high - low) / 100 < error, digits < 15 {
                digits += 1
                error /= 10
            }
        }
        return digits
    }

    /// A number with so many decimals, zeros among them; one of a million or more to six significant digits.
    public static func text(_ value: Double, decimals: Int) -> String {
        precondition(
            value.isFinite && (0...12).contains(decimals), "a label needs a finite number and 0 to 12 decimals")
        if abs(value) >= 1e6 { return text(value, significant: 6) }
        let (digits, exponent) = shortestDigits(of: value)
        // How many of the digits stay.
        let kept = digits.count + exponent + decimals
        var number = digits.prefix(max(0, kept)).reduce(0) { $0 * 10 + $1 }
        if kept >= 0, kept < digits.count, digits[kept] >= 5 { number += 1 }
        for _ in 0..<max(0, kept - digits.count) { number *= 10 }
        return (value < 0 && number != 0 ? "−" : "") + plain(String(number), exponent: -decimals)
    }

    /// The shortest digits that read back as the magnitude, times 10^exponent; the first is not 0 but for 0 itself.
    private static func shortestDigits(of value: Double) -> (digits: [Int], exponent: Int) {
        var digits: [Int] = []
        var point: Int?
        let words = "\(abs(value))".split(separator: "e")
        for character in words[0] {
            if let digit = character.wholeNumberValue { digits.append(digit) } else { point = digits.count }
        }
        let exponent = (words.count > 1 ? Int(words[1]) ?? 0 : 0) - (digits.count - (point ?? digits.count))
        while digits.count > 1, digits.first == 0 { digits.removeFirst() }
        return (digits, exponent)
    }

    private static func text(_ value: Double, significant: Int, rounding: FloatingPointRoundingRule) -> String {
        precondition(value.isFinite && (1...15).contains(significant), "a label needs a finite number")
        if value == 0 { return "0" }
        var (digits, exponent) = shortestDigits(of: value)
        if digits.count > significant {
            let dropped = digits.count - significant
            let roundsUp =
                switch rounding {
                case .down: value < 0
                case .up: value > 0
                default: digits[significant] >= 5
                }
            digits = Array(digits.prefix(significant))
            exponent += dropped
            var number = digits.reduce(0) { $0 * 10 + $1 }
            if roundsUp { number += 1 }
            return text(trimming: value < 0 ? -number : number, exponent: exponent)
        }
        return text(trimming: (value < 0 ? -1 : 1) * digits.reduce(0) { $0 * 10 + $1 }, exponent: exponent)
    }

    private static func text(trimming digits: Int, exponent: Int) -> String {
        var (digits, exponent) = (digits, exponent)
        while digits != 0, digits.isMultiple(of: 10), exponent < 0 { (digits, exponent) = (digits / 10, exponent + 1) }
        return text(digits: digits, exponent: exponent)
    }
}
