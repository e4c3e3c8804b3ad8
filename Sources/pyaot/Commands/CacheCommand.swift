// `pyaot cache info|clear`.
import ArgumentParser

struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Show or empty the cache of compiled modules and programs.",
    discussion: """
      The cache is the folder $PYAOT_CACHE, or $XDG_CACHE_HOME/pyaot, or ~/.cache/pyaot. It is kept below \
      $PYAOT_CACHE_SIZE (2G unless set) by removing what was used longest ago.
      """,
    subcommands: [Info.self, Clear.self])

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Where the cache is and what it holds.")

    func run() throws {
      for root in [Cache.chosenRoot] + Cache.readableSubstitute {
        let content = CacheContent(root)
        Output.standard("\(root)\n")
        for kind in content.kinds {
          let name = kind.name + String(repeating: " ", count: max(0, 10 - kind.name.count))
          Output.standard("  \(name) \(kind.files) files, \(CacheContent.text(kind.bytes))\n")
        }
        let limit = CacheContent.text(CacheContent.limit)
        Output.standard("  together   \(CacheContent.text(content.bytes)) of \(limit)\n")
      }
    }
  }

  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove everything in the cache.")

    func run() throws {
      for root in [Cache.chosenRoot] + Cache.readableSubstitute {
        let problems = CacheContent.clear(root)
        if let first = problems.first { throw CommandError(first, status: Session.cannotCompile) }
      }
    }
  }
}
