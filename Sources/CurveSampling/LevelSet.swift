/// Where a function of two variables has one value: lines in data coordinates, and what is proved of them.
public struct LevelSet: Sendable {
    public var level: Double
    /// Connected straight lines in data coordinates; a closed one repeats its first point. Lines that meet share the
    /// point exactly.
    public var lines: [[(x: Double, y: Double)]]
    /// Outside the unresolved boxes no point of a line is farther than this from the true set, nor any point of the
    /// true set inside the viewport from a line, in pixels.
    public var boundInPixels: Double
    /// Where nothing is drawn although the level may be taken, or what is drawn is not proved.
    public var unresolved: [UnresolvedBox]
    /// Evaluations, of points and boxes together, for all the levels that were traced with this one.
    public var evaluations: Int

    public init(
        level: Double, lines: [[(x: Double, y: Double)]], boundInPixels: Double, unresolved: [UnresolvedBox],
        evaluations: Int
    ) {
        self.level = level
        self.lines = lines
        self.boundInPixels = boundInPixels
        self.unresolved = unresolved
        self.evaluations = evaluations
    }
}

/// A box in data coordinates in which a level could be neither drawn by proof nor excluded.
public struct UnresolvedBox: Equatable, Sendable {
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    public var reason: Reason

    public init(x: ClosedRange<Double>, y: ClosedRange<Double>, reason: Reason) {
        self.x = x
        self.y = y
        self.reason = reason
    }

    /// Boxes that make a longer box together as one, first side by side, then one above the other.
    public static func merged(_ boxes: [UnresolvedBox]) -> [UnresolvedBox] {
        func joined(
            _ boxes: [UnresolvedBox], along: WritableKeyPath<UnresolvedBox, ClosedRange<Double>>,
            across: KeyPath<UnresolvedBox, ClosedRange<Double>>
        ) -> [UnresolvedBox] {
            let sorted = boxes.sorted { a, b in
                let (s, t) = (a[keyPath: across], b[keyPath: across])
                if s.lowerBound != t.lowerBound { return s.lowerBound < t.lowerBound }
                if s.upperBound != t.upperBound { return s.upperBound < t.upperBound }
                return a[keyPath: along].lowerBound < b[keyPath: along].lowerBound
            }
            var result: [UnresolvedBox] = []
            for box in sorted {
                if let last = result.last, last.reason == box.reason, last[keyPath: across] == box[keyPath: across],
                    last[keyPath: along].upperBound == box[keyPath: along].lowerBound
                {
                    result[result.count - 1][keyPath: along] =
                        last[keyPath: along].lowerBound...box[keyPath: along].upperBound
                } else {
                    result.append(box)
                }
            }
            return result
        }
        return joined(joined(boxes, along: \.x, across: \.y), along: \.y, across: \.x)
    }

    /// Why a box is unresolved.
    public enum Reason: Equatable, Sendable {
        /// A pole, a jump or the edge of the domain runs through a box of a pixel at most, far below where a line meets it.
        case notContinuous
        /// The level is touched and not crossed, as at the bottom of a bowl, in a box far below a pixel.
        case tangential
        /// The function has the level's value, to rounding, all over the box.
        case flat
        /// No enclosure of a box of a pixel at most decides what the level does there; lines that enter it are drawn
        /// through by the function's values.
        case speck
        /// The budget was spent.
        case budget
    }
}
