import Scenes
import Testing

@testable import Figures

struct PointsMarkTests {
    private let scales = PanelScales(
        x: LinearScale(domain: 0...1, range: (0, 100)), y: LinearScale(domain: 0...1, range: (100, 0)))

    @Test("A point is a disc of the theme's size and colour on a rim of the page's colour")
    func lowered() {
        let mark = PointsMark(id: "p", styleIndex: 7, points: [DataPoint(x: 0.5, y: 0.25)])
        let center = Point(x: 50, y: 75)
        #expect(
            mark.lowered(to: scales, theme: .graphpaper) == [
                .shape(Shape(.circle(center: center, radius: 5.5), fill: Theme.graphpaper.page)),
                .shape(Shape(.circle(center: center, radius: 4.5), fill: Theme.graphpaper.cycle[1])),
            ])
    }

    @Test("A hollow point is a ring around the page's colour")
    func hollow() {
        let mark = PointsMark(id: "p", styleIndex: 0, points: [DataPoint(x: 0.5, y: 0.5)], isHollow: true)
        let stroke = Stroke(color: Theme.paper.cycle[0], width: 1.5)
        let disc = Path.circle(center: Point(x: 50, y: 50), radius: 4)
        #expect(
            mark.lowered(to: scales, theme: .paper) == [.shape(Shape(disc, fill: Theme.paper.page, stroke: stroke))])
    }

    @Test("Points out of view are not drawn, those on the edge are")
    func outOfView() {
        let points = [DataPoint(x: 1, y: 0), DataPoint(x: 1.01, y: 0.5), DataPoint(x: 0.5, y: -0.01)]
        let mark = PointsMark(id: "p", styleIndex: 0, relativeSize: 2, points: points)
        let disc = Path.circle(center: Point(x: 100, y: 100), radius: 8)
        #expect(mark.lowered(to: scales, theme: .paper).last == .shape(Shape(disc, fill: Theme.paper.cycle[0])))
        let unseen = PointsMark(id: "p", styleIndex: 0, points: [DataPoint(x: 2, y: 2)])
        #expect(unseen.lowered(to: scales, theme: .paper).isEmpty)
    }

    @Test("Labels keep clear of the square around a disc")
    func boxes() {
        let mark = PointsMark(id: "p", styleIndex: 0, points: [DataPoint(x: 0.5, y: 0.5)])
        #expect(mark.boxes(in: scales, theme: .paper) == [Rect(x: 46, y: 46, width: 8, height: 8)])
    }
}
