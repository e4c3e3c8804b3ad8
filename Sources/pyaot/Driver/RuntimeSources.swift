// What identifies the runtime's sources: a hash over all of them, remembered with the identities of the files, so that an
// unchanged checkout is not read again by each build.

struct RuntimeSources {
  var key: String
  var inputs: [ManifestInput]

  static func find(_ toolchain: Toolchain, _ cache: Cache) throws -> RuntimeSources {
    let begin = FileIdentity.now()
    let name = ContentHash.digest(Array("runtime \(toolchain.runtime)".utf8))
    var inputs: [ManifestInput] = []
    let files = listed(toolchain, &inputs)
    // The hash of a file is asked for only where its identity does not answer, so a remembered list needs no hashes here.
    if let path = cache.find("sources", name, ".manifest"), let valid = Manifest.valid(try cache.read(path)) {
      if let improved = valid.improved { _ = try cache.put(improved, "sources", name, ".manifest") }
      return RuntimeSources(key: valid.result, inputs: inputs + files.map(ManifestInput.untouched))
    }
    var hash = ContentHash()
    var hashed: [ManifestInput] = []
    for file in files {
      let bytes = try Files.read(file)
      hash.add(String(file.dropFirst(toolchain.runtime.count)))
      hash.add(bytes)
      hashed.append(.file(file, hash: ContentHash.digest(bytes)))
    }
    var manifest = Manifest(result: hash.digest, begin: begin)
    for input in inputs + hashed { manifest.add(input) }
    if !manifest.isDoubtful { _ = try cache.put(manifest.bytes, "sources", name, ".manifest") }
    return RuntimeSources(key: hash.digest, inputs: inputs + hashed)
  }

  /// Identifies what generated code imports of the runtime: layouts and fast paths. Everything else it knows by symbol alone, so
  /// an object stays right when other parts of the runtime change.
  static func interface(_ toolchain: Toolchain) throws -> String {
    var hash = ContentHash()
    var files = ["pyrt.zig"]
    var next = 0
    while next < files.count {
      let file = files[next]
      next += 1
      let bytes = try Files.read("\(toolchain.runtime)/\(file)")
      hash.add(file)
      hash.add(bytes)
      let folder = file.contains("/") ? Files.directory(of: file) + "/" : ""
      for part in String(decoding: bytes, as: UTF8.self).split(separator: "@import(\"").dropFirst() {
        let name = folder + part.prefix { $0 != "\"" }
        // What is no file of ours comes with Zig.
        if name.hasSuffix(".zig"), !files.contains(name) { files.append(name) }
      }
    }
    return hash.digest
  }

  /// The files that the archive and generated code are made from; adds the folders that hold them to `inputs`.
  private static func listed(_ toolchain: Toolchain, _ inputs: inout [ManifestInput]) -> [String] {
    var files: [String] = []
    var folders = [toolchain.runtime]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      for name in Files.list(folder).sorted() where next > 1 || !otherFolders.contains(name) {
        let path = "\(folder)/\(name)"
        if Files.isDirectory(path) { folders.append(path) }
      }
      inputs.append(.untouched(folder))
      files += Files.list(folder).filter { $0.hasSuffix(".zig") }.sorted().map { "\(folder)/\($0)" }
    }
    return files
  }

  /// Python modules, tests, generators, and what an installation brings ready-made.
  private static let otherFolders: Set<String> = ["lib", "test", "tools", "prebuilt"]
}
