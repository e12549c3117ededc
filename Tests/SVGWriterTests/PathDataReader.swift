import Scenes

/// Reads the path data that this module writes: M, m, h, v, l, c, s, q, t and z, numbers run together as they may be.
struct PathDataReader {
    private struct NotPathData: Error { var text: String }

    static func read(_ text: String) throws -> Path {
        var path = Path()
        var (pen, start) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        // Where a smooth cubic has its first control point.
        var mirrored = pen
        func cubic(_ first: Point, _ second: Point, to end: Point) {
            path.cubic(first, second, to: end)
            mirrored = Point(x: 2 * end.x - second.x, y: 2 * end.y - second.y)
            pen = end
        }
        // Where a smooth quadratic has its control point.
        var mirroredQuadratic = pen
        func quadratic(_ middle: Point, to end: Point) {
            path.cubic(
                Point(x: (pen.x + 2 * middle.x) / 3, y: (pen.y + 2 * middle.y) / 3),
                Point(x: (end.x + 2 * middle.x) / 3, y: (end.y + 2 * middle.y) / 3), to: end)
            mirroredQuadratic = Point(x: 2 * end.x - middle.x, y: 2 * end.y - middle.y)
            pen = end
        }
        for (command, numbers) in try commands(text) {
            func groups(of count: Int) throws -> [[Double]] {
                guard !numbers.isEmpty, numbers.count.isMultiple(of: count) else { throw NotPathData(text: text) }
                return stride(from: 0, to: numbers.count, by: count).map { Array(numbers[$0..<($0 + count)]) }
            }
            switch command {
            case "M", "m":
                guard numbers.count == 2 else { throw NotPathData(text: text) }
                pen = command == "M" ? Point(x: numbers[0], y: numbers[1]) : pen + Point(x: numbers[0], y: numbers[1])
                start = pen
                path.move(to: pen)
            case "h", "v":
                for number in numbers {
                    pen = pen + (command == "h" ? Point(x: number, y: 0) : Point(x: 0, y: number))
                    path.line(to: pen)
                }
            case "l":
                for n in try groups(of: 2) {
                    pen = pen + Point(x: n[0], y: n[1])
                    path.line(to: pen)
                }
            case "c":
                for n in try groups(of: 6) {
                    cubic(
                        pen + Point(x: n[0], y: n[1]), pen + Point(x: n[2], y: n[3]), to: pen + Point(x: n[4], y: n[5]))
                }
            case "s":
                for n in try groups(of: 4) {
                    cubic(mirrored, pen + Point(x: n[0], y: n[1]), to: pen + Point(x: n[2], y: n[3]))
                }
            case "q":
                for n in try groups(of: 4) {
                    quadratic(pen + Point(x: n[0], y: n[1]), to: pen + Point(x: n[2], y: n[3]))
                }
            case "t":
                for n in try groups(of: 2) { quadratic(mirroredQuadratic, to: pen + Point(x: n[0], y: n[1])) }
            case "z":
                pen = start
                path.close()
            default: throw NotPathData(text: text)
            }
        }
        return path
    }

    /// Letters with the numbers behind them. A minus or a second point begins a number.
    private static func commands(_ text: String) throws -> [(Character, [Double])] {
        var result: [(Character, [Double])] = []
        var number = ""
        func flush() throws {
            if number.isEmpty { return }
            guard let value = Double(number), !result.isEmpty else { throw NotPathData(text: text) }
            result[result.count - 1].1.append(value)
            number = ""
        }
        for character in text {
            switch character {
            case "0"..."9": number.append(character)
            case ".":
                if number.contains(".") { try flush() }
                number.append(character)
            case "-":
                try flush()
                number = "-"
            case " ": try flush()
            default:
                try flush()
                result.append((character, []))
            }
        }
        try flush()
        return result
    }
}
