import Foundation
import Scenes
import Testing

struct GeometryTests {
    private let rect = Rect(x: 1, y: 2, width: 10, height: 5)

    @Test("Points and rectangles are kept as short lists")
    func roundTrip() throws {
        let data = try JSONEncoder().encode([rect])
        #expect(String(decoding: data, as: UTF8.self) == "[[1,2,10,5]]")
        #expect(try JSONDecoder().decode([Rect].self, from: data) == [rect])
        let point = Point(x: 0.1, y: -3)
        #expect(try JSONDecoder().decode([Point].self, from: try JSONEncoder().encode([point])) == [point])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Rect].self, from: Data("[[1,2,3]]".utf8)) }
    }

    @Test("Edges, insets and the two initialisers agree")
    func edges() {
        #expect(Rect(left: 1, top: 2, right: 11, bottom: 7) == rect)
        #expect(rect.insetBy(1) == Rect(x: 2, y: 3, width: 8, height: 3))
        #expect(rect.insetBy(-1).contains(rect))
    }

    @Test("Rectangles that only touch do not intersect")
    func intersections() {
        #expect(rect.intersects(Rect(x: 10, y: 6, width: 5, height: 5)))
        #expect(!rect.intersects(Rect(x: 11, y: 2, width: 5, height: 5)))
        #expect(!rect.intersects(Rect(x: 1, y: 7, width: 5, height: 5)))
        #expect(rect.intersects(rect.insetBy(2)))
    }

    @Test("A rectangle contains its own edge")
    func containment() {
        #expect(rect.contains(rect))
        #expect(rect.contains(Point(x: 1, y: 7)) && !rect.contains(Point(x: 0.99, y: 7)))
        #expect(!rect.contains(Rect(x: 1, y: 2, width: 10.1, height: 5)))
    }

    @Test("What lies in two rectangles is a rectangle, and of two apart one without an area")
    func intersection() {
        let a = Rect(left: 0, top: 0, right: 4, bottom: 3)
        #expect(
            a.intersection(Rect(left: 1, top: -2, right: 9, bottom: 2)) == Rect(left: 1, top: 0, right: 4, bottom: 2))
        #expect(a.intersection(a) == a)
        let apart = a.intersection(Rect(left: 6, top: 1, right: 9, bottom: 2))
        #expect(apart.width == 0 && apart.height == 1)
    }
}
