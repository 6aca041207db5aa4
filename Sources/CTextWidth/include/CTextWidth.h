#pragma once
#include <stdint.h>

/// Columns that libc, and so ncurses, gives one Unicode scalar: 0, 1 or 2; -1 when libc does not know it.
/// Always measured under a UTF-8 character set, whatever locale the process runs in. Safe from any thread.
int text_width_of(uint32_t scalar);
