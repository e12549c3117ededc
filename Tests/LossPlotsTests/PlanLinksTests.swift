import Foundation
import Losses
import Testing

@testable import LossPlots

@Suite("PlanLinks")
struct PlanLinksTests {
    @Test("Links that agree are one word in JSON, others a list in the order of the losses")
    func codable() throws {
        for (links, json) in [
            ([Link.sigmoid], #""sigmoid""#), ([.identity, .identity], #""identity""#),
            ([.sigmoid, .identity], #"["sigmoid","identity"]"#),
        ] {
            let encoded = try JSONEncoder().encode(PlanLinks(links))
            #expect(String(decoding: encoded, as: UTF8.self) == json)
            #expect(try JSONDecoder().decode(PlanLinks.self, from: encoded) == PlanLinks(links))
        }
    }

    @Test("A plan of losses with their own links survives JSON; each has its default unless one is asked for")
    func plan() throws {
        var spec = PlotSpec(losses: ["mse", "focal(gamma=0.5)", "mae"])
        let plan = try spec.resolved().plan
        #expect(plan.linkedLosses.map(\.link) == [.sigmoid, .sigmoid, .identity])
        #expect(try JSONDecoder().decode(Plan.self, from: Data(try JSON.encode(plan))) == plan)
        #expect(plan.name == "mse-focal-gamma-0_5-mae")
        spec.losses = ["mse", "mae"]
        spec.link = "tanh"
        #expect(try spec.resolved().plan.link == .common(.tanh))
    }
}
