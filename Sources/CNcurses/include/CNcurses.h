#pragma once

// The wide-character interface, before anything else can include curses.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <stdbool.h>
#include <stdint.h>

/// Attributes are macros, which Swift cannot see.
static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }

/// Whether a terminal type is good for a screen, before anything is written to it.
enum { type_is_good = 0, type_is_unknown = 1, type_has_no_cursor = 2 };
int curses_check_type(const char *type);

/// What the description of a terminal type says; the verdict is that of curses_check_type.
struct curses_type {
  int colours;
  bool has_other_screen, hides_cursor, has_mouse;
};
int curses_describe(const char *type, struct curses_type *facts);

/// Opens a screen that is drawn in memory; NULL when the terminal type is unknown.
///
/// ncurses writes a frame in many pieces, and each would wake whoever shows it. It never touches the
/// terminal's modes either: those are set here, and nowhere else.
SCREEN *curses_open(const char *type);

/// Writes what was drawn since to the terminal, in one piece.
void curses_send(void);

/// Tells the terminal, behind the next frame, that all its rows scroll and shift: ncurses says so only
/// once, for the size that it took the terminal to have at first. That frame has to be painted whole.
void curses_scroll_all(int rows);

/// The window of the whole screen, and how many colours and pairs there are.
WINDOW *curses_screen(void);
int curses_colours(void);
int curses_pairs(void);

/// Takes the character set from the environment, C.UTF-8 where that is not UTF-8.
/// Numbers keep their plain form. False when the machine has no UTF-8 at all.
bool curses_choose_utf8(void);

/// The character set that the environment asks for; empty when its locale is not installed.
/// Sets it, so curses_choose_utf8 is for afterwards. Valid until the next call.
const char *curses_codeset(void);

/// Makes a cell of one spacing character and its marks, as NUL-terminated wide characters.
void curses_cell(cchar_t *cell, const int32_t *text, attr_t attributes, short pair);

/// A capability's bytes with its padding left out; 0 when the terminal has none or it does not fit.
int curses_capability(const char *name, char *bytes, int room);

/// The terminal's size from the kernel; false when it does not say.
bool curses_kernel_size(int *width, int *height);
