import KithApp

// The first line that runs. Everything else is in a command.
await withTaskExecutorPreference(Workers.shared) {
  await Program.run(Array(CommandLine.arguments.dropFirst()))
}
