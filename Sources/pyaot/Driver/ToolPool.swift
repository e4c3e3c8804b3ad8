// Runs compilations side by side: as many as there are processors, counted over all processes that share the cache, and
// none that another process is busy with.
//
// Invariant: a task is over when its product is in the cache, whoever put it there; a task that failed was told so.
import Glibc

/// One run of the Zig compiler, for a product that was not in the cache.
struct ToolTask {
  /// What the user is told it is, e.g. a module's name.
  var title: String
  /// Identifies the product; also the name of the lock.
  var key: String
  var command: [String]
  var environment: [String: String]
  /// Holds what the command reads and writes.
  var work: WorkFolder
  /// Path of the product if it is in the cache, which another process may just have put it into.
  var existing: () -> String?
  /// Puts the product into the cache and returns where it can be read while the pool lives.
  var finish: () throws -> String
}

struct ToolPool {
  let cache: Cache
  let limit: Int
  private(set) var progress: Progress
  private var waiting: [ToolTask] = []
  private var running: [pid_t: Running] = [:]
  private var products: [String: String] = [:]
  /// What holds the products.
  private var ended: [WorkFolder] = []

  private struct Running {
    var task: ToolTask
    var locks: [FileLock]
  }

  init(_ cache: Cache, limit: Int, _ progress: Progress) {
    self.cache = cache
    self.limit = limit
    self.progress = progress
  }

  /// Adds a task; it starts at once if there is room.
  mutating func add(_ task: ToolTask) throws {
    waiting.append(task)
    progress.total += 1
    try startWhatCanStart()
    try collect(waits: false)
  }

  /// Waits for everything; where the products can be read while the pool lives, by their keys.
  mutating func finish() throws -> [String: String] {
    while !waiting.isEmpty || !running.isEmpty {
      try startWhatCanStart()
      if waiting.isEmpty && running.isEmpty { break }
      if running.isEmpty {
        // Others have the places or make the products.
        usleep(5000)
      } else {
        try collect(waits: true)
      }
      progress.show()
    }
    return products
  }

  /// Shows a step that is not counted.
  mutating func say(_ text: String) { progress.show(text) }

  /// Ends what runs; for errors.
  mutating func cancel() {
    for child in running.keys { kill(child, SIGTERM) }
    for child in running.keys { _ = try? Processes.wait(child) }
    running = [:]
    waiting = []
  }

  private mutating func startWhatCanStart() throws {
    var left: [ToolTask] = []
    for task in waiting {
      if try !start(task) { left.append(task) }
    }
    waiting = left
  }

  /// Whether the task needs no more starting.
  private mutating func start(_ task: ToolTask) throws -> Bool {
    if let path = task.existing() {
      done(task, path)
      return true
    }
    guard running.count < limit else { return false }
    let folder = cache.root + "/locks"
    try cache.writing { try Files.makeDirectory(folder) }
    guard let place = FileLock.place(in: folder, of: limit),
      let mine = FileLock.attempt("\(folder)/\(task.key)")
    else { return false }
    if let path = task.existing() {
      done(task, path)
      return true
    }
    let child = try cache.writing {
      try Processes.start(task.command, environment: task.environment, errors: task.work.path + "/errors")
    }
    running[child] = Running(task: task, locks: [place, mine])
    progress.started(task.title)
    return true
  }

  /// Takes in tasks that ended; with `waits` at least one.
  private mutating func collect(waits: Bool) throws {
    var mustWait = waits
    while !running.isEmpty {
      var status: Int32 = 0
      let child = waitpid(-1, &status, mustWait ? 0 : WNOHANG)
      if child < 0 && errno == EINTR { continue }
      guard child > 0 else { return }
      guard let entry = running.removeValue(forKey: child) else { continue }
      mustWait = false
      guard status == 0 else {
        let output = (try? Files.read(entry.task.work.path + "/errors")) ?? []
        throw ZigError(command: entry.task.command, output: output, status: status)
      }
      done(entry.task, try entry.task.finish())
    }
  }

  private mutating func done(_ task: ToolTask, _ path: String) {
    products[task.key] = path
    ended.append(task.work)
    progress.finished(task.title)
  }
}
