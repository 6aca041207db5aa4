#define _GNU_SOURCE
#include "Child.h"
#include "Signals.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int start(const char *const *arguments, pid_t *child) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t files;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  // Standard error is kept from the screen while this program draws; the other's belongs there.
  posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
  int fault = posix_spawn(
      child, arguments[0], &files, &attributes, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return fault;
}

/// Gives the terminal to the program, and lets it go on where it had to wait for that.
static void give_terminal(pid_t child) {
  tcsetpgrp(STDIN_FILENO, child);
  kill(-child, SIGCONT);
}

/// Takes what the signals say: INT, TERM or HUP, the last that came; 0 for none of them.
static int told(int signals) {
  unsigned char bytes[64];
  ssize_t count;
  int found = 0;
  while ((count = read(signals, bytes, sizeof bytes)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      if (bytes[i] == SIGINT || bytes[i] == SIGTERM || bytes[i] == SIGHUP) found = bytes[i];
    }
  }
  return found;
}

static struct child_end wait_for(pid_t child, int signals, int *ending) {
  int patience = -1;
  for (;;) {
    int status = 0;
    pid_t changed = waitpid(child, &status, WNOHANG | WUNTRACED);
    if (changed < 0 && errno != EINTR) return (struct child_end){child_exited, 0};
    if (changed == child && WIFEXITED(status)) {
      return (struct child_end){child_exited, WEXITSTATUS(status)};
    }
    if (changed == child && WIFSIGNALED(status)) {
      return (struct child_end){child_killed, WTERMSIG(status)};
    }
    if (changed == child && WIFSTOPPED(status)) {
      bool waits = WSTOPSIG(status) == SIGTTIN || WSTOPSIG(status) == SIGTTOU;
      if (!waits) {
        tcsetpgrp(STDIN_FILENO, getpgrp());
        stop_group();
      }
      give_terminal(child);
      continue;
    }
    struct pollfd entry = {.fd = signals, .events = POLLIN};
    int ready = poll(&entry, 1, patience);
    if (ready == 0) {
      kill(-child, SIGKILL);
      patience = -1;
    }
    int number = told(signals);
    if (number) {
      *ending = number;
      kill(-child, number);
      kill(-child, SIGCONT);
      patience = 2000;
    }
  }
}

struct child_end child_run(const char *const *arguments, int signals) {
  struct sigaction ignore, out;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  // Taking the terminal back happens from the background.
  sigaction(SIGTTOU, &ignore, &out);
  signals_tell_of_children(true);
  pid_t child = 0;
  int ending = 0;
  struct child_end end = {child_not_started, start(arguments, &child)};
  if (end.number == 0) {
    tcsetpgrp(STDIN_FILENO, child);
    end = wait_for(child, signals, &ending);
    tcsetpgrp(STDIN_FILENO, getpgrp());
  }
  signals_tell_of_children(false);
  sigaction(SIGTTOU, &out, NULL);
  if (ending) signals_tell(ending);
  return end;
}
