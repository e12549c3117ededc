import Certificates
import Losses
import Testing
import Typography

@testable import LossPlots

@Suite("Wording of verdicts")
struct WordingVerdictsTests {
    private func proved(
        _ loss: String, link: Link? = nil, x: [Double]? = nil, y: [Double] = [], _ window: ClosedRange<Double> = -5...5
    ) throws -> (LinkedLoss, Certificate) {
        let data = try x.map { Dataset(name: "test", x: $0, y: y) } ?? .outlier(samples: 7)
        let linked = LinkedLoss(try LossSpec(loss), link: link)
        return (linked, .prove(linked, on: data, window: window))
    }

    private func claim(_ language: Presentation.Language, _ losses: [(LinkedLoss, Certificate)]) -> String? {
        Wording(language: language).claim(losses.map(\.1), of: losses.map(\.0))
    }

    @Test("A figure of one loss claims what is proved of it")
    func one() throws {
        let (mse, ce) = (try proved("mse"), try proved("ce"))
        #expect(claim(.english, [mse]) == "Mean squared error of a sigmoid is not convex")
        #expect(claim(.chinese, [mse]) == "均方误差（sigmoid 输出）不是凸函数")
        #expect(claim(.english, [ce]) == "Cross-entropy of a sigmoid is convex")
        #expect(claim(.chinese, [ce]) == "交叉熵（sigmoid 输出）是凸函数")
    }

    @Test("A figure of several says which is convex and which is not")
    func several() throws {
        let (mse, ce, focal) = (try proved("mse"), try proved("ce"), try proved("focal"))
        #expect(claim(.english, [mse, ce]) == "Mean squared error of a sigmoid is not convex, cross-entropy is")
        #expect(claim(.english, [ce, mse]) == "Cross-entropy of a sigmoid is convex, mean squared error is not")
        #expect(claim(.chinese, [mse, ce]) == "均方误差（sigmoid 输出）不是凸函数，交叉熵是")
        #expect(claim(.english, [mse, focal]) == "Mean squared error and focal loss of a sigmoid are not convex")
        #expect(claim(.chinese, [mse, focal]) == "均方误差与焦点损失（sigmoid 输出）都不是凸函数")
        #expect(
            claim(.english, [ce, mse, focal])
                == "Cross-entropy of a sigmoid is convex, mean squared error and focal loss are not")
    }

    @Test("Without a proof for every loss there is no claim")
    func unproved() throws {
        let mse = try proved("mse")
        #expect(claim(.english, []) == nil)
        // What is proved in a window alone is claimed of the window alone.
        let small = try proved("mse", x: [1e-300], y: [1], -1...1)
        #expect(claim(.english, [small]) == "Mean squared error of a sigmoid is convex on [−1, 1]")
        #expect(claim(.chinese, [small]) == "在 [−1, 1] 上，均方误差（sigmoid 输出）是凸函数")
        #expect(Wording(language: .english).claim([mse.1], of: [mse.0, mse.0]) == nil)
    }

    @Test("The verdict names place, basis and evidence, in both languages")
    func verdicts() throws {
        func verdict(_ language: Presentation.Language, _ certificate: Certificate) throws -> String {
            let text = Wording(language: language).verdict(certificate)
            _ = try RichText(text)
            return text
        }
        let (mse, ce) = (try proved("mse").1, try proved("ce").1)
        #expect(try verdict(.english, mse) == "not convex on $ℝ$, certified: $J''(0.185) \\in [−1.4149, −1.4148]$")
        #expect(try verdict(.chinese, mse) == "在 $ℝ$ 上非凸，已证明：$J''(0.185) \\in [−1.4149, −1.4148]$")
        #expect(
            try verdict(.english, ce)
                == "strictly convex on $ℝ$, by structure: so is each sample’s loss in $z = \\theta x$")
        #expect(try verdict(.chinese, ce) == "在 $ℝ$ 上严格凸，由结构得证：各样本损失关于 $z = \\theta x$ 亦然")
        let separable = try proved("ce", x: [-1, 2], y: [0, 1]).1
        #expect(try verdict(.english, separable).hasSuffix("; no finite minimiser: the data are separable"))
        #expect(try verdict(.chinese, separable).hasSuffix("没有有限的最小点"))
    }

    @Test("A convexity proved tile by tile says so in few words")
    func tiles() throws {
        let small = try proved("mse", x: [1e-300], y: [1], -1...1).1
        #expect(
            Wording(language: .english).verdict(small)
                .hasPrefix("convex on $[−1, 1]$, certified tile by tile: $J'' \\ge 0$; "))
        #expect(Wording(language: .chinese).verdict(small).hasPrefix("在 $[−1, 1]$ 上凸，已逐段证明：$J'' \\ge 0$；"))
    }

    @Test(
        "A verdict that all share speaks of all",
        arguments: [(2, "Both", "两者"), (3, "All three", "三者"), (7, "All", "全部")])
    func shared(count: Int, english: String, chinese: String) {
        #expect(Wording(language: .english).all(count) == english)
        #expect(Wording(language: .chinese).all(count) == chinese)
    }

    @Test("Every verdict on every loss can be typeset", arguments: LossName.allCases)
    func typeset(name: LossName) throws {
        for x in [[1.0, -2, 0.3], [1e-5, 2e-5, -3e-5], [1e7, -1e3, 4]] {
            for link in name.links {
                let certificate = try proved("\(name.rawValue)", link: link, x: x, y: [0, 1, 1], -3...3).1
                for language in Presentation.Language.allCases {
                    _ = try RichText(Wording(language: language).verdict(certificate))
                }
            }
        }
    }

    @Test("Coordinates are written as finely as the window can show them")
    func coordinates() {
        let wording = Wording(language: .english)
        #expect(wording.coordinates(-0.04656, 0.24743, in: -5...5) == "(−0.047, 0.2474)")
        #expect(wording.coordinates(1.5584658, 0.2298584, in: -5...5) == "(1.558, 0.2299)")
        #expect(wording.coordinates(1.5584658e-7, 12, in: -1e-6...1e-6) == "(1.558×10⁻⁷, 12)")
        #expect(wording.coordinates(-123_456, 0.5, in: -1e6...1e6) == "(−123000, 0.5)")
        #expect(wording.coordinates(1e-20, 0.5, in: -1...1) == "(0, 0.5)")
        #expect(wording.coordinates(-0.04656, 0.24743, in: -1000...1000) == "(−0.047, 0.2474)")
        #expect(wording.coordinates(1.5584658, 0.2298584, in: -100...100) == "(1.6, 0.2299)")
    }
}
