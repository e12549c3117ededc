import ArgumentParser
import Diagnostics
import Losses
import Specs

/// The arguments as they are typed, where the parser's own words about them would lead astray: it takes a misspelt command
/// for a loss, and an expression that begins with a minus for an option.
struct TypedArguments {
    /// Without the program's name.
    let arguments: [String]

    private static var commands: [any ParsableCommand.Type] { Lossplot.configuration.subcommands }

    private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }

    private static var names: [String] { commands.map(name) }

    // MARK: Commands

    /// - Throws: `Diagnostic` for a first argument that is like the name of a command and none, and for help on a command that
    ///   is none.
    func refuseMisspeltCommand() throws {
        guard let first = arguments.first, !first.hasPrefix("-"), !TypedArguments.names.contains(first) else { return }
        if first == "help" { return try refuseHelpOnNothing() }
        guard (try? LossSpec(first)) == nil else { return }
        if FigureTree.isDirectory(first) || SpecFiles.isSpec(named: first) {
            throw Diagnostic(
                "'\(first)' is neither a loss nor a command", hint: "for the figures of specs: lossplot render \(first)"
            )
        }
        // What is as near to a loss is left to those who know of losses.
        let meant = Suggestion.nearest(to: first, among: LossName.allNames + TypedArguments.names + ["help"])
        guard let meant, meant == "help" || TypedArguments.names.contains(meant) else { return }
        throw Diagnostic("'\(first)' is neither a loss nor a command", hint: "did you mean the command '\(meant)'?")
    }

    private func refuseHelpOnNothing() throws {
        guard arguments.count > 1, !arguments[1].hasPrefix("-"), arguments[1] != "help",
            !TypedArguments.names.contains(arguments[1])
        else { return }
        throw Diagnostic(
            "there is no command '\(arguments[1])'",
            hint: Suggestion.hint(for: arguments[1], among: TypedArguments.names))
    }

    // MARK: Options

    /// What is better said than that an option is unknown; nil where the parser's words are right.
    ///
    /// - Parameter message: the parser's.
    func advice(on message: String) -> Diagnostic? {
        let start = "Unknown option '"
        guard message.hasPrefix(start) else { return nil }
        let option = String(message.dropFirst(start.count).prefix { $0 != "'" && $0 != "=" })
        return option.hasPrefix("--") ? adviceOnOption(option) : adviceOnMinus(option)
    }

    /// The command that is named; nil for the one that needs no name.
    private var command: (any ParsableCommand.Type)? {
        TypedArguments.commands.first { TypedArguments.name(of: $0) == arguments.first }
    }

    /// Where other commands have an option by that very name, a similar one of this command is hardly meant.
    private func adviceOnOption(_ option: String) -> Diagnostic? {
        let others = TypedArguments.commands.filter { TypedArguments.options(of: $0).contains(option) }
            .map { "'lossplot \(TypedArguments.name(of: $0))'" }
        guard let last = others.last else { return nil }
        let list = (others.count > 1 ? others.dropLast().joined(separator: ", ") + " and " : "") + last
        return Diagnostic(
            "'lossplot \(command.map(TypedArguments.name) ?? "LOSS")' has no option '\(option)'",
            hint: "it is one of \(list)")
    }

    /// As the command's help lists them, at the beginning of a line: `  -o, --output <file>`.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        Lossplot.helpMessage(for: command).split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { line in
            line.split(separator: " ").prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
                .flatMap { $0.split(whereSeparator: { ",/".contains($0) }) }.map(String.init)
        }
    }

    /// - Parameter option: the argument, or one letter of it.
    private func adviceOnMinus(_ option: String) -> Diagnostic? {
        guard command == PlotCommand.self || command == CertifyCommand.self else { return nil }
        let expression = arguments.first { argument in
            argument == option
                || option.count == 2 && argument.hasPrefix("-") && !argument.hasPrefix("--")
                    && argument.dropFirst().contains(option.dropFirst())
        }
        return expression.map { expression in
            Diagnostic(
                "'\(expression)' is no option",
                hint: "put an expression that begins with a minus in brackets: '(\(expression))'")
        }
    }
}
