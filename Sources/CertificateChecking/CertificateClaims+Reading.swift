import Calculus
import Expressions
import Losses

extension CertificateClaims {
    init(_ tree: JSONTree, _ reader: ClaimReader) throws {
        let keys = [
            "format", "loss", "link", "parameters", "data", "window", "ends", "verdict", "basis", "scope", "witness",
            "chord", "inflections", "concave", "minima", "maxima", "global_minimum", "unresolved", "unresolved_slope",
            "unresolved_bend", "zeros", "unresolved_value",
        ]
        let entry = try reader.object(tree, "a certificate", keys: keys)
        guard try reader.number(entry[0], "format") == 1 else {
            throw reader.failure("format is not 1, the only one this version knows", at: entry[0])
        }
        name = try reader.text(entry[1], "loss")
        subject = try reader.subject(loss: entry[1], link: entry[2], parameters: entry[3])
        source = try reader.source(entry[4])
        window = try reader.interval(entry[5], "window")
        ends = try reader.list(entry[6], "ends").map { try reader.optional($0) { try reader.interval($0, "ends") } }
        guard ends.count == 2 else { throw reader.failure("ends are not two", at: entry[6]) }
        verdict = try reader.text(entry[7], "verdict")
        basis = try reader.text(entry[8], "basis")
        scope = try reader.text(entry[9], "scope")
        witness = try reader.optional(entry[10]) {
            let parts = try reader.object($0, "witness", keys: ["theta", "second_derivative"])
            return Witness(
                theta: try reader.number(parts[0], "theta"), bend: try reader.interval(parts[1], "second_derivative"))
        }
        chord = try reader.optional(entry[11]) {
            let keys = ["from", "to", "at", "gap"]
            let numbers = try zip(try reader.object($0, "chord", keys: keys), keys).map { try reader.number($0, $1) }
            return Chord(from: numbers[0], to: numbers[1], at: numbers[2], gap: numbers[3])
        }
        inflections = try reader.stretches(entry[12], "inflections")
        concave = try reader.stretches(entry[13], "concave")
        minima = try reader.extrema(entry[14], "minima")
        maxima = try reader.extrema(entry[15], "maxima")
        globalMinimum = try reader.optional(entry[16]) { try reader.interval($0, "global_minimum") }
        unresolved = try reader.stretches(entry[17], "unresolved")
        unresolvedSlopes = try reader.stretches(entry[18], "unresolved_slope")
        unresolvedBends = try reader.stretches(entry[19], "unresolved_bend")
        zeros = try reader.zeros(entry[20])
        unresolvedValues = try reader.stretches(entry[21], "unresolved_value")
    }
}
