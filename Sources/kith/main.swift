// The first line that runs. Everything else is in a command.
await Program.run(Array(CommandLine.arguments.dropFirst()))
