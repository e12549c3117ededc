import Testing

@Suite("Reproducibility")
struct ReproducibilityTests {
    @Test(
        "Twenty runs under different homes, time zones, locales, font configurations and directories give the same bytes",
        arguments: ["png", "svg", "pdf"], ["en", "zh"])
    func environments(format: String, language: String) throws {
        let directory = TemporaryDirectory()
        try directory.write("<fontconfig><dir>/nonexistent</dir></fontconfig>", to: "fonts.conf")
        let locales = ["C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "zh_CN.UTF-8"]
        let zones = ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Chatham"]
        var first: [UInt8]?
        for run in 0..<20 {
            let place = TemporaryDirectory()
            var command = Command(
                ["mse", "--samples", "7", "--lang", language, "-o", "run\(run).\(format)"], in: place)
            command.environment = [
                "HOME": run.isMultiple(of: 2) ? place.path : "/nonexistent", "TZ": zones[run % 4],
                "LC_ALL": locales[run % 5], "LANG": locales[(run + 1) % 5],
                "FONTCONFIG_FILE": run.isMultiple(of: 3) ? directory.path + "/fonts.conf" : "/dev/null",
                "XDG_CONFIG_HOME": place.path, "SOURCE_DATE_EPOCH": "\(run * 1_000_000)", "COLUMNS": "\(40 + run)",
            ]
            let result = try command.run()
            #expect(result.status == 0, "\(result.error)")
            #expect(result.error == "")
            let bytes = place.bytes(of: "run\(run).\(format)")
            #expect(!bytes.isEmpty)
            if first == nil { first = bytes }
            #expect(bytes == first, "run \(run)")
        }
    }
}
