import Diagnostics

/// The image data of a file, inflated across its IDAT chunks.
final class ImageDataStream {
    private let file: [UInt8]
    private let chunks: [PNGChunk]
    private let inflation: Inflation
    /// The chunk that is being read, and how far.
    private var current = 0
    private var position: Int
    private var hasEnded = false
    /// Bytes given so far, and how many the image has.
    private var produced = 0
    private let total: Int

    init(_ file: [UInt8], _ layout: PNGLayout) throws {
        self.file = file
        chunks = layout.imageData
        total = layout.header.imageBytes
        position = chunks.first?.content.lowerBound ?? 0
        inflation = try Inflation()
    }

    /// The next bytes, as many as there is memory for.
    ///
    /// - Throws: a ``Diagnostic`` when the stream is broken or ends before.
    func read(into memory: UnsafeMutableRawBufferPointer) throws {
        let count = try inflate(into: memory)
        produced += count
        guard count == memory.count else {
            throw error("ends the image data after \(produced) of \(total) bytes")
        }
    }

    /// Checks that the stream ends where the pixels do, with its checksum.
    func finish() throws {
        let extra = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { try inflate(into: $0) }
        guard extra == 0 else { throw error("has more image data than the \(total) bytes of the pixels") }
        guard hasEnded else { throw error("ends the image data before its checksum") }
        if position < chunks[current].content.upperBound || current + 1 < chunks.count {
            throw error("goes on after the end of the compressed data")
        }
    }

    /// - Returns: the bytes inflated, fewer than asked for where the stream or the chunks end.
    private func inflate(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        try file.withUnsafeBytes { file in
            var output = memory[...]
            while !hasEnded, current < chunks.count {
                let content = chunks[current].content
                var input = file[position..<content.upperBound]
                let outcome = inflation.run(&input, into: &output)
                position = content.upperBound - input.count
                switch outcome {
                case .broken(let reason): throw error("is broken at byte \(position): \(reason)")
                case .ended: hasEnded = true
                case .paused:
                    guard input.isEmpty else { return memory.count - output.count }
                    guard current + 1 < chunks.count else { return memory.count - output.count }
                    current += 1
                    position = chunks[current].content.lowerBound
                }
            }
            return memory.count - output.count
        }
    }

    func error(_ reason: String) -> Diagnostic {
        guard current < chunks.count else { return Diagnostic("cannot decode the PNG: there is no image data") }
        return chunks[current].error(reason)
    }
}
