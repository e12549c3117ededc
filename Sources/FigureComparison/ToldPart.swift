/// What comparing a part of two figures has found by its values, better than by the shapes that show it.
struct ToldPart {
    var changes: [FigureChange] = []
    /// Groups of the scene that only follow, and of which nothing more is to be told.
    var told: Set<GroupRole.Kind> = []
}
