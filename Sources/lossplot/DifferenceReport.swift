import PixelComparison

/// What `lossplot diff` says of two images.
struct DifferenceReport {
    let difference: PixelDifference

    init(_ difference: PixelDifference) { self.difference = difference }

    private var sizeChanged: Bool { difference.oldSize != difference.newSize }

    private var sizes: String {
        let (old, new) = (difference.oldSize, difference.newSize)
        return "\(old.width)×\(old.height) to \(new.width)×\(new.height)"
    }

    /// One line for a reader.
    var text: String {
        var parts: [String] = []
        if sizeChanged { parts.append("the size changed from \(sizes)") }
        if difference.different > 0 { parts.append("\(pixels(difference.different)) of \(difference.total) differ") }
        if difference.transparency > 0 { parts.append("\(pixels(difference.transparency)) in their transparency") }
        if let box = difference.boxes.first {
            let places = difference.clusters == 1 ? "1 place" : "\(difference.clusters) places"
            parts.append("in \(places), the largest \(box.width)×\(box.height) at (\(box.x), \(box.y))")
        }
        if parts.isEmpty { parts.append("no difference in \(pixels(difference.total))") }
        if difference.antialiased > 0 { parts.append("\(pixels(difference.antialiased)) of edges smoothed otherwise") }
        return parts.joined(separator: ", ")
    }

    private func pixels(_ count: Int) -> String { count == 1 ? "1 pixel" : "\(count) pixels" }

    /// One line for a machine.
    var json: String {
        var changes: [String] = []
        if sizeChanged {
            let (old, new) = (difference.oldSize, difference.newSize)
            changes.append(change("size", sizes, size: abs(new.width * new.height - old.width * old.height)))
        }
        if !difference.isSame {
            changes.append(change("pixels", "pixels differ", size: difference.different + difference.transparency))
        }
        let boxes = difference.boxes.map { "[\($0.x),\($0.y),\($0.width),\($0.height)]" }
        return """
            {"result":"\(difference.isSame ? "same" : "different")","changes":[\(changes.joined(separator: ","))],"pixels":{\
            "different":\(difference.different),"transparency":\(difference.transparency),\
            "antialiased":\(difference.antialiased),"total":\(difference.total),\
            "clusters":\(difference.clusters),"boxes":[\(boxes.joined(separator: ","))]}}
            """
    }

    private func change(_ kind: String, _ what: String, size: Int) -> String {
        #"{"kind":"\#(kind)","where":"image","what":"\#(what)","size":\#(size),"unit":"px"}"#
    }
}
