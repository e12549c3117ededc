/// NPY files for tests, right and wrong ones.
public enum NPYBytes {
    /// The elements' bytes behind a header as NumPy pads it.
    public static func file(
        _ header: String = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", version: UInt8 = 1,
        elements: [UInt8]
    ) -> [UInt8] {
        let lengthSize = version == 1 ? 2 : 4
        var text = Array(header.utf8)
        while (8 + lengthSize + text.count + 1) % 64 != 0 { text.append(0x20) }
        text.append(0x0A)
        let length = (0..<lengthSize).map { UInt8(text.count >> (8 * $0) & 0xFF) }
        return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + elements
    }

    public static func header(_ descr: String, fortran: Bool = false, _ shape: String) -> String {
        "{'descr': '\(descr)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }"
    }

    public static func doubles(_ values: [Double]) -> [UInt8] { values.flatMap { littleEndian($0.bitPattern) } }

    public static func littleEndian(_ bits: some FixedWidthInteger) -> [UInt8] {
        (0..<bits.bitWidth / 8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    }
}
