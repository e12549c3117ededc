import CurveSampling
import Diagnostics
import Figures

/// What a reader of traced levels should know.
enum LevelSetWarnings {
    /// - Parameters:
    ///   - name: of the function.
    ///   - place: what is shown of it, `the window`.
    ///   - other: what may be chosen instead where a level is not taken.
    static func of(_ sets: [LevelSet], name: String, place: String, other: String) -> [Diagnostic] {
        let digits = DecimalLabel.digits(tellingApart: sets.map(\.level), least: 6)
        func text(_ value: Double) -> String { DecimalLabel.text(value, significant: digits) }
        func list(_ sets: [LevelSet]) -> String { sets.map { text($0.level) }.joined(separator: ", ") }
        var warnings: [Diagnostic] = []
        let absent = sets.filter { $0.lines.isEmpty && $0.unresolved.isEmpty }
        if !absent.isEmpty {
            let (what, they) = absent.count == 1 ? ("the level", "it") : ("the levels", "them")
            warnings.append(
                Diagnostic(
                    "\(name) does not take \(what) \(list(absent)) in \(place) shown", about: Setting(.levels),
                    hint: "leave \(they) out, or choose \(other)"))
        }
        let starved = sets.filter(\.isStarved)
        if !starved.isEmpty {
            warnings.append(
                Diagnostic(
                    "\(name) is too intricate for its lines at \(list(starved)) to be drawn all over \(place)",
                    about: Setting(.levels),
                    hint: "choose a smaller window or fewer levels; --export names the boxes left out"))
        }
        let flat = sets.filter { $0.unresolved.contains { $0.reason == .flat } }
        if !flat.isEmpty {
            warnings.append(
                Diagnostic(
                    "\(name) has the value \(list(flat)) all over a part of \(place), where no line is drawn",
                    about: Setting(.levels),
                    hint: "choose levels beside it"))
        }
        return warnings
    }

    /// Where bands were wanted and do not close.
    static func unpainted(name: String, place: String) -> Diagnostic {
        Diagnostic(
            "the bands of \(name) cannot be told apart all over \(place), and are not painted",
            about: Setting(.levels),
            hint: "choose other levels, or --no-fill")
    }
}

extension LevelSet {
    /// Whether a part of it was not traced, for its intricacy.
    var isStarved: Bool { unresolved.contains { $0.reason == .budget } }
}
