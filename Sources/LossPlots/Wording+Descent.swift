import Descent
import Figures
import Typography

/// What descents did, in words: where they ended, and of a proved minimum whether it is the least.
extension Wording {
    func steps(_ count: Int) -> String { pick(count == 1 ? "1 step" : "\(count) steps", "\(count) 步") }

    /// "from −2": starts are told as they were given, not to what can be told apart in the window.
    func from(_ run: DescentRun) -> String { from(start(of: run)) }

    func start(of run: DescentRun) -> String {
        bracketed(run.path.start.position.map { DecimalLabel.text($0, significant: 6) })
    }

    private func from(_ place: String) -> String { pick("from \(place)", "从 \(place) 出发") }

    /// A number, or coordinates in brackets, to a two-thousandth of the window; far away from it to four digits.
    func place(_ position: [Double], _ stage: DescentStage) -> String { bracketed(numbers(position, stage)) }

    /// The same in TeX, to stand in a formula.
    private func texPlace(_ position: [Double], _ stage: DescentStage) -> String {
        bracketed(numbers(position, stage).map(Wording.tex))
    }

    private func numbers(_ position: [Double], _ stage: DescentStage) -> [String] {
        zip(position, stage.windows).map { value, window in
            abs(value) <= 10 * (window.upperBound - window.lowerBound)
                ? place(value, in: window) : DecimalLabel.text(value, significant: 4)
        }
    }

    private func bracketed(_ numbers: [String]) -> String {
        numbers.count == 1 ? numbers[0] : "(\(numbers.joined(separator: ", ")))"
    }

    /// Beside the start of a path on a curve: its place with its letter, lest it be read as a number of the axis, and the
    /// number of steps. Where they end, in a minimum that has coordinates and may be the end of several paths, there is no
    /// room for it.
    func startLabel(of run: DescentRun, _ stage: DescentStage) -> RichText {
        let (letter, start) = (stage.function == "J" ? "\\theta" : "x", start(of: run))
        // Behind a Chinese comma a line of the grid would show in the blank, as a minus before the count.
        let count = run.path.steps > 0 ? pick(", ", " 起 ") + steps(run.path.steps) : ""
        return (try? RichText("$\(letter)_0 = \(Wording.tex(start))$\(count)")) ?? RichText(verbatim: start + count)
    }

    /// All that happened on one loss or formula.
    ///
    /// - Parameters:
    ///   - name: of the loss or formula, or of the method.
    ///   - labels: what the drawing says, which is left out. Only of a descent that came to rest: of any other its steps
    ///     and its end are the news.
    /// - Throws: `Diagnostic` when the line cannot be set.
    func descents(
        _ runs: [DescentRun], of name: RichText, _ stage: DescentStage, beside labels: DescentLabels = .none
    ) throws -> RichText {
        // Runs that ended alike are told together.
        var groups: [[DescentRun]] = []
        for run in runs {
            if let index = groups.firstIndex(where: { DescentRun.endAlike($0[0], run) }) {
                groups[index].append(run)
            } else {
                groups.append([run])
            }
        }
        let facts =
            groups.map { fact($0, among: runs, stage, labels) }.joined(separator: pick("; ", "；")) + pick(".", "。")
        return said(try RichText(facts), of: name)
    }

    func method(_ plan: DescentPlan, _ stage: DescentStage) -> String {
        func number(_ value: Double) -> String { DecimalLabel.text(value, significant: 6) }
        switch plan.settings.method {
        case .gradient(let step, let momentum):
            let chosen =
                plan.isStepChosen
                ? pick(" (1 / the largest second derivative in view)", "（1 / 窗口内最大的二阶导数）") : ""
            let ball = momentum > 0 ? pick(", momentum \(number(momentum))", "，动量 \(number(momentum))") : ""
            return pick(
                "Gradient descent, step \(number(step))\(chosen)\(ball)", "梯度下降，步长 \(number(step))\(chosen)\(ball)")
        case .newton(let damping):
            let damped = damping < 1 ? pick(", damping \(number(damping))", "，阻尼 \(number(damping))") : ""
            return pick("Newton's method", "牛顿法") + damped
        }
    }

    /// Of runs that ended alike.
    private func fact(
        _ runs: [DescentRun], among all: [DescentRun], _ stage: DescentStage, _ labels: DescentLabels
    ) -> String {
        let path = runs[0].path
        func here() -> String { end(runs, stage) }
        switch path.ending {
        case .converged:
            let start = tellSteps(labels, runs, stage) ? places(runs, stage) : starts(runs, stage) + pick(" to ", "到 ")
            return start + end(runs, stage, labels) + kind(runs[0], among: all, stage, labels)
        case .stepLimit:
            return starts(runs, stage) + pick(" to ", "到 ") + here() + pick(", not at rest", "，尚未停下")
                + valley(runs[0], stage)
        case .leftRegion:
            return starts(runs, stage) + pick(" to ", "到 ") + here() + pick(": it runs away", "：越走越远")
        case .notFinite:
            guard path.end.value.isFinite else {
                return pick(
                    "\(from(runs[0])) nowhere: \(stage.function) has no finite value there",
                    "\(from(runs[0]))：\(stage.function) 在此没有有限值")
            }
            let next = pick(
                "the next leads where \(stage.function) has no finite value", "下一步所到之处 \(stage.function) 没有有限值")
            if path.steps == 0 {
                return pick(
                    "\(from(runs[0])) no step, since \(next)",
                    "\(from(runs[0]))，一步未走：\(next)")
            }
            return starts(runs, stage) + pick(" to ", "到 ") + here() + pick(", and \(next)", "，\(next)")
        case .notConvex:
            let why =
                stage.isPlane
                ? pick("the Hessian is not positive definite", "Hessian 矩阵不正定")
                : "$\(stage.function)'' \\le 0$"
            if path.steps == 0 {
                return pick(
                    "\(from(runs[0])) no step, since \(why) there",
                    "\(from(runs[0]))，一步未走：此处 \(why)")
            }
            return starts(runs, stage) + pick(" to ", "到 ") + here() + pick(", where \(why)", "，此处 \(why)")
        }
    }

    /// Whether the drawing says after how many steps each of some runs came to its end.
    private func tellSteps(_ labels: DescentLabels, _ runs: [DescentRun], _ stage: DescentStage) -> Bool {
        // Over a plane numbers of steps stand at the ends: where several runs end in one place, nobody could tell whose
        // they are.
        if stage.isPlane, runs.count > 1 { return false }
        return runs.allSatisfy { run in
            let steps = run.path.steps
            return steps > 0
                && labels.tellSteps(
                    by: stage.isPlane ? RichText(verbatim: self.steps(steps)) : startLabel(of: run, stage))
        }
    }

    /// "from −2 in 52 steps and from 3 in 280 steps"
    private func starts(_ runs: [DescentRun], _ stage: DescentStage) -> String {
        let list = runs.map { run in
            pick(
                "\(from(run)) in \(steps(run.path.steps))",
                "\(from(run)) \(steps(run.path.steps))")
        }
        return Wording.list(list, comma: pick(", ", "、"), and: pick(" and ", "、"))
    }

    /// "from −2 and 3 it ends at": where steps are told, nobody takes it for an interval.
    private func places(_ runs: [DescentRun], _ stage: DescentStage) -> String {
        let list = runs.map(start)
        return pick(
            "from " + Wording.list(list, comma: ", ", and: " and ") + " it ends at ",
            "从 " + list.joined(separator: "、") + (list.count > 1 ? " 都" : " ") + "走到 ")
    }

    /// "−0.0466 (J = 0.2474)", or the place alone where its value is drawn.
    private func end(_ runs: [DescentRun], _ stage: DescentStage, _ labels: DescentLabels = .none) -> String {
        // Of a reached minimum the minimum itself: ends that are told together differ in their last digits.
        let arrival = runs[0].arrival.flatMap { $0.isReached ? $0 : nil }
        let position = arrival?.position ?? runs[0].path.end.position
        if let arrival, tells(labels, arrival.position, arrival.value, stage) { return place(position, stage) }
        let value = DecimalLabel.text(arrival?.value ?? runs[0].path.end.value, significant: 4)
        // A formula is not broken at a line's end.
        let height = "$\(stage.function) = \(Wording.tex(value))$"
        return place(position, stage) + pick(" (\(height))", "（\(height)）")
    }

    /// Whether the figure names a minimum with its value.
    private func tells(_ labels: DescentLabels, _ place: [Double], _ value: Double, _ stage: DescentStage) -> Bool {
        // Over a plane a line of its own names it.
        stage.isPlane
            ? labels.tellsMinima : labels.tellMinimum(by: coordinates(place[0], value, in: stage.windows[0]))
    }

    /// What is proved of the place where a descent came to rest.
    private func kind(
        _ run: DescentRun, among all: [DescentRun], _ stage: DescentStage, _ labels: DescentLabels
    ) -> String {
        guard let arrival = run.arrival, arrival.isReached else {
            let slope = stage.isPlane ? "|\\nabla \(stage.function)|" : "|\(stage.function)'|"
            let tolerance = Wording.tex(DecimalLabel.text(run.path.settings.tolerance, significant: 3))
            let bound = "$\(slope) \\le \(tolerance)$"
            return pick(", where \(bound)", "，此处 \(bound)") + valley(run, stage)
        }
        switch arrival.rank {
        case .global: return pick(", the global minimum", "，全局最小点")
        case .leastInWindow: return pick(", the least in view", "，窗口内最小")
        case .unknown: return pick(", a local minimum", "，一个局部极小点")
        case .local(let least, let place?):
            let value = Wording.tex(DecimalLabel.text(least, significant: 4))
            // Of the least that another path ends in, that is said there.
            let isToldThere = all.contains { $0.arrival.map { $0.isReached && $0.position == place } ?? false }
            if isToldThere { return pick(", a local minimum only", "，只是局部极小点") }
            let there = stage.isPlane ? texPlace(place, stage) : "(\(texPlace(place, stage)))"
            let lower = "$\(stage.function)\(there)\(tells(labels, place, least, stage) ? "" : " = \(value)")$"
            return pick(", a local minimum only: \(lower) is lower", "，只是局部极小点：\(lower) 更低")
        case .local(let least, nil):
            let value = DecimalLabel.text(least, significant: 4)
            return pick(
                ", a local minimum only: the least is $\(Wording.tex(value))$", "，只是局部极小点：最小值为 $\(Wording.tex(value))$")
        }
    }

    /// The valley of a minimum that is not reached yet.
    private func valley(_ run: DescentRun, _ stage: DescentStage) -> String {
        guard let arrival = run.arrival, !arrival.isReached else { return "" }
        return pick(
            ", in the valley of the minimum at \(place(arrival.position, stage))",
            "，在 \(place(arrival.position, stage)) 处极小点的谷中")
    }
}

extension DescentRun {
    /// Whether two paths came to rest at one proved minimum.
    static func endAlike(_ a: DescentRun, _ b: DescentRun) -> Bool {
        guard let first = a.arrival, let second = b.arrival else { return false }
        return a.path.ending == .converged && b.path.ending == .converged && first == second && first.isReached
    }
}
