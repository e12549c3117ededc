import Diagnostics

/// What an NPY file says of its array, in versions 1.0, 2.0 and 3.0 of the format
/// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
///
/// Arrays of two dimensions are read, of floating point numbers of 2, 4 or 8 bytes or of integers, in either byte order and
/// either order of their elements. The lengths are held against the file before anything is allocated.
struct NPYHeader {
    let type: NPYElement
    let isFortranOrder: Bool
    let rows: Int
    let columns: Int
    /// Where the elements begin.
    let start: Int

    static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]

    /// - Throws: a `Diagnostic` that names the byte, counted from 0.
    init(_ bytes: [UInt8], file: String) throws {
        func wrong(_ what: String, _ hint: String? = nil) -> Diagnostic {
            Diagnostic(what, at: .init(file: file), hint: hint)
        }
        guard bytes.count >= 10 else {
            throw wrong("the file ends at byte \(bytes.count), within the NPY header", "write it again with numpy.save")
        }
        let version = (bytes[6], bytes[7])
        guard (1...3).contains(version.0), version.1 == 0 else {
            throw wrong("byte 6 says version \(version.0).\(version.1) of the NPY format", "1.0, 2.0 and 3.0 are read")
        }
        let lengthSize = version.0 == 1 ? 2 : 4
        guard bytes.count >= 8 + lengthSize else {
            throw wrong("the file ends at byte \(bytes.count), within the NPY header", "write it again with numpy.save")
        }
        let length = (0..<lengthSize).reversed().reduce(0) { $0 << 8 | Int(bytes[8 + $1]) }
        start = 8 + lengthSize + length
        guard bytes.count >= start else {
            throw wrong(
                "byte 8 says that the header has \(length) bytes, and the file ends at byte \(bytes.count)",
                "write it again with numpy.save")
        }
        var dictionary = NPYDictionary(bytes[(start - length)..<start], file: file)
        try dictionary.read()
        let (descr, order, shape) = (dictionary.descr, dictionary.fortranOrder, dictionary.shape)
        guard let descr, let order, let shape else {
            let missing = descr == nil ? "descr" : order == nil ? "fortran_order" : "shape"
            throw wrong("the header at byte \(start - length) has no '\(missing)'", "write it again with numpy.save")
        }
        type = try NPYElement(descr.value, at: descr.offset, file: file)
        isFortranOrder = order
        guard shape.value.count == 2 else {
            let list = shape.value.map(String.init).joined(separator: ", ")
            throw wrong(
                "the shape (\(list)) at byte \(shape.offset) has \(shape.value.count) dimensions instead of 2",
                "write a matrix: rows along y, columns along x")
        }
        (rows, columns) = (shape.value[0], shape.value[1])
        guard rows > 1, columns > 1 else {
            throw wrong(
                "the shape (\(rows), \(columns)) at byte \(shape.offset) has no area",
                "two rows and two columns at least")
        }
        let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
        guard !overflows, count <= GridFile.pointLimit else {
            throw wrong(
                "the shape (\(rows), \(columns)) at byte \(shape.offset) has more than \(GridFile.pointLimit) points",
                "give a coarser grid")
        }
        guard bytes.count - start == count * type.size else {
            throw wrong(
                "the shape (\(rows), \(columns)) at byte \(shape.offset) needs \(count * type.size) bytes of values, and "
                    + "\(bytes.count - start) follow byte \(start)",
                "the file is \(bytes.count - start < count * type.size ? "cut off" : "too long"): write it again")
        }
    }

    /// Row by row.
    func values(in bytes: [UInt8]) throws -> [Double] {
        let read = type.reader
        return bytes.withUnsafeBufferPointer { buffer in
            let size = type.size
            var values: [Double] = []
            values.reserveCapacity(rows * columns)
            for j in 0..<rows {
                for i in 0..<columns {
                    let index = isFortranOrder ? i * rows + j : j * columns + i
                    var bits: UInt64 = 0
                    for k in 0..<size {
                        let byte = buffer[start + index * size + (type.isBigEndian ? k : size - 1 - k)]
                        bits = bits << 8 | UInt64(byte)
                    }
                    values.append(read(bits))
                }
            }
            return values
        }
    }
}
