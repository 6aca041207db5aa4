#pragma once
#include <stdbool.h>

/// How another program that had the terminal ended.
enum { child_exited = 0, child_killed = 1, child_not_started = 2 };
struct child_end {
  int how;
  /// Its exit status, the signal that ended it, or the error that kept it from starting.
  int number;
};

/// Runs a program with the terminal for itself, in a group of its own and with default signals, until it
/// ends. When it is stopped from the keyboard the caller's group stops too, and both go on together.
///
/// - arguments: ended by NULL; the first is a path.
/// - signals: where `signals_to` writes. INT, TERM and HUP that come meanwhile are passed on to the
///   program, which has two seconds to end, and are there to be read again afterwards.
struct child_end child_run(const char *const *arguments, int signals);
