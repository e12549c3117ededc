/// Four bytes of memory: red, green, blue, alpha, not premultiplied. Equal words are equal pixels.
typealias Pixel = UInt32

/// What a pixel that is not opaque is laid on before it is compared.
enum Backdrop: Double {
    case black = 0
    case white = 255
}

/// A pixel as it looks on a backdrop, in the colour space of television (NTSC 1953).
///
/// Everything here is computed in the order in which pixelmatch computes it, without contraction, so that not only
/// nearly but exactly the same pixels differ. Source: Kotsarenko and Ramos, "Measuring perceived color difference using
/// YIQ NTSC transmission color space in mobile applications", Programación Matemática y Software 2 (2), 2010.
struct PerceivedColour {
    /// From 0 to 255 each, of a translucent pixel with a fraction.
    let red: Double
    let green: Double
    let blue: Double

    @inline(__always)
    init(_ pixel: Pixel, on backdrop: Backdrop) {
        let word = UInt32(littleEndian: pixel)
        var red = Double(word & 255)
        var green = Double(word >> 8 & 255)
        var blue = Double(word >> 16 & 255)
        let alpha = word >> 24
        if alpha < 255 {
            let opacity = Double(alpha) / 255
            let back = backdrop.rawValue
            red = back + (red - back) * opacity
            green = back + (green - back) * opacity
            blue = back + (blue - back) * opacity
        }
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Brightness, from 0 to 255.
    @inline(__always)
    var y: Double { red * 0.29889531 + green * 0.58662247 + blue * 0.11448223 }

    @inline(__always)
    private var i: Double { red * 0.59597799 - green * 0.27417610 - blue * 0.32180189 }

    @inline(__always)
    private var q: Double { red * 0.21147017 - green * 0.52261711 + blue * 0.31114694 }

    /// The greatest squared distance between two colours.
    static let greatestDistance = 35215.0

    /// The squared distance from another colour, from 0 to ``greatestDistance``.
    @inline(__always)
    func distance(to other: PerceivedColour) -> Double {
        let y = self.y - other.y
        let i = self.i - other.i
        let q = self.q - other.q
        return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
    }
}

/// Whether a pixel shows anything of what lies behind it.
@inline(__always)
func isOpaque(_ pixel: Pixel) -> Bool { UInt32(littleEndian: pixel) >> 24 == 255 }
