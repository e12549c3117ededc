import Figures
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

        private static func value(_ text: String) -> Double? {
            let plain = String(text.map { $0 == "−" ? "-" : $0 }.filter { $0 != "," && $0 != " " })
            if let value = Double(plain) { return value }
            guard let dot = plain.firstIndex(where: { "·×".contains($0) }) ?? plain.firstRange(of: "10")?.lowerBound
            else { return nil }
            // Powers of ten are typeset, and their exponent reads as superscript digits.
            let mantissa = plain[..<dot].isEmpty ? 1 : Double(plain[..<dot])
            guard let mantissa, let exponent = Int(SmallDigits.split(plain).power) else { return nil }
            var power = 1.0
            for _ in 0..<min(abs(exponent), 400) { power *= 10 }
            return exponent < 0 ? mantissa / power : mantissa * power
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
                    "ticks of \(axis)\(panel): \(count) (\(list(before)) → \(list(after)))",
                    size: Double(abs(before.count - after.count)), unit: "ticks")
            }
        // Of the same windows and in the same looks, every number has its place.
        guard changes.isEmpty, comparesStyles, old.texts.map(\.text) == new.texts.map(\.text) else { return changes }
        return moves(Array(zip(old.texts, new.texts)))
    }

    private func list(_ numbers: [String]) -> String {
        numbers.count <= 4
            ? numbers.joined(separator: ", ")
            : numbers.prefix(2).joined(separator: ", ") + ", …, " + (numbers.last ?? "")
    }
}
