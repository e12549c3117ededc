import Scenes

/// A scale of colours from 0 to 1 in which equal steps look equal, to colour-blind eyes and in grey too.
///
/// ```swift
/// Colormap.viridis(0.5)  // #21908c
/// ```
public struct Colormap: Equatable, Sendable {
    /// Evenly spaced, the first at 0 and the last at 1.
    private let nodes: [Color]

    init(_ nodes: [UInt32]) { self.nodes = nodes.map { Color($0) } }

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

    /// From dark violet over green to yellow. Nathaniel Smith and Stéfan van der Walt, 2015 (https://bids.github.io/colormap,
    /// CC0): 33 evenly spaced places of the published table of 256; between them the table is met within 2 of 255.
    public static let viridis = Colormap([
        0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453681, 0x424086, 0x3F4989, 0x3B528B, 0x375A8D, 0x33638D,
        0x2F6A8E, 0x2C728E, 0x297A8E, 0x26818E, 0x23898E, 0x21908C, 0x1F988B, 0x1F9F88, 0x21A685, 0x28AE80, 0x31B57B,
        0x3EBC74, 0x4CC26C, 0x5DC963, 0x6ECE58, 0x82D34C, 0x96D83F, 0xABDC32, 0xC0DF24, 0xD5E21A, 0xEAE51A, 0xFDE725,
    ])
}

extension Theme {
    /// The part of viridis whose lines have a contrast of 3:1 on the page.
    var lineColors: ClosedRange<Double> { page.luminance > 0.5 ? 0...0.59 : 0.36...1 }

    /// The colour of a line at the place `t`, 0 to 1, among the levels.
    func levelColor(_ t: Double) -> Color {
        Colormap.viridis(lineColors.lowerBound + (lineColors.upperBound - lineColors.lowerBound) * t)
    }

    /// Thinner than a curve, since there are many.
    var contourWidth: Double { 0.7 * curveWidth }
}
