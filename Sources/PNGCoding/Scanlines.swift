internal import CPNGKernels
import Diagnostics

/// Rows of samples on their way from the image data to RGBA: inflated, their filters undone, widened.
final class Scanlines {
    private let header: ImageHeader
    private let stream: ImageDataStream
    /// The colour of each number, for pixels of at most 8 bits; else empty.
    private let table: [UInt32]
    /// Entries of the table that the file gives.
    private let tableCount: Int
    private let transparent: [UInt16]?
    /// The row above, then the rows of a batch, with the numbers of their filters.
    private var memory: [UInt8] = []
    private var width = 0
    private var stride = 0
    /// Rows delivered before, for messages.
    private var row = 0

    /// Inflated at once, so that the calls of zlib are long but the rows are still in the cache when they are used.
    private static let batchBytes = 1 << 17

    init(_ file: [UInt8], _ layout: PNGLayout) throws {
        header = layout.header
        stream = try ImageDataStream(file, layout)
        let greatest = header.bitDepth <= 8 ? 1 << header.bitDepth - 1 : 0
        switch header.colour {
        case .indexed:
            table = layout.palette + [UInt32](repeating: 0, count: greatest + 1 - layout.palette.count)
            tableCount = layout.palette.count
            transparent = nil
        case .grey where header.bitDepth <= 8:
            table = (0...greatest).map { sample in
                let level = UInt8(sample * 255 / greatest)
                let isTransparent = layout.transparent?.first == UInt16(sample)
                return UInt32(rgba: level, level, level, isTransparent ? 0 : 255)
            }
            tableCount = table.count
            transparent = nil
        default:
            table = []
            tableCount = 0
            transparent = layout.transparent
        }
    }

    /// Begins an image, or a pass of one: the row above the first is zero.
    func begin(width: Int) {
        self.width = width
        stride = header.stride(width: width)
        memory = [UInt8](repeating: 0, count: stride * (1 + max(1, Self.batchBytes / stride)))
    }

    /// Decodes the next rows to RGBA, `4 · width` bytes each, without gaps.
    func read(rows count: Int, into rgba: UnsafeMutableRawPointer) throws {
        let capacity = memory.count / stride - 1
        var done = 0
        while done < count {
            let batch = min(capacity, count - done)
            try readBatch(batch, into: rgba + done * 4 * width)
            done += batch
        }
    }

    private func readBatch(_ count: Int, into rgba: UnsafeMutableRawPointer) throws {
        try memory.withUnsafeMutableBytes { memory in
            guard let base = memory.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
            try stream.read(into: UnsafeMutableRawBufferPointer(start: base + stride, count: count * stride))
            let broken = cpngkernels_unfilter(base, count, stride, Int32(header.pixelBytes))
            guard broken < 0 else {
                let filter = base[(broken + 1) * stride]
                throw stream.error("has row \(row + broken) with filter \(filter), which there is not")
            }
            let destination = rgba.assumingMemoryBound(to: UInt8.self)
            for y in 0..<count {
                try widen(base + (y + 1) * stride + 1, row: row + y, into: destination + y * 4 * width)
            }
            base.update(from: base + count * stride, count: stride)
            row += count
        }
    }

    private func widen(_ samples: UnsafePointer<UInt8>, row: Int, into rgba: UnsafeMutablePointer<UInt8>) throws {
        guard table.isEmpty else {
            let greatest = Int(cpngkernels_look_up(samples, width, Int32(header.bitDepth), table, rgba))
            guard greatest < tableCount else {
                throw stream.error("has colour \(greatest) in row \(row), and the palette only \(tableCount) colours")
            }
            return
        }
        let channels = Int32(header.colour.channels)
        let depth = Int32(header.bitDepth)
        if let transparent {
            cpngkernels_widen(samples, width, channels, depth, transparent, rgba)
        } else {
            cpngkernels_widen(samples, width, channels, depth, nil, rgba)
        }
    }

    /// Checks that the image data ends with the last row.
    func finish() throws { try stream.finish() }
}
