#pragma once
#include <stdint.h>
#include <vterm.h>

/// One cell of a libvterm screen, without bit fields, which Swift cannot see.
typedef struct {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  int width;
  int bold, underline, reverse;
  // Numbers of the palette, -1 for the terminal's own.
  int foreground, background;
} GridCell;

static inline int grid_colour(VTermColor colour) {
  return VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : -1;
}

static inline GridCell grid_cell(VTermScreen *screen, int column, int row) {
  VTermScreenCell cell;
  VTermPos position = {.row = row, .col = column};
  GridCell result = {{0}, 1, 0, 0, 0, -1, -1};
  if (!vterm_screen_get_cell(screen, position, &cell)) return result;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) result.scalars[i] = cell.chars[i];
  result.width = cell.width;
  result.bold = cell.attrs.bold;
  result.underline = cell.attrs.underline != 0;
  result.reverse = cell.attrs.reverse;
  result.foreground = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ? -1 : grid_colour(cell.fg);
  result.background = VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? -1 : grid_colour(cell.bg);
  return result;
}

static inline void grid_cursor(VTerm *terminal, int *column, int *row) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position);
  *column = position.col;
  *row = position.row;
}
