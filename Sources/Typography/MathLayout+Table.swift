import Scenes

// Matrices and cases, as LaTeX sets them (D. Carlisle, LaTeX's array package; amsmath): rows with struts of 0.7 and 0.3
// of a line of 1.2 em, columns 1 em apart, the whole centred on the axis.
extension MathLayout {
    func table(_ table: MathTable) -> ShapedText {
        var inner = self
        // Fractions in a matrix are small, unless its lines are displays of their own.
        if style.isDisplay, table.environment != .aligned { inner.style.size = .text }
        let isAligned = table.environment == .aligned
        let line = 1.2 * inner.em * (table.environment == .cases ? 1.2 : 1)
        let cells = table.rows.map { row in
            row.enumerated().map { index, nodes in
                // A relation at the head of a right column keeps its distance from the left one.
                inner.layOut(nodes, after: isAligned && index % 2 == 1 ? .ordinary : nil)
            }
        }
        let columns = cells.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            cells.map { $0.count > column ? $0[column].width : 0 }.max() ?? 0
        }
        var box = ShapedText.empty
        var baseline = 0.0
        var previousDescent = 0.0
        for (index, row) in cells.enumerated() {
            let ascent = row.map(\.ascent).reduce(0.7 * line, max)
            if index > 0 { baseline += previousDescent + ascent + (isAligned ? 0.3 * em : 0) }
            var x = 0.0
            for (column, cell) in row.enumerated() {
                let free = widths[column] - cell.width
                let shift =
                    switch table.environment {
                    case .cases: 0.0
                    case .aligned: column % 2 == 0 ? free : 0
                    default: free / 2
                    }
                box.place(cell, x: x + shift, y: baseline)
                x += widths[column] + (isAligned && column % 2 == 0 ? 0 : inner.em)
            }
            previousDescent = row.map(\.descent).reduce(0.3 * line, max)
            box.ascent = max(box.ascent, ascent - baseline)
            box.descent = max(box.descent, baseline + previousDescent)
        }
        let gaps = (1..<max(1, columns)).reduce(0.0) { $0 + (isAligned && $1 % 2 == 1 ? 0 : inner.em) }
        box.width = widths.reduce(gaps, +)
        let centred = centredOnAxis(box)
        if !table.isFenced { return centred }
        let (left, right) = table.delimiters
        return enclosed([centred], by: [left, right])
    }
}
