import Diagnostics

extension PNGLayout {
    /// The most bytes that all texts and the colour profile may have together when they are inflated.
    static let limitTextBytes = 8 << 20

    /// The texts by keyword; of several with one keyword, the last. A colour profile is inflated and dropped.
    ///
    /// - Throws: a ``Diagnostic`` for a text that is broken, or that is too large.
    /// - Complexity: O(bytes of the texts), at most ``limitTextBytes``.
    func readTexts(_ file: UnsafeRawBufferPointer) throws -> [String: String] {
        var budget = Self.limitTextBytes
        // All are measured before the first is kept.
        let all = try texts.map { chunk in
            var fields = TextFields(chunk, UnsafeRawBufferPointer(rebasing: file[chunk.content]))
            try fields.read(budget: &budget)
            return fields
        }
        var result: [String: String] = [:]
        for fields in all where fields.chunk.type != "iCCP" {
            let bytes = fields.isCompressed ? try fields.inflated() : Array(fields.bytes)
            result[latin1(Array(fields.keyword))] =
                fields.chunk.type == "iTXt" ? String(decoding: bytes, as: UTF8.self) : latin1(bytes)
        }
        return result
    }
}

/// The fields of one text chunk, taken from its front.
private struct TextFields {
    let chunk: PNGChunk
    /// What was not taken yet, in the end the text.
    var bytes: Slice<UnsafeRawBufferPointer>
    var keyword: Slice<UnsafeRawBufferPointer>
    var isCompressed: Bool
    /// Bytes of the text, inflated.
    var count = 0

    init(_ chunk: PNGChunk, _ content: UnsafeRawBufferPointer) {
        self.chunk = chunk
        bytes = content[...]
        keyword = content[..<0]
        isCompressed = chunk.type == "zTXt" || chunk.type == "iCCP"
    }

    mutating func read(budget: inout Int) throws {
        keyword = bytes.prefix(80).prefix { $0 != 0 }
        guard (1...79).contains(keyword.count), keyword.count < bytes.count else {
            throw chunk.error("has no keyword of 1 to 79 characters")
        }
        bytes = bytes.dropFirst(keyword.count + 1)
        if chunk.type == "iTXt" {
            guard let flag = bytes.popFirst(), flag <= 1 else {
                throw chunk.error("does not say whether it is compressed")
            }
            isCompressed = flag == 1
        }
        if chunk.type != "tEXt" {
            guard let method = bytes.popFirst() else { throw chunk.error("ends before its compression method") }
            guard method == 0 else { throw chunk.error("gives compression method \(method), which there is not") }
        }
        if chunk.type == "iTXt" {
            try skip("language tag")
            try skip("translated keyword")
        }
        count = isCompressed ? try inflatedCount(limit: budget) : bytes.count
        guard count <= budget else { throw tooLarge() }
        budget -= count
    }

    private mutating func skip(_ field: String) throws {
        guard let end = bytes.firstIndex(of: 0) else { throw chunk.error("ends within its \(field)") }
        bytes = bytes[(end + 1)...]
    }

    /// Inflates what is left and drops it, so that no memory is taken for a text that is too large.
    private func inflatedCount(limit: Int) throws -> Int {
        let inflation = try Inflation()
        var input = bytes
        var count = 0
        return try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { memory in
            while true {
                var output = memory[...]
                let outcome = inflation.run(&input, into: &output)
                count += memory.count - output.count
                guard count <= limit else { throw tooLarge() }
                switch outcome {
                case .ended: return count
                case .broken(let reason): throw chunk.error("is broken: \(reason)")
                case .paused where input.isEmpty && !output.isEmpty:
                    throw chunk.error("ends within its compressed text")
                case .paused: continue
                }
            }
        }
    }

    func inflated() throws -> [UInt8] {
        let inflation = try Inflation()
        return [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
            var input = bytes
            var output = UnsafeMutableRawBufferPointer(memory)[...]
            // The stream was found whole before.
            _ = inflation.run(&input, into: &output)
            initialized = memory.count - output.count
        }
    }

    private func tooLarge() -> Diagnostic {
        chunk.error("brings the texts to more than \(PNGLayout.limitTextBytes >> 20) MiB")
    }
}

private func latin1(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { memory in
        var count = 0
        for byte in bytes {
            if byte < 0x80 {
                memory[count] = byte
                count += 1
            } else {
                memory[count] = 0xC0 | byte >> 6
                memory[count + 1] = 0x80 | byte & 0x3F
                count += 2
            }
        }
        return count
    }
}
