import Foundation
import Testing
import TextUI

/// Screens as text and style marks, in files beside the tests.
///
/// A missing file is written and the test fails; `RECORD=1` writes them all, and every test fails.
enum Pinned {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pinned")

  /// - Parameter folder: where the file lies, of those that are pinned.
  static func check(_ canvas: Canvas, _ name: String, in folder: URL = folder) throws {
    let file = folder.appending(path: "\(name).txt")
    let shown = text(of: canvas)
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
    if !isRecording, FileManager.default.fileExists(atPath: file.path) {
      let pinned = try String(contentsOf: file, encoding: .utf8)
      #expect(shown == pinned, "\(name) looks different: RECORD=1 writes it anew")
      return
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try shown.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name) is recorded: look at it, then run again")
  }

  /// The picture, then one letter a cell for its style, then where the cursor rests.
  static func text(of canvas: Canvas) -> String {
    let styles = canvas.styleLines.map { line in
      var short = line
      while short.last == "." { short.removeLast() }
      return short
    }
    let cursor = canvas.cursor.map { "\($0.x), \($0.y)" } ?? "hidden"
    return (canvas.lines + ["", "styles:"] + styles + ["", "cursor: \(cursor)", ""])
      .joined(separator: "\n")
  }
}
