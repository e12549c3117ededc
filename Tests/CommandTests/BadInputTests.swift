import Foundation
import Testing

/// What is wrong gives one clear error, exit code 2, at once, and leaves an existing output as it was.
@Suite("Bad input")
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var error: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String, _ error: String) {
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.error = error
        }
    }

    /// Files that the cases name.
    static let tables = [
        "empty.csv": "", "header.csv": "x,y\n", "ragged.csv": "x,y\n1,0\n2\n", "words.csv": "x,y\n1,yes\n",
        "infinite.csv": "x,y\n1,inf\n", "huge.csv": "x,y\n1e400,1\n", "hex.csv": "x,y\n0x10,1\n",
        "missing.csv": "x,y\n,1\n",
        "three.csv": "dose,time,outcome\n1,2,1\n", "labels.csv": "x,y\n1,3\n", "open.csv": "x,y\n\"1,0\n",
        "numbers.csv": "1,2\n3,4\n", "soft.csv": "x,y\n1,0\n2,0.5\n",
        "comma.csv": "x;y\n1,5;0\n", "good.csv": "x,y\n1,0\n2,1\n",
    ]

    private static let lossNames =
        "mse, ce, mae, huber, logcosh, quantile, hinge, squared_hinge, exponential, focal, "
        + "brier, zero_one, kl, gaussian_nll, label_smoothing"

    static let cases: [Case] = [
        Case(
            "mse --from 1 -o old.png",
            "--from '1' starts a descent, and there is none; add --descend gradient or --descend newton"),
        Case("mse --descend newton -o old.png", "a descent needs a start; add --from, for example --from=-2,3"),
        Case(
            "mse --descend gradent --from 1 -o old.png",
            "--descend: unknown method of descent 'gradent'; did you mean 'gradient'?"),
        Case(
            "mse --descend gradient(step=-1) --from 1 -o old.png",
            "--descend: step=-1 is not a number from 10⁻¹⁰⁰ to 10¹⁰⁰; for example step=0.5"),
        Case(
            "mse --descend newton --from 1,b -o old.png",
            "--from 'b' is not a start; for example --from=-2,3, or --from=-2:1,3:0 of two parameters"),
        Case(
            "mse --descend newton --from 1,1 -o old.png", "the start --from '1' is given twice; give it once"),
        Case(
            "surface mse --descend newton --from 1 -o old.png",
            "the start 1 has 1 coordinate, and the function has 2 parameters; write each start as two numbers, as in -2:1"
        ),
        Case("rendr plots", "'rendr' is neither a loss nor a command; did you mean the command 'render'?"),
        Case("chek --junit r.xml", "'chek' is neither a loss nor a command; did you mean the command 'check'?"),
        Case("acept", "'acept' is neither a loss nor a command; did you mean the command 'accept'?"),
        Case("plott x -o old.png", "'plott' is neither a loss nor a command; did you mean the command 'plot'?"),
        Case("difff a b", "'difff' is neither a loss nor a command; did you mean the command 'diff'?"),
        Case("inspct old.png", "'inspct' is neither a loss nor a command; did you mean the command 'inspect'?"),
        Case("certfy mse", "'certfy' is neither a loss nor a command; did you mean the command 'certify'?"),
        Case("Plot x -o old.png", "'Plot' is neither a loss nor a command; did you mean the command 'plot'?"),
        Case("a.yaml", "'a.yaml' is neither a loss nor a command; for the figures of specs: lossplot render a.yaml"),
        Case(".", "'.' is neither a loss nor a command; for the figures of specs: lossplot render ."),
        Case("curve plott -o old.png", "unknown loss 'plott'; the losses are"),
        Case("help rendr", "there is no command 'rendr'; did you mean 'render'?"),
        Case("help foo", "there is no command 'foo'; use curve, plot, surface"),
        Case(
            "plot -x^2 -o old.png",
            "'-x^2' is no option; put an expression that begins with a minus in brackets: '(-x^2)'"),
        Case("plot -theta^2 -o old.png", "in brackets: '(-theta^2)'"),
        Case("plot -q*x -o old.png", "in brackets: '(-q*x)'"),
        Case("certify -x^2", "in brackets: '(-x^2)'"),
        Case("plot x --thme paper -o old.png", "Unknown option '--thme'. Did you mean '--theme'?"),
        Case(
            "mse --as countour -o old.png",
            "'lossplot LOSS' has no option '--as'; it is one of 'lossplot plot' and 'lossplot surface'"),
        Case("render --lang=zh", "'lossplot render' has no option '--lang'; it is one of 'lossplot curve', "),
        Case("mse --lang cn -o old.png", "unknown language 'cn'; did you mean 'zh'?"),
        Case("plot sinn(x) -o old.png", "unknown name 'sinn' in 'sinn(x)'; did you mean 'sin'?"),
        Case(
            "diff old.png old.png --threshold 2",
            "--threshold '2' is not a number from 0.0 to 1.0; for example --threshold 0.1"),
        Case("msee -o old.png", "unknown loss 'msee'; did you mean 'mse'?"),
        Case("banana -o old.png", "unknown loss 'banana'; the losses are \(lossNames)"),
        Case("mse(gamma=2) -o old.png", "mse takes no parameters, 'mse(gamma=2)' gives some; write mse"),
        Case("focal(gama=2) -o old.png", "focal has no parameter 'gama'; did you mean 'gamma'?"),
        Case("huber(delta=0) -o old.png", "delta=0 of huber is out of range; give a number from 1e-06 to 1000000"),
        Case("focal focal(gamma=2.0) -o old.png", "the loss focal(gamma=2) is named twice; name each loss once"),
        Case(
            "hinge --data soft.csv -o old.png",
            "soft.csv: sample 2 has the label 0.5, which is no class, and hinge needs one; label samples 0 or 1"),
        Case(
            "ce mse --link identity -o old.png",
            "ce needs a probability, which the identity link does not give; use --link sigmoid"),
        Case(
            "hinge --link sigmoid -o old.png",
            "hinge needs the logit itself, which the sigmoid link does not give; use --link identity"),
        Case(
            "hinge --link softmax -o old.png",
            "hinge needs the logit itself, which the softmax link does not give; use --link identity"),
        Case("list loses", "there is no list of 'loses'; did you mean 'losses'?"),
        Case("mse mse -o old.png", "the loss mse is named twice; name each loss once"),
        Case("-o old.png", "no loss is named; name one or more of \(lossNames)"),
        Case("mse", "no output is named; add -o FILE.png, .svg or .pdf, for example -o mse.png"),
        Case("mse --theta 4:-4 -o old.png", "--theta '4:-4' is empty; turn it round"),
        Case("mse --theta 1:1 -o old.png", "--theta '1:1' is empty; give two different numbers"),
        Case("mse --theta 5 -o old.png", "--theta '5' is not a range of two numbers; for example --theta=-4:6"),
        Case(
            "mse --theta -inf:inf -o old.png",
            "--theta '-inf:inf' is not a range of two numbers; for example --theta=-4:6"),
        Case("mse --theta nan:1 -o old.png", "--theta 'nan:1' is not a range of two numbers; for example --theta=-4:6"),
        Case(
            "mse --theta 1:1.0000000000001 -o old.png",
            "--theta '1:1.0000000000001' is too narrow for its numbers to be told apart; "
                + "make it at least a billionth of its ends wide"),
        Case(
            "mse --theta -1e200:1e200 -o old.png",
            "--theta '-1e200:1e200' is out of reach; keep numbers below 1e100 and differences above 1e-100"),
        Case("surface -o old.png", "no loss is named; name one or more of \(lossNames)"),
        Case("surface mse ce -o old.png", "contours of 2 functions would cross in one figure; draw one figure each"),
        Case("surface mse --as mesh -o old.png", "--as 'mesh' is unknown; use curve, contour, surface or both"),
        Case(
            "surface mse ce --as both -o old.png",
            "surfaces of 2 functions would cross in one figure; draw one figure each"),
        Case(
            "plot x --as surface -o old.png",
            "'x' is a function of x alone, and surfaces need two variables; use x and y in it, or leave out --as surface"
        ),
        Case(
            "surface mse --view=-60:30 -o old.png",
            "--view is for surfaces; add --as surface or --as both, or leave out --view"),
        Case(
            "plot x --z-range 0:1 -o old.png",
            "--z-range is for surfaces; add --as surface or --as both, or leave out --z-range"),
        Case(
            "surface mse --as surface --view 30 -o old.png",
            "--view '30' is not two angles in degrees; for example --view=-60:30"),
        Case(
            "surface mse --as surface --view=-60:nan -o old.png",
            "--view '-60:nan' is not two angles in degrees; for example --view=-60:30"),
        Case(
            "surface mse --as surface --view=-60:90 -o old.png",
            "--view -60:90 is out of range; turn around by -180 to 180 degrees, and look down by 5 to 85"),
        Case(
            "surface mse --as surface --resolution 4 -o old.png",
            "--resolution '4' is not a whole number from 5 to 301; for example --resolution 7"),
        Case(
            "surface mse --as surface --z-range 1:0 -o old.png", "--z-range '1:0' is empty; turn it round"),
        Case(
            "surface mse --as both --size 300x200 -o old.png",
            "a size of 300x200 leaves too little height for the plot; make it 460x420, or shorten the title and the labels"
        ),
        Case(
            "surface mse --as curve -o old.png",
            "--as curve needs one parameter; use lossplot mse, or --as contour"),
        Case(
            "surface mse --levels 1,x -o old.png",
            "--levels '1,x' is not a list of numbers; for example --levels=-1,0,1"),
        Case(
            "surface mse --levels 1,nan -o old.png",
            "--levels '1,nan' is not a list of numbers; for example --levels=-1,0,1"),
        Case("surface mse --levels 2,1 -o old.png", "--levels '2,1' does not increase; sort them"),
        Case("surface mse --levels 1,1 -o old.png", "--levels '1,1' does not increase; give each level once"),
        Case(
            "surface mse --levels \((0...60).map(String.init).joined(separator: ",")) -o old.png",
            "--levels gives 61 levels; give at most 60"),
        Case("surface mse --w 1 -o old.png", "--w '1' is not a range of two numbers; for example --w=-4:6"),
        Case("surface mse --w 1:2 --range 3:4 -o old.png", "--w and --range are the same window; use one of them"),
        Case("surface mse --derivative 1 -o old.png", "derivatives have no contours yet; leave out --derivative"),
        Case("surface mse --panels -o old.png", "a figure of contours has one panel; leave out --panels"),
        Case("surface mse --mark minma -o old.png", "unknown mark 'minma'; did you mean 'minima'?"),
        Case(
            "plot x --as contour -o old.png",
            "'x' is a function of x alone, and contours need two variables; use x and y in it, or leave out --as contour"
        ),
        Case(
            "plot w*w --as contour -o old.png",
            "'w*w' is a function of w alone, and contours need two variables; use w and b in it, or leave out --as contour"
        ),
        Case(
            "plot x*y --as contour --w 1:2 -o old.png",
            "--w is a window of a parameter, and this is a function of x and y; use --range"),
        Case("plot x --levels 1 -o old.png", "--levels is for contours; add --as contour, or leave out --levels"),
        Case(
            "plot 0*x*y --as contour -o old.png",
            "'0*x*y' has one value, 0.0, in the window shown: there are no contours; choose another window, or give --levels"
        ),
        Case("mse --y-range 2:1 -o old.png", "--y-range '2:1' is empty; turn it round"),
        Case(
            "mse --samples 0 -o old.png",
            "--samples '0' is not a whole number from 1 to 10000000; for example --samples 7"),
        Case(
            "mse --samples -1 -o old.png",
            "--samples '-1' is not a whole number from 1 to 10000000; for example --samples 7"),
        Case(
            "mse --samples 1e9 -o old.png",
            "--samples '1e9' is not a whole number from 1 to 10000000; for example --samples 7"),
        Case(
            "mse --samples 1000000000 -o old.png",
            "--samples '1000000000' is not a whole number from 1 to 10000000; for example --samples 7"),
        Case("mse --link probit -o old.png", "unknown link 'probit'; use sigmoid, identity, softmax, tanh"),
        Case(
            "ce --link identity -o old.png",
            "ce needs a probability, which the identity link does not give; use --link sigmoid"),
        Case("mse --theme grafpaper -o old.png", "unknown theme 'grafpaper'; did you mean 'graphpaper'?"),
        Case("mse --lang fr -o old.png", "unknown language 'fr'; use en, zh"),
        Case("mse --mark evaluation -o old.png", "unknown mark 'evaluation'; did you mean 'evaluations'?"),
        Case(
            "mse --derivative 3 -o old.png",
            "--derivative '3' is not a list of different orders from 0 to 2; for example --derivative 0,2"),
        Case("mse --size 800 -o old.png", "--size '800' is not a width and a height; for example --size 800x500"),
        Case(
            "mse --size 1e9x1e9 -o old.png", "--size '1e9x1e9' is out of range; keep both sides from 1 to 32767 points"),
        Case(
            "mse --size 30000x30000 -o old.png",
            "an image of 60000x60000 pixels is outside the limits; "
                + "keep each side from 1 to 32767 pixels and the area below 134217728 with --size and --scale"),
        Case(
            "mse --size 60x40 -o old.png",
            "a size of 60x40 leaves too little height for the plot; make it "
        ),
        Case("mse --scale 0 -o old.png", "--scale '0' is not a number from 0.1 to 100.0; for example --scale 2"),
        Case("mse --size 8x5 --plot-size 8x5 -o old.png", "--size and --plot-size exclude each other; use one of them"),
        Case(
            "mse -o old.gif", "'old.gif' does not end in .png, .svg or .pdf; rename it, or add --format png, svg or pdf"
        ),
        Case("mse --format gif -o old.png", "--format 'gif' is unknown; use png, svg or pdf"),
        Case("mse --format svg -o old.png", "'old.png' ends in .png, and --format says svg; drop one of them"),
        Case("mse -o -", "-o - needs a format; add --format png, svg or pdf"),
        Case(
            "mse --format png -o - --json", "2 things go to standard output; give all but one of them a file of its own"
        ),
        Case("mse --data none.csv -o old.png", "none.csv"),
        Case("mse --data . -o old.png", "."),
        Case(
            "mse --data old.png -o old.png", "'old.png' is both --data and an output; write the output to another file"),
        Case("mse --x a -o old.png", "--x names a column, and there is no --data; add --data FILE"),
        Case(
            "mse --data good.csv --samples 7 -o old.png",
            "--samples counts rows of the built-in data, and --data replaces it; use one of them"),
        Case("mse --data empty.csv -o old.png", "empty.csv:1"),
        Case("mse --data header.csv -o old.png", "header.csv:"),
        Case("mse --data ragged.csv -o old.png", "ragged.csv:3:"),
        Case("mse --data words.csv -o old.png", "words.csv:2:3:"),
        Case("mse --data infinite.csv -o old.png", "infinite.csv:2:3:"),
        Case("mse --data huge.csv -o old.png", "huge.csv:2:1:"),
        Case("mse --data hex.csv -o old.png", "hex.csv:2:1:"),
        Case("mse --data missing.csv -o old.png", "missing.csv:2:1:"),
        Case("mse --data three.csv -o old.png", "three.csv:1:"),
        Case("mse --data three.csv --x dose --y outcom -o old.png", "did you mean 'outcome'"),
        Case("mse --data open.csv -o old.png", "open.csv:2:1:"),
        Case("mse --data numbers.csv -o old.png", "numbers.csv:1:"),
        Case("mse --data comma.csv -o old.png", "comma.csv:2:1:"),
        Case(
            "mse --data labels.csv -o old.png",
            "labels.csv: sample 1 has the label 3.0, which is no probability; label samples from 0 to 1, or use --link identity"
        ),
        Case("mse --title $x -o old.png", "title: '$x' opens mathematics with $ and does not close it"),
        Case("mse --title $\\thata$ -o old.png", "did you mean \\theta?"),
        Case("mse -o missing/x.png", "missing"),
        Case("mse -o old.png -o ./old.png", "old.png"),
        Case("mse -o old.png -o /dev/full --format png", "/dev/full"),
        Case("mse --samplez 7 -o old.png", "--samplez"),
        Case("mse -o", "-o"),
    ]

    @Test("One clear error, exit code 2, within 0.2 s of processor time, the old output untouched", arguments: cases)
    func refused(_ bad: Case) throws {
        let directory = TemporaryDirectory()
        for (name, text) in BadInputTests.tables { try directory.write(text, to: name) }
        try directory.write("old", to: "old.png")
        let before = directory.names
        let result = try Command(bad.arguments, in: directory).run()
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.error.hasPrefix("lossplot: error: "))
        #expect(result.error.contains(bad.error), "\(result.error)")
        #expect(result.error.split(separator: "\n").count == 1, "\(result.error)")
        #expect(result.error.contains("; "), "no way out: \(result.error)")
        #expect(result.cpu <= (Command.isShipped ? 0.2 : 1))
        #expect(directory.bytes(of: "old.png") == Array("old".utf8))
        #expect(directory.names == before)
    }

    @Test("A number that an error gives as the example is taken")
    func examples() throws {
        let directory = TemporaryDirectory()
        #expect(try directory.run("mse", "-o", "a.svg").status == 0)
        #expect(try directory.run("diff", "a.svg", "a.svg", "--threshold", "0.1").status == 0)
        #expect(try directory.run("mse", "--scale", "2", "-o", "a.png").status == 0)
        #expect(try directory.run("plot", "(-x^2)", "-o", "b.svg").status == 0)
        #expect(try directory.run("plot", "-o", "c.svg", "--", "-x^2").status == 0)
    }

    @Test("A closed or full standard output is an error")
    func standardOutput() throws {
        let directory = TemporaryDirectory()
        for output in [Command.Output.closed, .device("/dev/full")] {
            for arguments in [["mse", "-o", "-", "--format", "png"], ["--version"], ["list"], ["mse", "--json"]] {
                var command = Command(arguments, in: directory)
                command.standardOutput = output
                let result = try command.run()
                #expect(result.status == 2)
                #expect(result.error.hasPrefix("lossplot: error: standard output"), "\(result.error)")
            }
        }
        #expect(directory.names.isEmpty)
    }

    @Test("An argument that is not UTF-8 is refused instead of naming another file")
    func notUTF8() throws {
        let directory = TemporaryDirectory()
        let script = "exec \"$0\" mse -o \"$(printf 'a\\377.png')\""
        let result = try Command(["-c", script, Command.binary], in: directory).run(program: "sh")
        #expect(result.status == 2)
        #expect(result.error.contains("is not UTF-8"))
        #expect(directory.names.isEmpty)
    }

    @Test("A reader that leaves early ends the program with exit code 2, not with a signal")
    func brokenPipe() throws {
        let directory = TemporaryDirectory()
        let script = "(\"$0\" mse -o - --format svg; echo $? >status) | true"
        _ = try Command(["-c", script, Command.binary], in: directory).run(program: "sh")
        // The reader may have taken everything before it left.
        let status = String(decoding: directory.bytes(of: "status"), as: UTF8.self)
        #expect(status == "2\n" || status == "0\n")
        let slow = "(sleep 0.2; \"$0\" mse -o - --format svg; echo $? >status) | true"
        _ = try Command(["-c", slow, Command.binary], in: directory).run(program: "sh")
        #expect(String(decoding: directory.bytes(of: "status"), as: UTF8.self) == "2\n")
    }
}
