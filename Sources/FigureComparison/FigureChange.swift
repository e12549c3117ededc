import Diagnostics

/// One thing that is otherwise in the new figure than in the old one, in words and with its size.
public struct FigureChange: Equatable, Sendable, Codable {
    public var kind: Kind
    /// What it is a change of: `title`, `curve mse`, `y axis`, `row 3`.
    public var location: String
    /// The whole sentence, without a full stop: `title changed from 'A' to 'B'`.
    public var what: String
    /// How large it is, in ``unit``; nil for what has no size, and for one beyond all numbers.
    public var size: Double?
    /// `px` is a pixel of the figure at scale 1, `device px` one of the image.
    public var unit: String?
    /// What was set otherwise; nil for what follows from something else. No part of the JSON.
    public var setting: Setting.Name?

    public enum Kind: String, Sendable, Codable {
        /// Of the plan.
        case kind, data, subject, window, marks, levels, text, theme, size, option
        /// Of what is proved.
        case verdict
        /// Of what is drawn.
        case curve, line, point, band, ticks, style, layout, shape
        /// Of the image alone.
        case pixels
        /// Of the file alone.
        case file
    }

    public init(
        _ kind: Kind, _ location: String, _ what: String, size: Double? = nil, unit: String? = nil,
        about setting: Setting.Name? = nil
    ) {
        self.kind = kind
        self.location = location
        self.what = what
        self.size = size.flatMap { $0.isFinite ? $0 : nil }
        self.unit = unit
        self.setting = setting
    }

    private enum CodingKeys: String, CodingKey {
        case kind, what, size, unit
        case location = "where"
    }

    /// Every key is always there, null where there is no size.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(location, forKey: .location)
        try container.encode(what, forKey: .what)
        try container.encode(size, forKey: .size)
        try container.encode(unit, forKey: .unit)
    }
}
