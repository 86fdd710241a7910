// SPDX-License-Identifier: Apache-2.0

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

/// Has a thread with these attributes begin on another processor than the one that the calling thread runs on, and
/// returns whether there is another that it may use; Swift has no word for sets of processors.
static inline int cthread_begin_elsewhere(pthread_attr_t *_Nonnull attributes) {
  cpu_set_t others;
  int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof others, &others) != 0) return 0;
  CPU_CLR((unsigned)here, &others);
  return CPU_COUNT(&others) > 0 && pthread_attr_setaffinity_np(attributes, sizeof others, &others) == 0;
}

/// Lets the calling thread, which began elsewhere, run on the processors of the process's first thread.
static inline void cthread_run_anywhere(void) {
  cpu_set_t all;
  if (sched_getaffinity(getpid(), sizeof all, &all) == 0) sched_setaffinity(0, sizeof all, &all);
}
