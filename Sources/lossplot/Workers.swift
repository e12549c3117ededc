import Glibc
import Synchronization

/// Runs work on as many threads as there are processors.
enum Workers {
    /// `body` of every element, in their order.
    ///
    /// Threads of the system's default stack, as the main thread has: the small stacks of a pool are not for recursion over
    /// layouts and expressions.
    static func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) -> Value
    ) -> [Value] {
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let next = Atomic(0)
        let results = Mutex<[Int: Value]>([:])
        withoutActuallyEscaping(body) { body in
            Workers.run(threads: min(processors, elements.count)) {
                while true {
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < elements.count else { return }
                    let value = body(elements[index])
                    results.withLock { $0[index] = value }
                }
            }
        }
        let values = results.withLock { $0 }
        return elements.indices.compactMap { values[$0] }
    }

    /// Runs `body` on this thread and on others, and waits for all of them.
    private static func run(threads: Int, _ body: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var others: [pthread_t] = []
        for _ in 1..<max(1, threads) {
            var thread = pthread_t()
            let box = Unmanaged.passRetained(Box(body))
            let code = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                    return nil
                }, box.toOpaque())
            // One thread fewer is slower, not wrong.
            if code == 0 { others.append(thread) } else { box.release() }
        }
        body()
        for thread in others { pthread_join(thread, nil) }
    }
}
