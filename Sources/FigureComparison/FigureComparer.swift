import Diagnostics
import Figures
import LossPlots
import PixelComparison
import Typography

/// A figure that is to be compared.
public struct ComparedFigure {
    /// By which messages name it.
    public var name: String
    public var bytes: [UInt8]
    /// Gives the contents of a file by its path in the plan.
    public var table: (String) throws -> [UInt8]

    public init(name: String, bytes: [UInt8], table: @escaping (String) throws -> [UInt8]) {
        self.name = name
        self.bytes = bytes
        self.table = table
    }

    var png: PNGFile { PNGFile(name: name, bytes: bytes) }
}

/// Says in words what is otherwise in a new figure: first in what it was made from, then in what that draws, then in the
/// files themselves.
///
/// ```swift
/// let comparer = FigureComparer(fonts: try FontBook(), pixels: try PixelTolerance())
/// let difference = try comparer.difference(from: old, to: new).difference
/// for change in difference.changes { print(change.what) }
/// ```
public struct FigureComparer: Sendable {
    public var tolerances = ChangeTolerances()
    public var pixels: PixelTolerance
    /// Whether a picture of the pixels that differ is made.
    public var drawsImage = false
    /// Whether the pixels of two PNGs are counted although their plans differ, which takes as long as all else. Default:
    /// true.
    public var countsPixels = true
    public let fonts: FontBook

    public init(fonts: FontBook, pixels: PixelTolerance) {
        self.fonts = fonts
        self.pixels = pixels
    }

    /// - Returns: the difference, and of two PNGs its picture where one was asked for.
    /// - Throws: `Diagnostic` with the name of a file that is broken or no figure.
    public func difference(
        from old: ComparedFigure, to new: ComparedFigure
    ) throws -> (difference: FigureDifference, image: DifferenceImage?) {
        let memory = VariantMemory()
        let (before, after) = (
            try FigureComparer.plan(of: old, memory), try FigureComparer.plan(of: new, memory)
        )
        let formats = [old, new].map { FileFormat(of: $0.bytes) }
        var pixelDifference: PixelDifference?
        // Where the plans differ, they say what the pixels cannot.
        let isToldByPlans = before.flatMap { a in after.map { a.embedded.planText != $0.embedded.planText } } ?? false
        if formats == [.png, .png], countsPixels || drawsImage || !isToldByPlans {
            pixelDifference = try PixelDifference(
                from: old.png, to: new.png, tolerance: pixels, drawsImage: drawsImage)
        }
        var found = FigureDifference(result: .same, pixels: pixelDifference.map(FigureDifference.Pixels.init))
        if old.bytes == new.bytes { return (found, pixelDifference?.image) }
        guard let before, let after else {
            try comparePixelsAlone(pixelDifference, old: (old, before), new: (new, after), &found)
            return (found, pixelDifference?.image)
        }
        let model = ModelComparison(old: before, new: after, tolerances: tolerances, fonts: fonts)
        found.changes = try model.changes(notes: &found.notes)
        if !found.changes.isEmpty {
            found.result = .different
        } else if formats[0] != formats[1] {
            found.notes.append("the formats differ, and only what the figures were made from was compared")
        }
        try compareFiles(formats, model, old: old, new: new, pixelDifference, &found)
        return (found, pixelDifference?.image)
    }

    private static func plan(of figure: ComparedFigure, _ memory: VariantMemory) throws -> ComparedPlan? {
        guard let embedded = try EmbeddedFigure(figure.bytes, file: figure.name) else { return nil }
        return ComparedPlan(embedded: embedded, memory: memory, table: figure.table)
    }

    /// Of figures one of which holds no plan.
    private func comparePixelsAlone(
        _ pixels: PixelDifference?, old: (ComparedFigure, ComparedPlan?), new: (ComparedFigure, ComparedPlan?),
        _ found: inout FigureDifference
    ) throws {
        let foreign = [old, new].filter { $0.1 == nil }.map(\.0.name)
        let without =
            "\(foreign.joined(separator: " and ")) \(foreign.count == 1 ? "holds" : "hold") no plan of lossplot's"
        guard let pixels else {
            throw Diagnostic(
                "\(without), and only PNG files can be compared without", hint: "convert both figures to PNG")
        }
        found.notes.append("\(without): the pixels alone were compared")
        found.changes += PixelWords.changes(of: pixels)
        found.result = found.changes.isEmpty ? .same : .different
    }

    /// What the files hold beyond their plans.
    private func compareFiles(
        _ formats: [FileFormat?], _ model: ModelComparison, old: ComparedFigure, new: ComparedFigure,
        _ pixels: PixelDifference?, _ found: inout FigureDifference
    ) throws {
        let isSameModel = found.changes.isEmpty
        func noteEach(_ format: FileFormat) throws {
            for (figure, meant, page) in [(old, model.oldFigure, model.oldPage), (new, model.newFigure, model.newPage)]
            {
                try DrawnOtherwise(figure: figure, meant: meant, page: page, comparer: self)
                    .note(as: format, in: &found)
            }
        }
        switch (formats[0], formats[1]) {
        case (.png?, .png?):
            guard isSameModel else { return try noteEach(.png) }
            guard let pixels else { return }
            let drift = try PixelDrift(old, new, page: model.newPage, tolerances: tolerances)
            found.changes += PixelWords.sizes(of: pixels) + drift.changes
            if !found.changes.isEmpty {
                found.result = .different
            } else if drift.differing > 0 {
                found.result = .drift
                found.notes.append(
                    "pixels: renderer drift only (\(PixelWords.grouped(drift.visible)) of "
                        + "\(PixelWords.grouped(pixels.total)) differ)")
            } else {
                found.notes.append("the files differ, and their pixels are the same")
            }
        case (.svg?, .svg?):
            guard isSameModel else { return try noteEach(.svg) }
            let (a, b) = (
                try SVGPage(old.bytes, file: old.name), try SVGPage(new.bytes, file: new.name)
            )
            found.changes += SVGPage.changes(from: a, to: b, page: model.newPage, tolerances)
            found.result = found.changes.isEmpty ? .drift : .different
            if found.changes.isEmpty {
                found.notes.append("the files are written otherwise, and show the same")
            }
        case (.pdf?, .pdf?) where isSameModel:
            guard let a = try PDFPage(old.bytes), let b = try PDFPage(new.bytes) else {
                // A difference of the pages could hide behind the plan.
                found.changes.append(
                    FigureChange(
                        .file, "file", "the plans are equal, and the files differ: their pages cannot be compared"))
                found.result = .different
                return
            }
            found.changes += a.changes(to: b)
            found.result = found.changes.isEmpty ? .drift : .different
            if found.changes.isEmpty { found.notes.append(a.note(to: b)) }
        default: break
        }
    }
}
