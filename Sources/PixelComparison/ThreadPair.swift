import Glibc

/// This thread and another one, which do the two halves of a step at once.
///
/// ```swift
/// let pair = ThreadPair(isWorthwhile: true)
/// let (left, right) = pair.run { half in work(half) }
/// ```
final class ThreadPair: @unchecked Sendable {
    // The owner writes `work` before `go` is posted and reads it after `done`: never at once with the other thread.
    private var work: ((Int) -> Void)?
    private let go = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let done = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private var thread: pthread_t?

    /// - Parameter isWorthwhile: whether a thread is started; without it, or when none can be had, the halves are done one
    ///   after the other.
    init(isWorthwhile: Bool) {
        sem_init(go, 0, 0)
        sem_init(done, 0, 0)
        guard isWorthwhile, sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                // The owner joins the thread before the pair goes.
                Unmanaged<ThreadPair>.fromOpaque(argument).takeUnretainedValue().serve()
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
        if code == 0 { self.thread = thread }
    }

    deinit {
        if let thread {
            work = nil
            sem_post(go)
            pthread_join(thread, nil)
        }
        sem_destroy(go)
        sem_destroy(done)
        go.deallocate()
        done.deallocate()
    }

    /// `body(0)`, from this thread, and `body(1)`, from the other. Only formally does `body` escape: the other thread may
    /// let go of it a moment later.
    func run<Value>(_ body: @escaping (_ half: Int) -> Value) -> (Value, Value) {
        guard thread != nil else { return (body(0), body(1)) }
        let other = UnsafeMutablePointer<Value?>.allocate(capacity: 1)
        other.initialize(to: nil)
        defer {
            other.deinitialize(count: 1)
            other.deallocate()
        }
        work = { other.pointee = body($0) }
        sem_post(go)
        let mine = body(0)
        ThreadPair.wait(done)
        work = nil
        guard let theirs = other.pointee else { preconditionFailure("the other thread has done its half") }
        return (mine, theirs)
    }

    private func serve() {
        while true {
            ThreadPair.wait(go)
            guard let work else { return }
            work(1)
            sem_post(done)
        }
    }

    private static func wait(_ semaphore: UnsafeMutablePointer<sem_t>) {
        while sem_wait(semaphore) != 0, errno == EINTR {}
    }
}
