import Testing

@testable import FigureComparison

struct GroupRoleTests {
    @Test("Ids count from 0, words from 1")
    func ordinals() {
        #expect(GroupRole("panel1-region-level0", panels: 2).name == "level line of prediction 1 in panel 2")
        #expect(GroupRole("panel0-points-prediction1", panels: 1).name == "point of prediction 2")
        #expect(GroupRole("panel0-path-mse-descent2", panels: 1).name == "descent 3 of mse")
    }

    @Test("Zeros are called so")
    func zeros() {
        let role = GroupRole("panel1-points-formula0-zeros", panels: 2)
        #expect(role.name == "zeros of formula0 in panel 2" && role.isOfZeros && role.changeKind == .point)
        #expect(!GroupRole("panel0-points-mse-minima", panels: 1).isOfZeros)
        #expect(!GroupRole("panel0-curve-mse-zeros", panels: 1).isOfZeros)
    }

    @Test(
        "Numbers that no figure has are left as they are",
        arguments: ["9223372036854775807", "99999999999999999999", "10000", ""])
    func hostile(number: String) {
        #expect(GroupRole("panel\(number)-bands", panels: 2).name == "bands")
        #expect(GroupRole("panel0-region-level\(number)", panels: 1).name == "region level\(number)")
        #expect(GroupRole("panel0-points-prediction\(number)", panels: 1).name == "points prediction\(number)")
        #expect(GroupRole("panel0-path-mse-descent\(number)", panels: 1).name == "path mse-descent\(number)")
    }
}
