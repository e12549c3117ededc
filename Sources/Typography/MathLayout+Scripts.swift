// Sub- and superscripts, limits and primes. Source: The TeXbook, Appendix G, rules 13a and 18.
extension MathLayout {
    func scripts(
        on baseNode: MathNode, subscript subNode: MathNode?, superscript supNode: MathNode?
    ) -> ShapedText {
        let sub = subNode.map { with(style.subscript).layOut($0) }
        let sup = supNode.map { with(style.superscript).layOut($0) }
        if hasLimits(baseNode) { return limits(on: baseNode, under: sub, over: sup) }
        // A subscript stands under the prime, not behind it.
        var (nucleus, primes) = (baseNode, 0)
        if case .primed(let inner, let count) = baseNode { (nucleus, primes) = (inner, count) }
        let base = layOut(nucleus)
        let c = constants

        // Scripts of a box hang on its edges, those of a character stand where the font says.
        var (up, down) = (0.0, 0.0)
        if !nucleus.isCharacter || nucleus.atomClass == .largeOperator && style.isDisplay {
            up = base.ascent - c.superscriptBaselineDropMax * em
            down = base.descent + c.subscriptBaselineDropMin * em
        }
        let shift = style.isCramped ? c.superscriptShiftUpCramped : c.superscriptShiftUp
        up = max(up, shift * em, (sup?.descent ?? 0) + c.superscriptBottomMin * em)
        down = max(down, c.subscriptShiftDown * em, (sub?.ascent ?? 0) - c.subscriptTopMax * em)
        if let sub, let sup {
            let lacking = c.subSuperscriptGapMin * em - ((up - sup.descent) + (down - sub.ascent))
            if lacking > 0 {
                down += lacking
                // Both move up while the superscript's bottom is low.
                let rise = max(0, c.superscriptBottomMaxWithSubscript * em - (up - sup.descent))
                up += rise
                down -= rise
            }
        }
        let lean = nucleus.isCharacter ? italicsCorrection(of: nucleus) * em : 0
        // What a large operator leans is part of its advance (MathML Core, LargeOpItalicCorrection).
        let isOperator = nucleus.atomClass == .largeOperator
        let low = isOperator ? base.width - lean : base.width
        var high = isOperator ? base.width : base.width + lean
        var line = base
        if primes > 0 {
            let primes = marks(primes)
            line.place(primes, x: high, y: 0)
            high += primes.width
        }
        if let sup {
            line.place(sup, x: high, y: -up)
            high += sup.width
        } else if primes == 0 {
            high = base.width
        }
        if let sub {
            line.place(sub, x: low, y: down)
            high = max(high, low + sub.width)
        }
        line.width = high + c.spaceAfterScript * em
        return line
    }

    /// A base followed by primes.
    func primed(_ base: MathNode, count: Int) -> ShapedText {
        var line = layOut(base)
        if base.character?.isSlanted == true { line.width += italicsCorrection(of: base) * em }
        line.append(marks(count))
        return line
    }

    /// Primes, which the font has already raised.
    private func marks(_ count: Int) -> ShapedText {
        let single = symbol("′")
        return (0..<count).reduce(into: .empty) { line, _ in line.append(single) }
    }

    private func hasLimits(_ node: MathNode) -> Bool {
        switch node {
        case .symbol(let scalar, .largeOperator): style.isDisplay && !scalar.isIntegral
        case .name(let name): style.isDisplay && MathSymbols.takesLimits(name)
        case .limits(_, .always): true
        case .limits(_, .inDisplay): style.isDisplay
        case .stretched(let stretch, _): stretch.isBrace
        default: false
        }
    }

    /// Rule 13a: centred under and over the operator, moved by half of what it leans.
    private func limits(on node: MathNode, under sub: ShapedText?, over sup: ShapedText?) -> ShapedText {
        let base = layOut(node)
        let lean = italicsCorrection(of: node) * em / 2
        let width = max(base.width, sub?.width ?? 0, sup?.width ?? 0)
        var line = ShapedText.empty
        line.place(base, x: (width - base.width) / 2, y: 0)
        if let sup {
            let gap = max(constants.upperLimitGapMin * em, constants.upperLimitBaselineRiseMin * em - sup.descent)
            line.place(sup, x: (width - sup.width) / 2 + lean, y: -(base.ascent + gap + sup.descent))
        }
        if let sub {
            let gap = max(constants.lowerLimitGapMin * em, constants.lowerLimitBaselineDropMin * em - sub.ascent)
            line.place(sub, x: (width - sub.width) / 2 - lean, y: base.descent + gap + sub.ascent)
        }
        line.width = width
        return line
    }
}

extension MathNode {
    /// Whether scripts stand as the font says for a character: a single one, or a function's name, which is set of
    /// such. An accent does not lift the scripts (rule 12).
    fileprivate var isCharacter: Bool {
        switch self {
        case .name: true
        default: character != nil
        }
    }
}

extension Unicode.Scalar {
    /// ∫ to ∳, whose scripts stand at their side in a display too.
    var isIntegral: Bool { (0x222B...0x2233).contains(value) }
}
