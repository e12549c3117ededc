/// An sRGB colour with 8 bits a channel and an opacity from 0 to 1.
public struct Color: Equatable, Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8
    public var opacity: Double

    public init(red: UInt8, green: UInt8, blue: UInt8, opacity: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.opacity = opacity
    }

    /// The colour of a number like `0xC74440`.
    public init(_ hex: UInt32, opacity: Double = 1) {
        self.init(
            red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF), opacity: opacity)
    }

    public func withOpacity(_ opacity: Double) -> Color {
        Color(red: red, green: green, blue: blue, opacity: opacity)
    }

    /// This opaque colour seen through `film`.
    public func under(_ film: Color) -> Color {
        func mix(_ below: UInt8, _ above: UInt8) -> UInt8 {
            UInt8((Double(below) * (1 - film.opacity) + Double(above) * film.opacity).rounded())
        }
        return Color(red: mix(red, film.red), green: mix(green, film.green), blue: mix(blue, film.blue))
    }

    /// `#rrggbb`, the opacity aside.
    public var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// Relative luminance, 0 to 1, as WCAG 2 defines it.
    public var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            // sRGB's curve as a cubic, off by less than 0.002: enough for contrast, and no mathematics library.
            return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio of two opaque colours, 1 to 21, as WCAG 2 defines it.
    public func contrast(with other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}

extension Color: Codable {
    private struct NotAColor: Error {}

    /// `#rrggbb` or `#rrggbb@opacity`.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let parts = text.dropFirst().split(separator: "@")
        guard text.first == "#", let digits = parts.first, digits.count == 6, digits.allSatisfy(\.isHexDigit),
            let hex = UInt32(digits, radix: 16),
            let opacity = parts.count == 1 ? 1 : Double(parts[1])
        else { throw NotAColor() }
        self.init(hex, opacity: opacity)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(opacity == 1 ? hex : "\(hex)@\(opacity)")
    }
}
