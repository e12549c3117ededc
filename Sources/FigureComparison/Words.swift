import LossPlots

/// Numbers as changes tell them.
enum Words {
    static func plural(_ noun: String) -> String { noun.hasSuffix("s") ? noun + "es" : noun + "s" }

    /// A text as far as it fits in a sentence.
    static func shortened(_ text: String) -> String {
        text.count > 100 ? text.prefix(99) + "…" : text
    }

    /// To six significant digits, with a real minus sign.
    static func number(_ value: Double) -> String { FigureFacts.text(value, significant: 6) }

    /// `3.1 px`
    static func pixels(_ distance: Double) -> String {
        distance >= LineIndex.reach ? "more than \(Int(LineIndex.reach)) px" : "\(rounded(distance)) px"
    }

    /// To two significant digits, lengths of ten and more to whole ones.
    static func rounded(_ value: Double) -> String {
        FigureFacts.text(value, significant: abs(value) < 10 ? 2 : max(2, String(Int(min(abs(value), 1e9))).utf8.count))
    }

    /// A value of data, in a window of this width.
    static func data(_ value: Double, of width: Double) -> String {
        // To a two-thousandth of the window: a pixel or less.
        var unit = 1.0
        while unit > width / 2000, unit > 1e-300 { unit /= 10 }
        while unit * 10 <= width / 2000 { unit *= 10 }
        let digits = (value / unit).rounded()
        return FigureFacts.text(digits == 0 ? 0 : digits * unit, significant: 12)
    }

    static func place(_ window: PanelWindow, _ x: Double, _ y: Double) -> String {
        "(\(data(x, of: window.x.upperBound - window.x.lowerBound)), \(FigureFacts.text(y, significant: 4)))"
    }

    static func range(_ window: ClosedRange<Double>) -> String {
        let width = window.upperBound - window.lowerBound
        return "[\(data(window.lowerBound, of: width)), \(data(window.upperBound, of: width))]"
    }
}
