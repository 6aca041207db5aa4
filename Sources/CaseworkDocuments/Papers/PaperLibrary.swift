import Mustache

/// Every template of every print, parsed once.
enum PaperLibrary {
  /// The text of a page in a format that is written with templates.
  static func text(_ page: Any, _ name: String, as format: PaperFormat) -> String {
    let library =
      switch format {
      case .html: html
      case .markdown: markdown
      case .text, .json: plain
      }
    guard let text = library.render(page, withTemplate: name) else {
      preconditionFailure("there is no template called \(name)")
    }
    switch format {
    case .text: return fitted(text, to: textWidth)
    case .markdown: return fitted(text, to: .max)
    case .html, .json: return text
    }
  }

  /// Columns of a plain text, for any printer and any letter.
  static let textWidth = 78

  private static let html = library([
    "plan": PlanTemplates.html, "goal": PlanTemplates.htmlGoal, "group": PlanTemplates.htmlGroup,
    "action": PlanTemplates.htmlAction, "slips": SlipTemplates.html,
    "minutes": MinutesTemplates.html, "correction": MinutesTemplates.htmlCorrection,
  ])

  private static let plain = library([
    "plan": PlanTemplates.text, "goal": PlanTemplates.textGoal, "group": PlanTemplates.textGroup,
    "action": PlanTemplates.textAction, "slips": SlipTemplates.text,
    "minutes": MinutesTemplates.text, "correction": MinutesTemplates.textCorrection,
  ])

  private static let markdown = library([
    "plan": PlanTemplates.markdown, "goal": PlanTemplates.markdownGoal,
    "group": PlanTemplates.markdownGroup, "action": PlanTemplates.markdownAction,
    "slips": SlipTemplates.markdown, "minutes": MinutesTemplates.markdown,
    "correction": MinutesTemplates.markdownCorrection,
  ])

  private static func library(_ texts: [String: String]) -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, text) in texts {
      do {
        try library.register(text, named: name)
      } catch {
        preconditionFailure("the template \(name) cannot be read: \(error)")
      }
    }
    return library
  }
}
