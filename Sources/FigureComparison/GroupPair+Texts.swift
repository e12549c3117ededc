import LossPlots
import Scenes

extension GroupPair {
    /// Texts changed, lost, added, moved or in another order.
    func textChanges() -> [FigureChange] {
        var (a, b) = (old.texts, new.texts)
        if a.map(\.text) != b.map(\.text), a.map(\.text).sorted() == b.map(\.text).sorted() {
            let (from, to) = (
                a.map { Words.shortened($0.text) }.joined(separator: ", "),
                b.map { Words.shortened($0.text) }.joined(separator: ", ")
            )
            return [FigureChange(.text, role.name, "order of the \(role.name): \(from) → \(to)")]
        }
        var pairs: [(TextRun, TextRun)] = []
        for run in a {
            guard let index = b.firstIndex(where: { $0.text == run.text }), let mine = a.firstIndex(of: run) else {
                continue
            }
            pairs.append((run, b.remove(at: index)))
            a.remove(at: mine)
        }
        var changes = zip(a, b).map { before, after in
            FigureChange(
                .text, role.name, "\(role.name): '\(Words.shortened(before.text))' → '\(Words.shortened(after.text))'")
        }
        changes += counted(a.dropFirst(b.count), "lost") + counted(b.dropFirst(a.count), "added")
        changes += moves(pairs)
        if comparesStyles {
            changes += counted(
                pairs.filter { $0.color != $1.color }.map { before, after in
                    FigureChange(
                        .style, role.name,
                        "\(role.name): colour of '\(before.text)' changed from \(before.color.hex) to \(after.color.hex)"
                    )
                })
        }
        return changes
    }

    private func moves(_ pairs: [(TextRun, TextRun)]) -> [FigureChange] {
        guard comparesPlaces else { return [] }
        return pairs.compactMap { before, after in
            let (dx, dy) = (after.origin.x - before.origin.x, after.origin.y - before.origin.y)
            let distance = (dx * dx + dy * dy).squareRoot()
            guard distance > tolerances.text else { return nil }
            return FigureChange(
                .layout, role.name, "\(role.name): '\(before.text)' moved \(Words.pixels(distance))",
                size: distance, unit: "px")
        }
    }

    /// A change for each text, however often it stands there.
    private func counted(_ runs: ArraySlice<TextRun>, _ verb: String) -> [FigureChange] {
        var texts: [(text: String, count: Int)] = []
        for run in runs {
            if let index = texts.firstIndex(where: { $0.text == run.text }) {
                texts[index].count += 1
            } else {
                texts.append((run.text, 1))
            }
        }
        return texts.map { text, count in
            let times = count > 1 ? ", \(count) times" : ""
            return FigureChange(.text, role.name, "\(role.name): '\(Words.shortened(text))' \(verb)\(times)")
        }
    }

    // MARK: Ticks

    private struct Ticks {
        var x: [String] = []
        var y: [String] = []
        /// Of no axis that could be told.
        var other: [String] = []

        /// By where a number stands: beside its own value on one of the axes.
        init(_ runs: [TextRun], _ window: PanelWindow?) {
            for run in runs {
                guard let window, window.chart != .shares, let value = Ticks.value(run.text) else {
                    other.append(run.text)
                    continue
                }
                let place = window.point(x: value, y: value)
                // The middle of the number; its baseline is a little below its middle.
                let dx = abs(run.origin.x + run.width / 2 - place.x)
                let dy = abs(run.origin.y - 4.5 - place.y)
                if min(dx, dy) > 14 {
                    other.append(run.text)
                } else if dx < dy {
                    x.append(run.text)
                } else {
                    y.append(run.text)
                }
            }
        }

        /// Thousands may be parted.
        static func value(_ text: String) -> Double? {
            FigureFacts.number(text.filter { $0 != "," && $0 != " " })
        }
    }

    func tickChanges() -> [FigureChange] {
        let (a, b) = (Ticks(old.texts, oldWindow), Ticks(new.texts, newWindow))
        let changes = [("the x axis", a.x, b.x), ("the y axis", a.y, b.y), ("the axes", a.other, b.other)]
            .filter { $0.1 != $0.2 && $0.1.sorted() != $0.2.sorted() }
            .map { axis, before, after in
                let panel = role.name.dropFirst("tick numbers".count)
                let count = before.count == after.count ? "\(before.count)" : "\(before.count) → \(after.count)"
                return FigureChange(
                    .ticks, axis + panel,
                    "ticks of \(axis)\(panel): \(count) (\(GroupPair.difference(ofTicks: before, after)))",
                    size: Double(abs(before.count - after.count)), unit: "ticks")
            }
        // Of the same windows and in the same looks, every number has its place.
        guard changes.isEmpty, comparesStyles, old.texts.map(\.text) == new.texts.map(\.text) else { return changes }
        return moves(Array(zip(old.texts, new.texts)))
    }

    /// Both lists, shortened, or, where they would then read the same, what one has and the other has not.
    static func difference(ofTicks before: [String], _ after: [String]) -> String {
        let (a, b) = (shortened(before), shortened(after))
        if a != b { return "\(a) → \(b)" }
        func rest(of numbers: [String], without others: [String]) -> [String] {
            others.reduce(into: numbers) { rest, other in
                if let index = rest.firstIndex(of: other) { rest.remove(at: index) }
            }
        }
        let (lost, added) = (rest(of: before, without: after), rest(of: after, without: before))
        return [(lost, "lost"), (added, "added")].filter { !$0.0.isEmpty }
            .map { "\(shortened($0)) \($1)" }.joined(separator: "; ")
    }

    /// Along the axis.
    private static func shortened(_ numbers: [String]) -> String {
        let sorted = numbers.enumerated().sorted { a, b in
            let (left, right) = (Ticks.value(a.element) ?? .infinity, Ticks.value(b.element) ?? .infinity)
            return (left, a.offset) < (right, b.offset)
        }.map(\.element)
        return sorted.count <= 4
            ? sorted.joined(separator: ", ")
            : sorted.prefix(2).joined(separator: ", ") + ", …, " + (sorted.last ?? "")
    }
}
