import KithApp

/// What in the environment kith minds.
enum Variables {
  static let all: [(name: String, meaning: String)] =
    own
    + Setting.allCases.map { setting in
      (setting.variable, "\(setting.title), over the settings file: \(setting.takes)")
    }

  private static let own: [(name: String, meaning: String)] = [
    ("KITH_STORE", "the store, where --store does not say"),
    ("KITH_TODAY", "a day like 2026-11-27 that is today for this run"),
    ("KITH_PLAIN", "neither empty nor 0, it has kith talk line by line, as --plain does"),
    ("KITH_BACKTRACE", "set, it leaves crashes to the Swift runtime, which prints where"),
    ("XDG_DATA_HOME", "where the store is kept; ~/.local/share without it"),
    ("XDG_CONFIG_HOME", "where settings and themes are kept; ~/.config without it"),
    ("TMPDIR", "where the demo keeps its store while it runs; /tmp without it"),
    ("TERM", "the terminal's type"),
    ("NO_COLOR", "not empty, it takes all colours away"),
    ("LANG, LC_ALL, LC_CTYPE", "the character set; where it is not UTF-8, kith takes C.UTF-8"),
  ]
}
