/// Full column rank, proved by arithmetic modulo a prime.
///
/// A double is a whole number times a power of two, and both have remainders modulo an odd prime. Columns that are
/// independent modulo the prime are independent.
enum FullRank {
    /// The greatest primes below 2³¹ and 2³²: a determinant that both divide is next to impossible unless it is zero.
    private static let primes: [UInt64] = [2_147_483_647, 4_294_967_291]

    /// - Parameter columns: of one length, finite.
    /// - Complexity: O(rows · columns²).
    static func isProved(of columns: [[Double]]) -> Bool {
        guard let rows = columns.first?.count, rows >= columns.count else { return false }
        return primes.contains { isFull(columns, modulo: $0) }
    }

    /// Rows are reduced by those before them, until there are as many that stay as there are columns.
    private static func isFull(_ columns: [[Double]], modulo prime: UInt64) -> Bool {
        var kept: [(pivot: Int, row: [UInt64])] = []
        for i in columns[0].indices {
            var row = columns.map { remainder($0[i], modulo: prime) }
            for (pivot, other) in kept where row[pivot] != 0 {
                let factor = prime - row[pivot]
                for j in row.indices { row[j] = (row[j] + factor * other[j] % prime) % prime }
            }
            guard let pivot = row.firstIndex(where: { $0 != 0 }) else { continue }
            let inverse = power(row[pivot], prime - 2, modulo: prime)
            kept.append((pivot, row.map { $0 * inverse % prime }))
            if kept.count == columns.count { return true }
        }
        return false
    }

    private static func power(_ base: UInt64, _ exponent: UInt64, modulo prime: UInt64) -> UInt64 {
        if exponent == 0 { return 1 }
        let half = power(base, exponent / 2, modulo: prime)
        let square = half * half % prime
        return exponent % 2 == 0 ? square : square * base % prime
    }

    private static func remainder(_ value: Double, modulo prime: UInt64) -> UInt64 {
        if value == 0 { return 0 }
        let exponent = Int(value.exponent) - 52
        let whole = UInt64(value.significand * 0x1p52) % prime
        // (p + 1)/2 is the inverse of 2.
        let two = exponent >= 0 ? 2 : (prime + 1) / 2
        let size = whole * power(two, UInt64(exponent.magnitude), modulo: prime) % prime
        return value < 0 && size > 0 ? prime - size : size
    }
}
