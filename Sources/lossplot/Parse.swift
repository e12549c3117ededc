import Diagnostics
import Figures
import LossPlots
import Scenes

/// Values of options, each refused with the value and the way out.
enum Parse {
    static func integer(_ text: String, option: String, range: ClosedRange<Int>) throws -> Int {
        guard let value = Int(text), range.contains(value) else {
            throw Diagnostic(
                "\(option) '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                hint: "for example \(option) \(min(max(7, range.lowerBound), range.upperBound))")
        }
        return value
    }

    /// Decimal grammar only: no hexadecimal, no infinity.
    static func decimal(_ text: Substring) -> Double? {
        let allowed = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
        guard allowed, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// - Parameter example: one in the range.
    static func number(
        _ text: String, option: String, range: ClosedRange<Double>, example: String
    ) throws -> Double {
        guard let value = decimal(text[...]), range.contains(value) else {
            throw Diagnostic(
                "\(option) '\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)",
                hint: "for example \(option) \(example)")
        }
        return value
    }

    /// `a:b` with a < b, both of magnitude at most 1e100, and far enough apart for ticks to differ.
    static func range(_ text: String, option: String) throws -> ClosedRange<Double> {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let low = decimal(parts[0]), let high = decimal(parts[1]) else {
            throw Diagnostic("\(option) '\(text)' is not a range of two numbers", hint: "for example \(option)=-4:6")
        }
        return try PlotSpec.window(from: low, to: high, writtenAs: "\(option) '\(text)'")
    }

    /// Two angles in degrees, `-60:30`.
    static func view(_ text: String) throws -> (azimuth: Double, elevation: Double) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let azimuth = decimal(parts[0]), let elevation = decimal(parts[1]) else {
            throw Diagnostic("--view '\(text)' is not two angles in degrees", hint: "for example --view=-60:30")
        }
        guard ViewAngles.azimuths.contains(azimuth), ViewAngles.elevations.contains(elevation) else {
            throw Diagnostic(
                "--view \(text) is out of range",
                hint: "turn around by -180 to 180 degrees, and look down by 5 to 85")
        }
        return (azimuth, elevation)
    }

    /// `WxH` in points.
    static func size(_ text: String, option: String) throws -> Size {
        let parts = text.split(whereSeparator: { $0 == "x" || $0 == "×" || $0 == "X" })
        guard parts.count == 2, let width = decimal(parts[0]), let height = decimal(parts[1]),
            text.contains(where: { "x×X".contains($0) })
        else {
            throw Diagnostic("\(option) '\(text)' is not a width and a height", hint: "for example \(option) 800x500")
        }
        guard (1...32_767).contains(width), (1...32_767).contains(height) else {
            throw Diagnostic("\(option) '\(text)' is out of range", hint: "keep both sides from 1 to 32767 points")
        }
        return Size(width: width, height: height)
    }

    /// Increasing numbers, in the order given.
    static func levels(_ text: String, limit: Int) throws -> [Double] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let levels = parts.compactMap(decimal)
        guard levels.count == parts.count else {
            throw Diagnostic(
                "--levels '\(text)' is not a list of numbers", hint: "for example --levels=-1,0,1")
        }
        guard levels.count <= limit else {
            throw Diagnostic("--levels gives \(levels.count) levels", hint: "give at most \(limit)")
        }
        for (a, b) in zip(levels, levels.dropFirst()) where a >= b {
            throw Diagnostic(
                "--levels '\(text)' does not increase", hint: a == b ? "give each level once" : "sort them")
        }
        return levels
    }

    /// Decimal numerals between commas.
    static func probabilities(_ text: String, option: String) throws -> [Double] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let values = parts.compactMap(decimal)
        guard values.count == parts.count else {
            throw Diagnostic(
                "\(option) '\(text)' is not a list of numbers", hint: "for example \(option) 0.8,0.1,0.1")
        }
        return values
    }

    /// Orders of derivatives, in the order given.
    static func orders(_ text: String) throws -> [Int] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let orders = parts.compactMap { Int($0) }.filter { (0...2).contains($0) }
        guard orders.count == parts.count, Set(orders).count == orders.count else {
            throw Diagnostic(
                "--derivative '\(text)' is not a list of different orders from 0 to 2",
                hint: "for example --derivative 0,2")
        }
        return orders
    }

    /// The `name=value` of each --let: decimal numerals by name.
    static func assignments(_ lets: [String]) throws -> [String: String] {
        var parameters: [String: String] = [:]
        for text in lets {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, Parse.decimal(parts[1][...]) != nil else {
                throw Diagnostic("--let '\(text)' is not a name and a number", hint: "for example --let a=2")
            }
            guard parameters.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw Diagnostic("--let gives '\(parts[0])' twice", hint: "give each name once")
            }
        }
        return parameters
    }
}
