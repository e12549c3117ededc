/// The version of the program and its libraries.
public enum Version {
    public static let current = "0.1.0"
}
