import Scenes

/// How far lines go that leave the page, old and new: nobody sees them, and point by point they could be compared
/// without end.
struct StrayLines {
    private let box: Rect
    private var old: Bounds?
    private var new: Bounds?

    /// - Parameter box: what lies within it is compared point by point.
    init(outside box: Rect) { self.box = box }

    mutating func note(_ old: [[Point]], _ new: [[Point]]) {
        self.old = stray(old).map { $0.union(self.old) } ?? self.old
        self.new = stray(new).map { $0.union(self.new) } ?? self.new
    }

    private func stray(_ lines: [[Point]]) -> Bounds? { Bounds(lines.joined().lazy.filter { !box.contains($0) }) }

    /// Whether they go farther or less far than before, by more than `tolerance` points, or begin or cease to.
    func isMoved(_ tolerance: Double) -> Bool {
        guard let old, let new else { return old != new }
        return [(old.left, new.left), (old.top, new.top), (old.right, new.right), (old.bottom, new.bottom)].contains {
            abs($0 - $1) > tolerance
        }
    }
}
