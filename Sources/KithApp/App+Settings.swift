import Casework
import TextUI
import Themes

/// How kith looks and answers, changed while it runs.
extension App {
  /// Says at the start what of the settings cannot be used; nothing without a fault.
  func say(_ faults: [FileFault]) {
    guard let first = faults.first else { return }
    for fault in faults {
      messages.append(Message(text: fault.sentence, kind: .problem, at: context.world.now()))
    }
    let others = faults.count == 1 ? "" : "\(faults.count - 1) more: "
    var short = first
    short.file = String(first.file.split(separator: "/").last ?? "")
    toast = Notice(
      text: short.sentence, hint: "\(others)kith config check", kind: .problem, until: nil)
  }

  /// Shows how a setting would look; one that cannot be seen waits until it is kept.
  func preview(_ setting: Setting, _ value: SettingValue) {
    switch (setting, value) {
    case (.theme, .text(let name)):
      do throws(ThemeFaults) {
        terminal.use(theme: try desk.themes.theme(name))
      } catch {
        sayProblem(error.faults.first?.sentence ?? "There is no theme “\(name)”.")
      }
    case (.glyphs, .text(let name)): GlyphChoice(rawValue: name).map(terminal.use(glyphs:))
    default: break
    }
  }

  /// Puts a setting in force, and has it kept for the next time.
  func keep(_ setting: Setting, _ value: SettingValue) {
    if setting == .theme, case .text(let name) = value {
      do throws(ThemeFaults) {
        _ = try desk.themes.theme(name)
      } catch {
        preview(.theme, .text(context.settings.theme))
        return sayProblem(error.faults.first?.sentence ?? "There is no theme “\(name)”.")
      }
    }
    if let fault = setting.take(value, into: &context.settings) { return sayProblem(fault) }
    if setting == .mouse { terminal.setMouse(context.settings.mouse) }
    preview(setting, value)
    pendingLoads += 1
    let (desk, inbox) = (desk, inbox)
    Task.detached(executorPreference: Workers.shared) {
      let result: Result<String, StoreError>
      do throws(StoreError) {
        result = .success(try desk.keep(setting, value))
      } catch {
        result = .failure(error)
      }
      inbox.put(.settingKept(setting, value, result))
    }
  }

  func settingKept(
    _ setting: Setting, _ value: SettingValue, _ result: Result<String, StoreError>
  ) {
    pendingLoads -= 1
    let words = "\(setting.title): \(setting.words(for: value))"
    switch result {
    case .success(let file): sayDone("\(words), kept in \(file)")
    case .failure(let error):
      sayProblem("\(words), until you leave kith. Not kept: \(error.sentence)")
    }
  }
}

extension ThemeShelf {
  /// Every theme with what it says of itself.
  var offers: [ThemeOffer] { names.map { ThemeOffer(name: $0, summary: summary(of: $0)) } }
}

extension Context {
  /// The key that does something everywhere, as it is shown; the word for it where it is said.
  func label(_ action: Everywhere) -> String {
    if isSpoken, let word = action.word { return word }
    return Everywhere.keyBindings(
      atRoot: true, undoSentence: undoSentence, changes: settings.keys
    ).first { $0.action == action }?.keys.first?.label ?? ""
  }
}
