#define _GNU_SOURCE
#include "CTextWidth.h"
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t utf8 = (locale_t)0;

static void open_locale(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8"};
  for (unsigned i = 0; i < sizeof names / sizeof *names && !utf8; i++)
    utf8 = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
}

int text_width_of(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  pthread_once(&once, open_locale);
  // A machine without any UTF-8 locale draws in ASCII, one cell for each character.
  if (!utf8) return scalar < 0xa0 ? -1 : 1;
  locale_t before = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
