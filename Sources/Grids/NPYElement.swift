import Diagnostics

/// The type of an array's elements, as NumPy's array protocol writes it: `<f8` is a little-endian double.
struct NPYElement {
    let isBigEndian: Bool
    private let kind: Kind
    /// Bytes.
    let size: Int

    private enum Kind: Character, CaseIterable {
        case float = "f"
        case signed = "i"
        case unsigned = "u"
    }

    /// - Parameter offset: of the type in the file, for errors.
    init(_ descr: String, at offset: Int, file: String) throws {
        func wrong(_ why: String, _ hint: String) -> Diagnostic {
            Diagnostic("the type '\(descr)' at byte \(offset) \(why)", at: .init(file: file), hint: hint)
        }
        let letters = Array(descr)
        guard letters.count == 3, let size = letters[2].wholeNumberValue, "<>|".contains(letters[0]) else {
            if letters.dropFirst().first == "O" {
                throw wrong("is of Python objects, which only Python can read", "write array.astype(float)")
            }
            throw wrong("is not one of numbers", "write array.astype(float)")
        }
        if letters[1] == "O" {
            throw wrong("is of Python objects, which only Python can read", "write array.astype(float)")
        }
        if letters[1] == "c" { throw wrong("is of complex numbers", "write their real part or their magnitude") }
        let sizes = letters[1] == "f" ? [2, 4, 8] : [1, 2, 4, 8]
        guard let kind = Kind(rawValue: letters[1]), sizes.contains(size), (letters[0] == "|") == (size == 1) else {
            throw wrong("is not read", "write array.astype(float)")
        }
        (self.kind, self.size) = (kind, size)
        isBigEndian = letters[0] == ">"
    }

    /// From an element's bits, in the low bytes, to the nearest double.
    var reader: @Sendable (UInt64) -> Double {
        switch (kind, size) {
        case (.float, 8): { Double(bitPattern: $0) }
        case (.float, 4): { Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) }
        case (.float, _): { NPYElement.half(UInt16(truncatingIfNeeded: $0)) }
        case (.unsigned, _): { Double($0) }
        case (.signed, let size):
            { bits in
                let shift = UInt64(64 - 8 * size)
                return Double(Int64(bitPattern: bits << shift) >> Int64(shift))
            }
        }
    }

    /// IEEE 754's binary16, which not every platform's Swift has a type for.
    private static func half(_ bits: UInt16) -> Double {
        let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Double(bits & 0x3FF))
        let magnitude: Double =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default: Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction * 0x1p-10)
            }
        return bits >> 15 == 1 ? -magnitude : magnitude
    }
}
