/// The rank of a matrix of doubles, bounded from below exactly.
///
/// A double is a whole number times a power of two, and so has a remainder modulo a prime. A minor that is not zero modulo
/// the prime is not zero, so the rank modulo the prime never exceeds the true one: a full rank is proved, a lower one is
/// evidence only.
struct ColumnRank {
    /// At most the true rank, and for nearly every matrix equal to it.
    let lowerBound: Int

    /// 2⁶¹ − 1, which is prime.
    private static let prime: UInt64 = (1 << 61) - 1

    /// - Parameter columns: of one length, finite.
    /// - Complexity: O(rows · columns²).
    init(of columns: [[Double]]) {
        var rows = (0..<(columns.first?.count ?? 0)).map { i in columns.map { ColumnRank.remainder(of: $0[i]) } }
        var rank = 0
        for column in columns.indices {
            guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(rank, pivot)
            let inverse = ColumnRank.power(rows[rank][column], ColumnRank.prime - 2)
            for i in rows.indices.dropFirst(rank + 1) where rows[i][column] != 0 {
                let factor = ColumnRank.product(rows[i][column], inverse)
                for j in column..<columns.count {
                    let term = ColumnRank.product(factor, rows[rank][j])
                    rows[i][j] = rows[i][j] >= term ? rows[i][j] - term : rows[i][j] + ColumnRank.prime - term
                }
            }
            rank += 1
            if rank == rows.count { break }
        }
        lowerBound = rank
    }

    private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        // 2⁶¹ ≡ 1.
        let sum = (low & prime) + (low >> 61 | high << 3)
        return sum >= prime ? sum - prime : sum
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, square, rest): (UInt64, UInt64, UInt64) = (1, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, square) }
            square = product(square, square)
            rest >>= 1
        }
        return result
    }

    private static func remainder(of value: Double) -> UInt64 {
        if value == 0 { return 0 }
        // significand · 2^52 is whole; 2 has the order 61.
        let whole = UInt64(value.significand * 0x1p52)
        let shift = ((Int(value.exponent) - 52) % 61 + 61) % 61
        let magnitude = product(whole % prime, 1 << UInt64(shift))
        return value < 0 && magnitude != 0 ? prime - magnitude : magnitude
    }
}
