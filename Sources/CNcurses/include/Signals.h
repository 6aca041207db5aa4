#pragma once
#include <stdbool.h>

/// Signals that a terminal program lives with. What a handler needs is kept here, in C, since a handler
/// may touch nothing that has to be allocated, locked or counted.

/// Writes each INT, TERM, HUP, WINCH, TSTP and CONT as a byte to the descriptor, and ignores PIPE.
/// INT, TERM and HUP that the parent had ignored stay ignored.
void signals_to(int descriptor);

/// Whether CHLD is written too; off unless it is asked for.
void signals_tell_of_children(bool tell);

/// Writes a signal's byte as if it had come just now.
void signals_tell(int number);

/// Puts those signals back to what they were.
void signals_default(void);

/// On a crash (SEGV, ILL, TRAP, BUS, FPE, ABRT, QUIT): restores the terminal, then dies of that signal.
void crashes_restore_terminal(void);

/// Leaves crashes to whoever had them before.
void crashes_default(void);

/// Keeps the terminal's modes as they are now, for the way out. False when there is no terminal.
bool terminal_remember(void);

/// The bytes that bring the terminal back: written when the program crashes.
void terminal_set_restore(const char *bytes, int count);

/// Writes those bytes, without touching the terminal's modes.
void terminal_write_restore(void);

/// Writes bytes to the terminal; what a terminal that is gone does not take is dropped.
void terminal_write(const char *bytes, int count);

/// Sets the modes of a program that draws: every key arrives at once and as itself, nothing is
/// echoed or turned into something else.
void terminal_set_drawing_modes(void);

/// Whether a crash has a terminal to restore.
void terminal_set_active(bool active);

/// Sets the modes that were remembered.
void terminal_restore_modes(void);

/// Writes bytes to a terminal and sets the modes that a shell expects, whatever they were.
void terminal_make_sane(int descriptor, const char *bytes, int count);

/// Sends standard error to memory while it would land on the screen.
void errors_capture(void);

/// Puts standard error back and writes what was kept to it, control characters as `?`.
void errors_release(void);

/// Stops the whole process group as Ctrl-Z does, and returns when it runs again.
/// False when it must end before it ever came back to the foreground.
bool stop_group(void);

/// Waits, stopped, until the terminal is this program's again.
/// False when it must end before that: then the terminal is somebody else's and is to be left alone.
bool wait_for_foreground(void);

/// Dies of a signal, so that the parent sees the truth.
_Noreturn void die_of(int number);

/// No core file: what is in memory is about real people.
void forbid_core_files(void);
