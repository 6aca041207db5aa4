#define _GNU_SOURCE
#include "Signals.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

static const int told[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
enum { told_count = sizeof told / sizeof *told };
static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
enum { fatal_count = sizeof fatal / sizeof *fatal };

static volatile int pipe_end = -1;
static struct sigaction told_before[told_count], pipe_before, fatal_before[fatal_count];
static bool told_installed, fatal_installed;

static struct termios modes;
static bool modes_known;
static char restore[1024];
static volatile int restore_count;
static volatile sig_atomic_t active;
static volatile sig_atomic_t must_end;

static int real_errors = -1;
static int kept_errors = -1;

static void write_all(int descriptor, const char *bytes, int count) {
  while (count > 0) {
    ssize_t done = write(descriptor, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    count -= (int)done;
  }
}

static void tell(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  if (number == SIGINT || number == SIGTERM || number == SIGHUP) must_end = 1;
  while (write(pipe_end, &byte, 1) < 0 && errno == EINTR) {}
  errno = before;
}

void signals_to(int descriptor) {
  pipe_end = descriptor;
  must_end = 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tell;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < told_count; i++) {
    if (!told_installed) sigaction(told[i], NULL, &told_before[i]);
    bool stays = told_before[i].sa_handler == SIG_IGN
                 && (told[i] == SIGINT || told[i] == SIGTERM || told[i] == SIGHUP);
    if (!stays) sigaction(told[i], &action, NULL);
  }
  struct sigaction ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, told_installed ? NULL : &pipe_before);
  told_installed = true;
}

void signals_tell_of_children(bool tells) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tells ? tell : SIG_DFL;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGCHLD, &action, NULL);
}

void signals_tell(int number) { tell(number); }

void signals_default(void) {
  if (!told_installed) return;
  for (int i = 0; i < told_count; i++) sigaction(told[i], &told_before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
  told_installed = false;
}

static void copy_errors(void) {
  char chunk[512];
  ssize_t count;
  long total = 0;
  lseek(kept_errors, 0, SEEK_SET);
  while (total < 65536 && (count = read(kept_errors, chunk, sizeof chunk)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      unsigned char byte = (unsigned char)chunk[i];
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f) chunk[i] = '?';
    }
    write_all(STDERR_FILENO, chunk, (int)count);
    total += count;
  }
}

static void crash(int number) {
  if (active) {
    active = 0;
    write_all(STDOUT_FILENO, restore, restore_count);
    if (modes_known) {
      // From the background this would stop the program instead of ending it.
      signal(SIGTTOU, SIG_IGN);
      tcsetattr(STDOUT_FILENO, TCSANOW, &modes);
    }
    if (kept_errors >= 0) {
      dup2(real_errors, STDERR_FILENO);
      copy_errors();
    }
  }
  signal(number, SIG_DFL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
}

void crashes_restore_terminal(void) {
  if (fatal_installed) return;
  // A stack that overflowed has no room for a handler.
  static char spare[65536];
  stack_t stack = {.ss_sp = spare, .ss_size = sizeof spare, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crash;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &fatal_before[i]);
  fatal_installed = true;
}

void crashes_default(void) {
  if (!fatal_installed) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  fatal_installed = false;
}

bool terminal_remember(void) {
  // Another program may have left this on; a frame that does not fit at once would lose its rest.
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0 && (flags & O_NONBLOCK)) fcntl(STDOUT_FILENO, F_SETFL, flags & ~O_NONBLOCK);
  modes_known = tcgetattr(STDOUT_FILENO, &modes) == 0;
  return modes_known;
}

void terminal_set_restore(const char *bytes, int count) {
  if (count > (int)sizeof restore) count = (int)sizeof restore;
  restore_count = 0;
  memcpy(restore, bytes, count);
  restore_count = count;
}

void terminal_write(const char *bytes, int count) { write_all(STDOUT_FILENO, bytes, count); }

void terminal_set_drawing_modes(void) {
  if (!modes_known) return;
  struct termios drawing = modes;
  cfmakeraw(&drawing);
  tcsetattr(STDOUT_FILENO, TCSADRAIN, &drawing);
}

void terminal_write_restore(void) { write_all(STDOUT_FILENO, restore, restore_count); }

void terminal_set_active(bool is_active) { active = is_active; }

void terminal_restore_modes(void) {
  if (modes_known) tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
}

void terminal_make_sane(int descriptor, const char *bytes, int count) {
  struct termios sane;
  if (tcgetattr(descriptor, &sane) == 0) {
    sane.c_iflag &= ~(IGNBRK | INLCR | IGNCR | ISTRIP | PARMRK | IUCLC);
    sane.c_iflag |= BRKINT | ICRNL | IXON;
    sane.c_oflag &= ~(OCRNL | ONOCR | ONLRET);
    sane.c_oflag |= OPOST | ONLCR;
    sane.c_cflag |= CREAD;
    sane.c_lflag &= ~(ECHONL | NOFLSH | TOSTOP);
    sane.c_lflag |= ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE;
    static const struct { int place; cc_t sign; } signs[] = {
        {VINTR, 3}, {VQUIT, 28}, {VERASE, 127}, {VKILL, 21}, {VEOF, 4}, {VSTART, 17},
        {VSTOP, 19}, {VSUSP, 26}, {VREPRINT, 18}, {VWERASE, 23}, {VLNEXT, 22},
    };
    for (unsigned i = 0; i < sizeof signs / sizeof *signs; i++)
      sane.c_cc[signs[i].place] = signs[i].sign;
    tcsetattr(descriptor, TCSANOW, &sane);
  }
  write_all(descriptor, bytes, count);
}

void errors_capture(void) {
  if (kept_errors >= 0 || !isatty(STDERR_FILENO)) return;
  int kept = memfd_create("errors", MFD_CLOEXEC);
  if (kept < 0) return;
  real_errors = dup(STDERR_FILENO);
  kept_errors = kept;
  dup2(kept_errors, STDERR_FILENO);
}

void errors_release(void) {
  if (kept_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  copy_errors();
  close(kept_errors);
  close(real_errors);
  kept_errors = real_errors = -1;
}

static bool in_background(void) {
  pid_t front = tcgetpgrp(STDIN_FILENO);
  return front > 0 && front != getpgrp();
}

bool wait_for_foreground(void) {
  struct sigaction plain, run;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGCONT, &plain, &run);
  // A group that nobody watches cannot be stopped, so there it looks now and then.
  while (in_background() && !must_end) {
    kill(0, SIGTTIN);
    if (in_background() && !must_end) poll(NULL, 0, 200);
  }
  sigaction(SIGCONT, &run, NULL);
  return !in_background();
}

bool stop_group(void) {
  struct sigaction plain, stop, run;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &stop);
  sigaction(SIGCONT, &plain, &run);
  kill(0, SIGTSTP);
  bool in_front = wait_for_foreground();
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &run, NULL);
  return in_front;
}

_Noreturn void die_of(int number) {
  signal(number, SIG_DFL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}

void forbid_core_files(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}
