import Scenes

/// A scale of colours from 0 to 1 in which equal steps look equal, to colour-blind eyes and in grey too.
///
/// ```swift
/// Colormap.viridis(0.5)  // #21908c
/// ```
public struct Colormap: Equatable, Sendable {
    /// Evenly spaced, the first at 0 and the last at 1.
    private let nodes: [Color]
    /// The part whose lines have a contrast of 3:1 on a light page, and on a dark one.
    let lineColors: (onLight: ClosedRange<Double>, onDark: ClosedRange<Double>)

    init(_ nodes: [UInt32], onLight: ClosedRange<Double>, onDark: ClosedRange<Double>) {
        self.nodes = nodes.map { Color($0) }
        lineColors = (onLight, onDark)
    }

    public static func == (a: Colormap, b: Colormap) -> Bool { a.nodes == b.nodes }

    /// The colour at `t`, clamped to 0…1: linear between the nodes.
    public func callAsFunction(_ t: Double) -> Color {
        let place = min(max(t, 0), 1) * Double(nodes.count - 1)
        let index = min(Int(place), nodes.count - 2)
        let share = place - Double(index)
        let (a, b) = (nodes[index], nodes[index + 1])
        func mixed(_ channel: KeyPath<Color, UInt8>) -> UInt8 {
            UInt8((Double(a[keyPath: channel]) * (1 - share) + Double(b[keyPath: channel]) * share).rounded())
        }
        return Color(red: mixed(\.red), green: mixed(\.green), blue: mixed(\.blue))
    }

    /// The colours of so many bands, evenly spread, from the darkest.
    public func bands(_ count: Int) -> [Color] { (0..<count).map { self((Double($0) + 0.5) / Double(count)) } }

    /// From dark violet over green to yellow. Nathaniel Smith and Stéfan van der Walt, 2015 (https://bids.github.io/colormap,
    /// CC0): 33 evenly spaced places of the published table of 256; between them the table is met within 2 of 255.
    public static let viridis = Colormap(
        [
            0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453681, 0x424086, 0x3F4989, 0x3B528B, 0x375A8D,
            0x33638D,
            0x2F6A8E, 0x2C728E, 0x297A8E, 0x26818E, 0x23898E, 0x21908C, 0x1F988B, 0x1F9F88, 0x21A685, 0x28AE80,
            0x31B57B,
            0x3EBC74, 0x4CC26C, 0x5DC963, 0x6ECE58, 0x82D34C, 0x96D83F, 0xABDC32, 0xC0DF24, 0xD5E21A, 0xEAE51A,
            0xFDE725,
        ], onLight: 0...0.59, onDark: 0.36...1)

    /// From dark blue over grey to yellow, near to alike for eyes with and without a colour deficiency. Jamie Nuñez,
    /// Christopher Anderton and Ryan Renslow, 2018 (doi:10.1371/journal.pone.0199239): every fifth entry of the published
    /// table of 256; between them the table is met within 4 of 255.
    public static let cividis = Colormap(
        [
            0x00224E, 0x002656, 0x002A5F, 0x002D68, 0x003070, 0x083370, 0x163770, 0x203A6F, 0x273E6E, 0x2E416D,
            0x34456C,
            0x3A486C, 0x3F4C6C, 0x444F6C, 0x49536C, 0x4E566C, 0x535A6D, 0x575D6D, 0x5C616E, 0x60646F, 0x656870,
            0x696B71,
            0x6D6F72, 0x727274, 0x767676, 0x7A7A78, 0x7E7D78, 0x838179, 0x888578, 0x8D8878, 0x928C78, 0x969077,
            0x9B9476,
            0xA09875, 0xA59C74, 0xAAA073, 0xAFA471, 0xB5A86F, 0xBAAC6D, 0xBFB06B, 0xC4B468, 0xC9B965, 0xCFBD62,
            0xD4C15F,
            0xDAC65B, 0xDFCA57, 0xE5CF52, 0xEAD34C, 0xF0D846, 0xF6DD3F, 0xFCE236, 0xFEE838,
        ], onLight: 0...0.61, onDark: 0.39...1)
}

extension Color {
    /// Black or white, whichever is easier to read on this opaque colour: of a contrast of 4.5:1 at least.
    var legibleInk: Color {
        let (black, white) = (Color(0x000000), Color(0xFFFFFF))
        return contrast(with: black) >= contrast(with: white) ? black : white
    }
}

extension Theme {
    /// The colour of a line at the place `t`, 0 to 1, among the levels.
    func levelColor(_ t: Double, of colors: Colormap = .viridis) -> Color {
        let part = page.luminance > 0.5 ? colors.lineColors.onLight : colors.lineColors.onDark
        return colors(part.lowerBound + (part.upperBound - part.lowerBound) * t)
    }

    /// Thinner than a curve, since there are many.
    var contourWidth: Double { 0.7 * curveWidth }

    /// Where bands of colour meet, a hairline is enough.
    var filledContourWidth: Double { 0.36 * curveWidth }

    /// Under a thin dashed line over bands of colour, so that it can be seen on any.
    var casing: Stroke { Stroke(color: page.withOpacity(0.7), width: 2) }

    /// For plots that are painted all over: nothing lies under the paint, the axes are a frame with numbers outside.
    public var aroundPaint: Theme {
        var theme = self
        (theme.minorGrid, theme.majorGrid) = (nil, nil)
        theme.axis.width = 1
        theme.axes = .frame(tickLength: -4)
        return theme
    }
}
