import Glibc

extension TerminalHarness {
  /// How often each of the program's threads has gone to sleep and woken.
  public func wakeUps() throws(HarnessFault) -> [String: Int] {
    var counts: [String: Int] = [:]
    let folder = "/proc/\(processID)/task"
    guard let tasks = opendir(folder) else { throw .cannot("look at \(folder)", errno) }
    defer { closedir(tasks) }
    while let entry = readdir(tasks) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), let file = fopen("\(folder)/\(name)/status", "r") else {
        continue
      }
      defer { fclose(file) }
      var buffer = [CChar](repeating: 0, count: 256)
      while fgets(&buffer, Int32(buffer.count), file) != nil {
        let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        let words = String(decoding: bytes, as: UTF8.self).split { $0 == "\t" || $0 == "\n" }
        if words.first == "voluntary_ctxt_switches:", words.count > 1 {
          counts[name] = Int(words[1])
        }
      }
    }
    return counts
  }
}
