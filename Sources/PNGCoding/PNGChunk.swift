internal import CZlib
import Diagnostics

/// One chunk of a PNG file: where it stands and what it holds.
struct PNGChunk {
    /// Four ASCII letters; the case of each is a property.
    let type: String
    /// Where the chunk begins in the file, with its length.
    let offset: Int
    /// Where its content lies in the file.
    let content: Range<Int>

    /// Unknown chunks of this kind may not be passed over.
    var isCritical: Bool { type.utf8.first.map { $0 & 0x20 == 0 } ?? true }

    func error(_ reason: String, hint: String? = nil) -> Diagnostic {
        Diagnostic("cannot decode the PNG: the \(type) chunk at byte \(offset) \(reason)", hint: hint)
    }
}

/// The chunks of a PNG file in their order, each checked for its length, type and checksum.
///
/// - Complexity: O(bytes of the chunks).
struct PNGChunks {
    private let file: UnsafeRawBufferPointer
    private var position = 8

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// PNG's own limit.
    static let longest = Int(Int32.max)

    /// - Throws: a ``Diagnostic`` when the file is empty or begins otherwise than a PNG.
    init(_ file: UnsafeRawBufferPointer) throws {
        guard !file.isEmpty else { throw Diagnostic("cannot decode the PNG: the file is empty") }
        guard file.starts(with: Self.signature) else {
            if file.count < 8, Self.signature.starts(with: file) {
                throw Diagnostic("cannot decode the PNG: the file ends after \(file.count) bytes, within the signature")
            }
            let isMangled = file.count > 8 && file[0] & 0x7F == 9 && file[1..<4].elementsEqual(Self.signature[1..<4])
            throw Diagnostic(
                "cannot decode the PNG: the file does not begin with PNG's signature",
                hint: isMangled ? "it was changed on its way, perhaps as a text" : "check that it is a PNG file")
        }
        self.file = file
    }

    /// The next chunk.
    ///
    /// - Throws: a ``Diagnostic`` where the file ends or is no chunk.
    mutating func next() throws -> PNGChunk {
        let offset = position
        guard file.count - offset >= 8 else {
            let reason = offset == file.count ? "without an IEND chunk" : "within the head of a chunk"
            throw Diagnostic("cannot decode the PNG: the file ends at byte \(file.count) \(reason)")
        }
        let length = Int(file.bigEndian(at: offset))
        let letters = file[(offset + 4)..<(offset + 8)]
        guard letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80 }) else {
            throw Diagnostic("cannot decode the PNG: no chunk begins at byte \(offset): its type is not four letters")
        }
        let chunk = PNGChunk(
            type: String(decoding: letters, as: UTF8.self), offset: offset,
            content: (offset + 8)..<(offset + 8 + min(length, Self.longest)))
        guard length <= Self.longest else { throw chunk.error("claims \(length) bytes, more than PNG allows") }
        guard file.count - chunk.content.upperBound >= 4 else {
            throw chunk.error("needs \(length + 12) bytes, and the file ends after \(file.count - offset) of them")
        }
        let written = file.bigEndian(at: chunk.content.upperBound)
        let computed = UInt32(
            truncatingIfNeeded: crc32(
                0, file.baseAddress.map { ($0 + offset + 4).assumingMemoryBound(to: UInt8.self) },
                UInt32(length + 4)))
        guard written == computed else { throw chunk.error("is damaged: its checksum does not match its content") }
        position = chunk.content.upperBound + 4
        return chunk
    }
}

extension UnsafeRawBufferPointer {
    func bigEndian(at offset: Int) -> UInt32 {
        UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}
