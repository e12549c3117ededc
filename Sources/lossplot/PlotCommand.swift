import ArgumentParser
import Diagnostics
import LossPlots

/// `lossplot plot EXPR…`: the curve of any expression.
struct PlotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draw an expression: of x, of x and y, or of θ or w and b over the samples.",
        discussion: """
            EXAMPLES:
              lossplot plot 'sin(x)/x' --range=-20:20 -o sinc.svg
              lossplot plot 'mean((y - sigmoid(theta*x))^2)' --samples 7 -o mse.png
              lossplot plot 'exp(-a*x^2)' --let a=0.5 -o bell.pdf
              lossplot plot 'x^2 - y^2' --as contour --levels=-1,0,1 -o saddle.svg
              lossplot plot 'x^2 - y^2' --as surface -o saddle.png

            + - * / ^, comparisons and if(c, a, b); sin cos tan asin acos atan sinh cosh tanh exp log log1p expm1 sqrt
            cbrt abs floor sign step min max gamma sigmoid softplus relu erf; mean and sum over the samples, in which x
            and y are the columns of the data; pi and e.
            """)

    @Argument(help: ArgumentHelp("Expressions to draw in one figure.", valueName: "expr"))
    var expressions: [String] = []

    @Option(
        name: .customLong("let"),
        help: ArgumentHelp("The value of a name in the expressions; repeatable.", valueName: "name=value"))
    var lets: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the figure calls an expression; repeatable, in their order. (default: itself)", valueName: "text"))
    var name: [String] = []

    @OptionGroup(title: "CONTOURS") var contours: ContourOptions
    @OptionGroup(title: "DATA") var data: DataOptions
    @OptionGroup(title: "DESCENT") var descent: DescentOptions
    @OptionGroup(title: "FIGURE") var figure: FigureOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        guard !expressions.isEmpty else {
            throw Diagnostic("no expression is given", hint: "for example lossplot plot 'sin(x)/x' -o sinc.svg")
        }
        let form = try contours.form(default: .curve)
        let outputs = try output.targets()
        var spec = PlotSpec(losses: [])
        try figure.apply(to: &spec)
        spec.descent = try descent.spec()
        if figure.link != nil { throw Diagnostic("--link is for losses", hint: "write the link out: sigmoid(theta*x)") }
        let parameters = try Parse.assignments(lets)
        guard name.count <= expressions.count else {
            throw Diagnostic(
                "--name '\(name[expressions.count])' is one name more than there are expressions",
                hint: "give one for each, in their order")
        }
        spec.formulas = expressions.enumerated().map { index, expression in
            FormulaSpec(
                expression: expression, parameters: parameters, name: index < name.count ? name[index] : nil)
        }
        spec.data = try data.source(avoiding: outputs.paths)
        switch form {
        case .curve:
            try contours.refuseWindows()
            try outputs.draw(.curve(spec), quiet: output.quiet)
        case .contour, .surface, .both:
            try outputs.draw(.contour(try contours.applied(to: spec, as: form)), quiet: output.quiet)
        }
    }
}
