import Synchronization

/// A bar on a terminal that shows how many figures are done.
final class RenderProgress: Sendable {
    private let total: Int
    private let isShown: Bool
    private let done = Mutex(0)

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && total > 1
    }

    /// One more is done.
    func step() {
        guard isShown else { return }
        done.withLock { done in
            done += 1
            let width = 24
            let filled = width * done / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            Report.write("\r\(bar) \(done)/\(total)")
        }
    }

    /// Takes the bar away: what follows is messages.
    func clear() {
        if isShown { Report.write("\r\u{1B}[K") }
    }
}
