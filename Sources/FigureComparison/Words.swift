import LossPlots

/// Numbers as changes tell them.
enum Words {
    static func plural(_ noun: String) -> String { noun.hasSuffix("s") ? noun + "es" : noun + "s" }

    /// A text as far as it fits in a sentence.
    static func shortened(_ text: String) -> String {
        text.count > 100 ? text.prefix(99) + "…" : text
    }

    /// To so many significant digits; what has grown beyond all numbers is told as that.
    static func text(_ value: Double, significant: Int) -> String {
        if value.isFinite { return FigureFacts.text(value, significant: significant) }
        return value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞"
    }

    /// To six significant digits, with a real minus sign.
    static func number(_ value: Double) -> String { text(value, significant: 6) }

    /// `3.1 px`
    static func pixels(_ distance: Double) -> String {
        distance >= LineIndex.reach ? "more than \(Int(LineIndex.reach)) px" : "\(rounded(distance)) px"
    }

    /// `moved up to 3.1 px`; a distance that was not measured to its end is told as that.
    static func moved(_ distance: Double) -> String {
        distance >= LineIndex.reach ? "moved by \(pixels(distance))" : "moved up to \(pixels(distance))"
    }

    /// To two significant digits, lengths of ten and more to whole ones.
    static func rounded(_ value: Double) -> String {
        guard value.isFinite else { return text(value, significant: 2) }
        return text(value, significant: abs(value) < 10 ? 2 : max(2, String(Int(min(abs(value), 1e9))).utf8.count))
    }

    /// A value of data, in a window of this width.
    static func data(_ value: Double, of width: Double) -> String {
        guard width.isFinite else { return text(value, significant: 4) }
        // To a two-thousandth of the window: a pixel or less.
        var unit = 1.0
        while unit > width / 2000, unit > 1e-300 { unit /= 10 }
        while unit * 10 <= width / 2000 { unit *= 10 }
        let digits = (value / unit).rounded()
        return text(digits == 0 ? 0 : digits * unit, significant: 12)
    }

    /// `(1.2, 0.25)`, of shares `p = (0.8, 0.15, 0.05)`.
    static func place(_ window: PanelWindow, _ x: Double, _ y: Double) -> String {
        if window.chart == .shares {
            let shares = [y, (1 - y - x) / 2, (1 - y + x) / 2].map { data($0, of: 1) }
            return "p = (\(shares.joined(separator: ", ")))"
        }
        return "(\(data(x, of: window.x.upperBound - window.x.lowerBound)), \(text(y, significant: 4)))"
    }

    /// `θ = 1.2`, of a plane `(w, b) = (1.2, 0.3)`.
    static func at(_ window: PanelWindow, _ x: Double, _ y: Double) -> String {
        switch window.chart {
        case .graph: "\(window.xName) = \(data(x, of: window.x.upperBound - window.x.lowerBound))"
        case .plane: "(\(window.xName), \(window.yName)) = \(place(window, x, y))"
        case .shares: place(window, x, y)
        }
    }

    static func range(_ window: ClosedRange<Double>) -> String {
        let width = window.upperBound - window.lowerBound
        return "[\(data(window.lowerBound, of: width)), \(data(window.upperBound, of: width))]"
    }
}
