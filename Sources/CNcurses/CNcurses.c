#define _GNU_SOURCE
#include "CNcurses.h"
#include "Signals.h"
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

static bool has_string(const char *name) {
  const char *bytes = tigetstr((char *)name);
  return bytes && bytes != (char *)-1 && *bytes;
}

int curses_check_type(const char *type) {
  struct curses_type facts;
  return curses_describe(type, &facts);
}

int curses_describe(const char *type, struct curses_type *facts) {
  int outcome = 0;
  memset(facts, 0, sizeof *facts);
  if (setupterm(type, STDOUT_FILENO, &outcome) != OK) return type_is_unknown;
  facts->colours = tigetnum((char *)"colors");
  facts->has_other_screen = has_string("smcup") && has_string("rmcup");
  facts->hides_cursor = has_string("civis") && has_string("cnorm");
  facts->has_mouse = has_string("kmous");
  int result = has_string("cup") ? type_is_good : type_has_no_cursor;
  TERMINAL *description = set_curterm(NULL);
  del_curterm(description);
  return result;
}

static int frame = -1;

SCREEN *curses_open(const char *type) {
  if (frame < 0) frame = memfd_create("frame", MFD_CLOEXEC);
  FILE *sheet = frame < 0 ? NULL : fdopen(dup(frame), "w");
  return sheet ? newterm(type, sheet, stdin) : NULL;
}

static int rows_to_scroll;

void curses_scroll_all(int rows) { rows_to_scroll = rows; }

// Setting the region moves the cursor, so both come behind the frame. What saves and restores a
// cursor is no help: some terminals keep only one, which is the shell's then.
static void send_region(void) {
  const char *region = tigetstr((char *)"csr");
  const char *place = tigetstr((char *)"cup");
  if (region == NULL || region == (char *)-1 || place == NULL || place == (char *)-1) return;
  const char *bytes = tparm((char *)region, 0, rows_to_scroll - 1);
  if (bytes) terminal_write(bytes, (int)strlen(bytes));
  bytes = tparm((char *)place, getcury(curscr), getcurx(curscr));
  if (bytes) terminal_write(bytes, (int)strlen(bytes));
}

void curses_send(void) {
  static char bytes[65536];
  lseek(frame, 0, SEEK_SET);
  ssize_t count;
  while ((count = read(frame, bytes, sizeof bytes)) > 0) terminal_write(bytes, (int)count);
  ftruncate(frame, 0);
  lseek(frame, 0, SEEK_SET);
  if (rows_to_scroll > 0 && !isendwin()) send_region();
  rows_to_scroll = 0;
}

WINDOW *curses_screen(void) { return stdscr; }

int curses_colours(void) { return COLORS; }

int curses_pairs(void) { return COLOR_PAIRS; }

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool curses_choose_utf8(void) {
  if (setlocale(LC_CTYPE, "") && is_utf8()) return true;
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) && is_utf8()) return true;
  setlocale(LC_CTYPE, "C");
  return false;
}

const char *curses_codeset(void) {
  return setlocale(LC_CTYPE, "") ? nl_langinfo(CODESET) : "";
}

void curses_cell(cchar_t *cell, const int32_t *text, attr_t attributes, short pair) {
  memset(cell, 0, sizeof *cell);
  setcchar(cell, (const wchar_t *)text, attributes, pair, NULL);
}

int curses_capability(const char *name, char *bytes, int room) {
  const char *from = tigetstr((char *)name);
  if (from == NULL || from == (char *)-1) return 0;
  int count = 0;
  for (; *from; from++) {
    if (from[0] == '$' && from[1] == '<') {
      const char *end = strchr(from, '>');
      if (end) {
        from = end;
        continue;
      }
    }
    if (count == room) return 0;
    bytes[count++] = *from;
  }
  return count;
}

bool curses_kernel_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}
