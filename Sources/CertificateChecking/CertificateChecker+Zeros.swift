import Calculus

extension CertificateChecker {
    /// Every zero is one and is listed, and between them and what is open J has none.
    mutating func checkZeros() throws(Rejection) {
        if loss != nil, let least = claims.globalMinimum, least.lower > 0 {
            // That it is the least value is confirmed by itself.
            return try checkEmpty([
                "zeros": claims.zeros.map(\.theta), "unresolved_value": claims.unresolvedValues,
            ])
        }
        signs = SignSearch(function)
        let marks =
            claims.zeros.enumerated().map { Mark(key: "zeros[\($0)]", stretch: $1.theta) }
            + claims.unresolvedValues.enumerated().map {
                Mark(key: "unresolved_value[\($0)]", stretch: $1, isOpen: true)
            }
        for (start, end) in try gaps(between: marks) {
            if let place = signs.possibleZero(in: Interval(start, end)) {
                throw Rejection("zeros", "none is listed in [\(start), \(end)], and there may be one in \(place.text)")
            }
        }
        for (index, zero) in claims.zeros.enumerated() { try check(zero, "zeros[\(index)]") }
        for mark in marks where mark.isOpen {
            try checkIgnorance(of: 0, mark)
            if let place = exactZero(in: mark.stretch) { throw Rejection(mark.key, "\(place) is a zero") }
        }
    }

    /// The simplest fraction in a stretch, where it is the only zero there; nil where that is not known.
    private func exactZero(in stretch: Interval) -> Rational? {
        guard let place = Rational.simplest(in: stretch), let leading = leadingTerm(at: place), leading > 0,
            function.derivative(leading, over: stretch)?.provedSign != nil
        else { return nil }
        return place
    }

    /// The order of the first derivative at a point that is not known to be zero; nil above 3.
    private func leadingTerm(at place: Rational) -> Int? {
        function.exactTaylor(at: place).firstIndex { $0 != Rational(0) }
    }

    private func check(_ zero: CertificateClaims.Zero, _ key: String) throws(Rejection) {
        let stretch = zero.theta
        guard let exact = zero.exact else {
            guard stretch.isTight else { throw Rejection(key, "\(stretch.text) is too wide") }
            guard zero.multiplicity == 1 else {
                throw Rejection("\(key).multiplicity", "more than 1 is claimed, and no exact zero")
            }
            let sides = [stretch.lower, stretch.upper].map { function.derivative(0, at: $0)?.provedSign }
            guard let slope = function.derivative(1, over: stretch)?.provedSign, sides == [-slope, slope] else {
                throw Rejection(key, "J does not go through zero once in \(stretch.text)")
            }
            // What can be told exactly must be.
            if let place = Rational.simplest(in: stretch), leadingTerm(at: place) ?? 4 > 0 {
                throw Rejection("\(key).exact", "it is \(place)")
            }
            return
        }
        guard exact.isProved(in: stretch) else {
            throw Rejection("\(key).exact", "\(exact) does not lie in \(stretch.text)")
        }
        guard let leading = leadingTerm(at: exact) else {
            throw Rejection("\(key).multiplicity", "it is more than 3")
        }
        guard leading > 0 else { throw Rejection("\(key).exact", "J(\(exact)) is not known to be zero") }
        guard leading == zero.multiplicity else {
            throw Rejection("\(key).multiplicity", "it is \(leading), and \(zero.multiplicity) is claimed")
        }
        // By Taylor's theorem there is no other zero then.
        guard function.derivative(leading, over: stretch)?.provedSign != nil else {
            throw Rejection(key, "\(stretch.text) could hold more than one")
        }
    }

    /// The parts of the window between marks.
    private func gaps(between marks: [Mark]) throws(Rejection) -> [(Double, Double)] {
        let marks = marks.sorted { $0.stretch.lower < $1.stretch.lower }
        for i in marks.indices.dropFirst() where marks[i - 1].stretch.upper >= marks[i].stretch.lower {
            throw Rejection(marks[i].key, "it meets \(marks[i - 1].key)")
        }
        let starts = [claims.window.lower] + marks.map(\.stretch.upper)
        let ends = marks.map(\.stretch.lower) + [claims.window.upper]
        return zip(starts, ends).filter { $0 < $1 }
    }
}
