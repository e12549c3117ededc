import Glibc

/// The calling thread's time on a processor: unlike a clock on the wall it does not grow while other tests and
/// programs have the machine, so that a limit on it can be tight and yet hold wherever the tests run.
public func processorTime(of body: () throws -> Void) rethrows -> Duration {
    let start = processorTime()
    try body()
    return processorTime() - start
}

private func processorTime() -> Duration {
    var time = timespec()
    precondition(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "Linux keeps this clock for every thread")
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
