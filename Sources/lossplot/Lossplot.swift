import ArgumentParser
import LossPlots

/// The command and its subcommands.
struct Lossplot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lossplot",
        abstract: "Draws loss functions: curves that are accurate to a quarter of a pixel.",
        discussion: """
            EXAMPLES:
              lossplot mse --samples 7 -o mse.png         the loss of a sigmoid on seven built-in samples
              lossplot mse ce --panels -o both.svg        two losses, each on an axis of its own
              lossplot mse --derivative 0,2 -o bend.pdf   the curve and its second derivative
              lossplot ce --data runs.csv --x dose --y outcome --lang zh -o ce.svg -o ce.png
              lossplot mse --theta=-50:50 -o - --format svg > wide.svg
              lossplot plot 'sin(x)/x' --range=-20:20 -o sinc.svg
              lossplot surface mse -o bowl.svg            contours over a weight and a bias, and where it is not convex
              lossplot compare ce mse --truth 1,0,0 --prediction 0.8,0.1,0.1 -o bars.svg
              lossplot certify mse ce --samples 7         which of them is convex, with proof
              lossplot render                             every figure that a spec in plots/ describes
              lossplot check                              whether the committed figures are what their specs give
              lossplot inspect mse.png                    what a figure shows, from the plan inside it
              lossplot diff old.png new.png               what changed in a figure, in words

            Colours and lines: --theme graphpaper, graphpaper-dark or paper. See 'lossplot list' for all names.
            Exit codes: 0 done, 1 a difference is found or a certificate rejected, 2 anything wrong.
            """,
        version: Version.current,
        subcommands: [
            CurveCommand.self, PlotCommand.self, SurfaceCommand.self, CompareCommand.self, SimplexCommand.self,
            CertifyCommand.self, VerifyCommand.self, RenderCommand.self, CheckCommand.self, AcceptCommand.self,
            InspectCommand.self, DiffCommand.self, ListCommand.self,
        ],
        defaultSubcommand: CurveCommand.self)
}
