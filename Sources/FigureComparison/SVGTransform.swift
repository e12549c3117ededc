import Scenes

/// The value of an SVG's `transform` (SVG 2, 8.5): functions one after another, such as `translate(3 4)scale(.065)`.
struct SVGTransform {
    struct Function: Equatable {
        var name: Substring
        var numbers: [Double]
    }

    private(set) var functions: [Function] = []

    /// - Returns: nil for what is no list of functions of numbers.
    init?(_ text: some StringProtocol) {
        var rest = Substring(text).drop { SVGTransform.separators.contains($0) }
        while !rest.isEmpty {
            guard let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") else { return nil }
            let words = rest[rest.index(after: open)..<close].split { SVGTransform.separators.contains($0) }
            let numbers = words.compactMap { SVGAttributes.number($0) }
            guard numbers.count == words.count else { return nil }
            functions.append(Function(name: rest[..<open], numbers: numbers))
            rest = rest[rest.index(after: close)...].drop { SVGTransform.separators.contains($0) }
        }
    }

    private static let separators: Set<Character> = [" ", ",", "\n", "\t", "\r", "\r\n"]

    /// Takes off a translation that comes first.
    ///
    /// - Returns: how far it moves, in the units of what it stands on; nil where none comes first.
    mutating func takeTranslation() -> (x: Double, y: Double)? {
        guard let first = functions.first, first.name == "translate", (1...2).contains(first.numbers.count) else {
            return nil
        }
        functions.removeFirst()
        return (first.numbers[0], first.numbers.count == 2 ? first.numbers[1] : 0)
    }

    /// Where an element stands, and what scales and turns it there.
    ///
    /// - Parameters:
    ///   - text: its own `transform`.
    ///   - scales: of the groups around it, from the outermost.
    ///   - start: where its drawing begins, in its own units.
    static func place(
        of text: String, in scales: [Function], start: Point
    ) -> (origin: Point, rest: String) {
        var around = SVGTransform(scales)
        let outer = around.factor ?? 1
        guard var own = SVGTransform(text) else { return (Point(x: 0, y: 0), around.description + text) }
        var origin = Point(x: 0, y: 0)
        if let (x, y) = own.takeTranslation() { origin = Point(x: outer * x, y: outer * y) }
        if let inner = own.factor {
            origin = Point(x: origin.x + outer * inner * start.x, y: origin.y + outer * inner * start.y)
        }
        around.functions += own.functions
        return (origin, around.description)
    }

    private init(_ functions: [Function]) { self.functions = functions }

    /// By how much it scales, if it does nothing else.
    private var factor: Double? {
        functions.reduce(1) { product, function in
            guard let product, function.name == "scale", function.numbers.count == 1 else { return nil }
            return product * function.numbers[0]
        }
    }

    /// Whether another moves, turns and scales alike: translations to within `tolerance`, scales to half a percent.
    func isAlike(_ other: SVGTransform, tolerance: Double) -> Bool {
        functions.count == other.functions.count
            && zip(functions, other.functions).allSatisfy { a, b in
                a.name == b.name && a.numbers.count == b.numbers.count
                    && zip(a.numbers, b.numbers).enumerated().allSatisfy { index, pair in
                        let limit =
                            switch a.name {
                            case "translate": tolerance
                            case "matrix" where index >= 4: tolerance
                            case "scale", "matrix": SVGTransform.scaleTolerance * max(abs(pair.0), abs(pair.1))
                            default: SVGTransform.angleTolerance
                            }
                        return abs(pair.0 - pair.1) <= limit
                    }
            }
    }

    /// Of a factor: a text 200 px long grows by one.
    private static let scaleTolerance = 0.005
    /// In degrees.
    private static let angleTolerance = 0.005
}

extension SVGTransform: CustomStringConvertible {
    /// As an SVG says it.
    var description: String {
        functions.map { function in
            let numbers = function.numbers.map { $0 == $0.rounded() && abs($0) < 1e9 ? "\(Int($0))" : "\($0)" }
            return "\(function.name)(\(numbers.joined(separator: " ")))"
        }.joined()
    }
}
