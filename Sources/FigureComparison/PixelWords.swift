import PixelComparison

/// Counts of pixels as changes.
enum PixelWords {
    static func sizes(of difference: PixelDifference) -> [FigureChange] {
        let (old, new) = (difference.oldSize, difference.newSize)
        guard old != new else { return [] }
        return [
            FigureChange(
                .size, "image",
                "the image changed from \(old.width)×\(old.height) to \(new.width)×\(new.height) pixels",
                size: Double(abs(new.width * new.height - old.width * old.height)), unit: "device px")
        ]
    }

    static func changes(of difference: PixelDifference) -> [FigureChange] {
        var changes = sizes(of: difference)
        guard !difference.isSame else { return changes }
        var parts: [String] = []
        if difference.different > 0 {
            parts.append("\(pixels(difference.different)) of \(grouped(difference.total)) differ")
        }
        if difference.transparency > 0 { parts.append("\(pixels(difference.transparency)) in their transparency") }
        if let box = difference.boxes.first {
            let places = difference.clusters == 1 ? "1 place" : "\(grouped(difference.clusters)) places"
            parts.append("in \(places), the largest \(box.width)×\(box.height) at (\(box.x), \(box.y))")
        }
        changes.append(
            FigureChange(
                .pixels, "image", parts.joined(separator: ", "),
                size: Double(difference.different + difference.transparency), unit: "device px"))
        return changes
    }

    static func pixels(_ count: Int) -> String { count == 1 ? "1 pixel" : "\(grouped(count)) pixels" }

    /// Thousands set apart by commas.
    static func grouped(_ count: Int) -> String {
        let digits = String(count)
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
            })
    }
}
