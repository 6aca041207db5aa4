import Testing

/// The built program, as a person and as a script use it; one test at a time.
///
/// All of them are in this suite: each blocks its thread, and two could leave none for anything else.
@Suite(.serialized) enum ProgramTests {
  /// What a script types: commands, files and exit codes.
  @Suite(.serialized) enum Commands {}

  /// What a person sees: the program in a terminal.
  @Suite(.serialized) enum Screens {}
}
