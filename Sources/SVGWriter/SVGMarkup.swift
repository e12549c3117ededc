import Scenes

/// A growing document in UTF-8. Bytes, not strings: half of a figure is numbers, and appending characters one by one
/// took longer than everything else about it.
struct SVGMarkup {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ other: SVGMarkup) { bytes.append(contentsOf: other.bytes) }

    /// Characters that XML 1.0 does not allow become U+FFFD.
    mutating func append(escaped text: String, inAttribute: Bool = false) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"" where inAttribute: append("&quot;")
            case "\t", "\n", "\r": append("&#\(scalar.value);")
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                bytes.append(contentsOf: UTF8.encode(isAllowed ? scalar : "\u{FFFD}") ?? .init())
            }
        }
    }

    /// ` name="value"`, the value being a length with at most two decimals.
    mutating func append(attribute name: String, _ length: Double) {
        append(" \(name)=\"")
        append(length: length)
        append(UInt8(ascii: "\""))
    }

    /// A length in hundredths of a point: what a document of ours is exact to.
    ///
    /// Lengths beyond ten million points, where a curve may go outside its window, are as good as at ten million; what is
    /// no number stands at zero.
    static func hundredths(_ length: Double) -> Int {
        length.isNaN ? 0 : Int((min(max(length, -1e7), 1e7) * 100).rounded())
    }

    mutating func append(length: Double) { append(hundredths: SVGMarkup.hundredths(length)) }

    /// As short as it goes: no superfluous zeros, none before the point.
    mutating func append(hundredths: Int) {
        let magnitude = Int(hundredths.magnitude)
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        if whole > 0 || rest == 0 { append(digits: whole) }
        if rest == 0 { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(rest / 10))
        if !rest.isMultiple(of: 10) { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    mutating func append(whole number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digits: Int(number.magnitude))
    }

    /// A number to five decimals, as short as it goes.
    ///
    /// - Precondition: it is not negative and below a million.
    mutating func append(fraction value: Double) {
        precondition((0..<1e6).contains(value), "a fraction of a unit")
        var (rest, decimals) = (Int((value * 100_000).rounded()), 5)
        let whole = rest / 100_000
        rest %= 100_000
        if whole > 0 || rest == 0 { append(digits: whole) }
        if rest == 0 { return }
        while rest.isMultiple(of: 10) { (rest, decimals) = (rest / 10, decimals - 1) }
        append(UInt8(ascii: "."))
        let digits = String(rest)
        append(String(repeating: "0", count: decimals - digits.utf8.count) + digits)
    }

    private mutating func append(digits number: Int) {
        if number >= 10 { append(digits: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// `#fff` for `#ffffff`.
    private static func short(_ hex: String) -> String {
        let c = Array(hex.utf8)
        guard c.count == 7, c[1] == c[2], c[3] == c[4], c[5] == c[6] else { return hex }
        return String(decoding: [c[0], c[1], c[3], c[5]], as: UTF8.self)
    }

    /// ` fill="#c74440"`, with an opacity where it is less than one.
    mutating func append(paint attribute: String, _ color: Color?) {
        guard let color else { return append(" \(attribute)=\"none\"") }
        append(" \(attribute)=\"\(SVGMarkup.short(color.hex))\"")
        if color.opacity < 1 { append(attribute: attribute + "-opacity", color.opacity) }
    }
}
