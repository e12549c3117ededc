import LossPlots
import Scenes

/// What stands where pixels stray, in words.
struct PixelNames {
    private let page: DrawnPage?
    private let roles: PixelRoles?
    private let width: Int

    init(_ page: DrawnPage?, roles: PixelRoles?, width: Int) {
        self.page = page
        self.roles = roles
        self.width = width
    }

    /// A change for each thing drawn that strays, where it strays most.
    func changes(of clusters: [DriftWindows.Cluster]) -> [FigureChange] {
        var worst: [(name: String, kind: FigureChange.Kind, cluster: DriftWindows.Cluster, what: String)] = []
        for cluster in clusters {
            let found = described(cluster)
            if let index = worst.firstIndex(where: { $0.name == found.name }) {
                if found.cluster.displacement > worst[index].cluster.displacement { worst[index] = found }
            } else {
                worst.append(found)
            }
        }
        return worst.map { found in
            let isMeasured = found.cluster.displacement <= 3
            return FigureChange(
                found.kind, found.name, found.what, size: isMeasured ? found.cluster.displacement : nil,
                unit: isMeasured ? "device px" : nil)
        }
    }

    private func described(
        _ cluster: DriftWindows.Cluster
    ) -> (name: String, kind: FigureChange.Kind, cluster: DriftWindows.Cluster, what: String) {
        let size = "\(cluster.right - cluster.x)×\(cluster.bottom - cluster.y) at (\(cluster.x), \(cluster.y))"
        guard let page, let roles else {
            return ("image", .pixels, cluster, "the drawing is otherwise in \(size)")
        }
        let middle = Point(x: cluster.worst.x / roles.scale, y: cluster.worst.y / roles.scale)
        guard let group = nearest(to: middle, on: page, scale: roles.scale) else {
            return ("page", .pixels, cluster, "the page is otherwise in \(size), where the plan draws nothing")
        }
        let role = GroupRole(group.id, panels: page.windows.count)
        let extent =
            cluster.displacement <= 3
            ? "by about \(Words.rounded(cluster.displacement)) px of the image" : "painted over, or of another colour"
        var place = " in \(size)"
        if let window = page.window(of: group.id) {
            let data = window.data(at: middle)
            place =
                role.kind == .points || role.kind == .contour
                ? " near \(Words.place(window, data.x, data.y))" : " near \(Words.at(window, data.x, data.y))"
        }
        return (role.name, role.changeKind, cluster, "\(role.name) drawn otherwise\(place), \(extent)")
    }

    /// Points, which lie over lines, before lines, and lines before areas.
    private func nearest(to place: Point, on page: DrawnPage, scale: Double) -> Group? {
        let reach = 12 / scale + 2
        let panels = page.windows.count
        func role(_ group: Group) -> GroupRole.Kind { GroupRole(group.id, panels: panels).kind }
        for group in page.scene.layers where role(group) == .points {
            let middles = GroupPair.shapes(group).flatMap { $0.path.polylines.compactMap { Bounds($0) } }
            if middles.contains(where: {
                $0.left - reach <= place.x && place.x <= $0.right + reach && $0.top - reach <= place.y
                    && place.y <= $0.bottom + reach
            }) {
                return group
            }
        }
        // The grid is everywhere: whatever else is near is rather meant.
        if let group = nearestLine(to: place, within: reach, in: page.scene.layers.filter { !isGrid(role($0)) }) {
            return group
        }
        let area = page.scene.layers.first { group in
            [.bands, .region].contains(role(group))
                && GroupPair.shapes(group).flatMap { $0.path.polylines.compactMap { Bounds($0) } }.contains {
                    $0.left <= place.x && place.x <= $0.right && $0.top <= place.y && place.y <= $0.bottom
                }
        }
        return area ?? nearestLine(to: place, within: reach, in: page.scene.layers.filter { isGrid(role($0)) })
    }

    private func isGrid(_ role: GroupRole.Kind) -> Bool { role == .grid || role == .axes }

    private func nearestLine(to place: Point, within reach: Double, in groups: [Group]) -> Group? {
        var best: (group: Group, distance: Double)?
        for group in groups {
            let lines = GroupPair.shapes(group).filter { $0.stroke != nil }.flatMap { $0.path.polylines }
            if lines.isEmpty { continue }
            let near = Rect(x: place.x, y: place.y, width: 0, height: 0)
            let distance = LineIndex(lines, near: near).distance(from: place)
            if distance <= reach, distance < best?.distance ?? .infinity { best = (group, distance) }
        }
        return best?.group
    }

    /// Fewer stray pixels than this are the corners of glyphs.
    private static let leastStrays = 8

    /// A change for each text, and one for the grid.
    func changes(ofStrays strays: [Int]) -> [FigureChange] {
        guard let roles, let page else { return [] }
        var counts: [Int?: Int] = [:]
        for index in strays {
            let place = Point(
                x: (Double(index % width) + 0.5) / roles.scale, y: (Double(index / width) + 0.5) / roles.scale)
            counts[roles.texts.firstIndex { $0.box.contains(place) }, default: 0] += 1
        }
        return counts.sorted { ($0.key ?? -1) < ($1.key ?? -1) }.compactMap { key, count in
            guard count >= PixelNames.leastStrays else { return nil }
            guard let key else {
                return FigureChange(
                    .line, "grid", "grid or axes drawn otherwise (\(PixelWords.pixels(count)))", size: Double(count),
                    unit: "device px")
            }
            let text = roles.texts[key]
            let name = GroupRole(text.group, panels: page.windows.count).name
            return FigureChange(
                .text, name, "\(name): '\(text.text)' drawn otherwise (\(PixelWords.pixels(count)))",
                size: Double(count), unit: "device px")
        }
    }
}
