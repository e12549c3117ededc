import Diagnostics
import Glibc
import Testing

@testable import OutputFiles

@Suite struct OutputTargetTests {
    private func write(_ path: String, _ text: String) throws {
        try OutputFiles.write([OutputFile(path: path, bytes: Array(text.utf8))])
    }

    private func expect(_ paths: String..., throw message: String, hint: String? = nil) {
        #expect(throws: Diagnostic(message, hint: hint)) { try OutputFiles.check(paths) }
    }

    @Test("links stay links, relative ones count from their own directory, and chains are followed")
    func links() throws {
        let directory = try TestDirectory()
        mkdir(directory("sub"), 0o755)
        try directory.create("sub/real", "old", mode: 0o600)
        directory.link("sub/inner", to: "real")
        directory.link("outer", to: "sub/inner")
        directory.link("absolute", to: directory("outer"))
        try write(directory("absolute"), "new")
        #expect(try directory.text("sub/real") == "new")
        #expect(directory.status("sub/real").st_mode & 0o777 == 0o600)
        for name in ["absolute", "outer", "sub/inner"] { #expect(directory.status(name).st_mode & S_IFMT == S_IFLNK) }
    }

    @Test("a dangling link creates the file it names")
    func danglingLink() throws {
        let directory = try TestDirectory()
        directory.link("link", to: "file")
        try write(directory("link"), "new")
        #expect(try directory.text("file") == "new")
        #expect(directory.status("link").st_mode & S_IFMT == S_IFLNK)
        directory.link("far", to: "gone/file")
        expect(
            directory("far"), throw: "cannot write '\(directory("far"))': No such directory '\(directory("gone"))'",
            hint: "create it first: mkdir -p \(directory("gone"))")
    }

    @Test("a loop of links is an error")
    func loop() throws {
        let directory = try TestDirectory()
        directory.link("a", to: "b")
        directory.link("b", to: "a")
        expect(
            directory("a"), throw: "cannot write '\(directory("a"))': Too many levels of symbolic links",
            hint: "see where it leads: ls -l \(directory("a"))")
    }

    @Test("a missing directory is named, with the command that makes it")
    func missingDirectory() {
        expect(
            "no such/y.png", throw: "cannot write 'no such/y.png': No such directory 'no such'",
            hint: "create it first: mkdir -p 'no such'")
        expect(
            "-x/it's/y.png", throw: "cannot write '-x/it's/y.png': No such directory '-x/it's'",
            hint: #"create it first: mkdir -p -- '-x/it'\''s'"#)
        expect(
            "missing/", "x", throw: "cannot write 'missing/': a file name cannot end in '/'")
    }

    @Test("what cannot be a file is refused with its reason")
    func impossible() throws {
        let directory = try TestDirectory()
        try directory.create("file", "x")
        let (inFile, slash, long) = (
            directory("file/y.png"), directory("file/"), directory(String(repeating: "n", count: 256))
        )
        expect(
            directory.path, throw: "cannot write '\(directory.path)': it is a directory",
            hint: "give the name of a file in it")
        expect(".", throw: "cannot write '.': it is a directory", hint: "give the name of a file in it")
        expect("/", throw: "cannot write '/': it is a directory", hint: "give the name of a file in it")
        expect(inFile, throw: "cannot write '\(inFile)': '\(directory("file"))' is not a directory")
        expect(slash, throw: "cannot write '\(slash)': a file name cannot end in '/'")
        expect(long, throw: "cannot write '\(long)': File name too long")
        expect("", throw: "cannot write '': the name is empty")
        expect("a\0b", throw: "cannot write 'a\0b': the name contains a NUL character")

        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = directory("socket")
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        expect(path, throw: "cannot write '\(path)': it is a socket", hint: "name a file")
    }

    @Test("the same file under two spellings is refused, before and after it exists")
    func duplicates() throws {
        let directory = try TestDirectory()
        directory.link("link", to: "a")
        directory.link("here", to: ".")
        for isThere in [false, true] {
            if isThere { try directory.create("a", "x") }
            for name in ["./a", "link", "here/a", "/a", "here/../\(directory.path.split(separator: "/").last ?? "")/a"]
            {
                expect(
                    directory("a"), directory("b"), directory(name),
                    throw: "outputs '\(directory("a"))' and '\(directory(name))' are the same file",
                    hint: "give each output a file of its own")
            }
            expect(
                directory("a"), directory("a"), throw: "output '\(directory("a"))' is named twice",
                hint: "give each output a file of its own")
        }
        Glibc.link(directory("a"), directory("hard"))
        expect(
            directory("a"), directory("hard"),
            throw: "outputs '\(directory("a"))' and '\(directory("hard"))' are the same file",
            hint: "give each output a file of its own")
        try OutputFiles.check([directory("\u{E9}"), directory("e\u{301}")])
    }

    @Test("the check creates and changes nothing")
    func checkIsPure() throws {
        let directory = try TestDirectory()
        try directory.create("old", "x")
        try OutputFiles.check([directory("old"), directory("new")])
        #expect(try directory.names == ["old"])
        #expect(try directory.text("old") == "x")
    }

    @Test("an ordinary user is refused read-only files and directories")
    func permissions() async {
        await #expect(processExitsWith: .success) {
            becomeOrdinaryUser()
            let directory = try TestDirectory()
            try directory.create("file", "x", mode: 0o444)
            mkdir(directory("sub"), 0o755)
            try directory.create("sub/file", "x")
            chmod(directory("sub"), 0o555)
            #expect(
                throws: Diagnostic(
                    "cannot write '\(directory("file"))': it is not writable",
                    hint: "name another file, or allow it: chmod u+w \(directory("file"))")
            ) { try OutputFiles.check([directory("file")]) }
            for name in ["sub/file", "sub/new"] {
                #expect(
                    throws: Diagnostic(
                        "cannot write '\(directory(name))': the directory '\(directory("sub"))' is not writable",
                        hint: "name a file in another directory")
                ) { try OutputFiles.check([directory(name)]) }
            }
            chmod(directory("sub"), 0)
            #expect(
                throws: Diagnostic(
                    "cannot write '\(directory("sub/new"))': Permission denied",
                    hint: "check the permissions or name another file")
            ) { try OutputFiles.check([directory("sub/new")]) }
            chmod(directory("sub"), 0o755)
        }
    }

    @Test("root may write a read-only file, and its mode is kept", .enabled(if: geteuid() == 0, "for root only"))
    func rootMayWrite() throws {
        let directory = try TestDirectory()
        try directory.create("file", "x", mode: 0o444)
        try write(directory("file"), "y")
        #expect(try directory.text("file") == "y")
        #expect(directory.status("file").st_mode & 0o777 == 0o444)
    }

    @Test(
        "another user's file in a sticky directory is refused before the rename would be",
        .enabled(if: geteuid() == 0, "only root gives files away"))
    func sticky() async throws {
        let directory = try TestDirectory()
        try directory.create("file", "x", mode: 0o666)
        chmod(directory.path, 0o1777)
        let path = directory("file")
        await #expect(processExitsWith: .success) { [path = path as String] in
            becomeOrdinaryUser()
            let folder = String(path.dropLast(5))
            #expect(
                throws: Diagnostic(
                    "cannot write '\(path)': it belongs to another user and '\(folder)' is a sticky directory",
                    hint: "name another file")
            ) { try OutputFiles.check([path]) }
        }
    }
}
