// SPDX-License-Identifier: Apache-2.0

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

/// Where the variables of the program that begin as zeros lie, as the linker says.
extern char __bss_start[], _end[];

/// Has memory fetched that will be read or written soon; Swift has no word for it.
static inline void cmemory_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

/// Asks for the memory of all variables that begin as zeros at once: most are used, and page by page each is asked for
/// twice, to be read and to be written. Systems that do not know how leave it for then.
static inline void cmemory_fetch_variables(void) {
#ifdef MADV_POPULATE_WRITE
  unsigned long page = (unsigned long)sysconf(_SC_PAGESIZE);
  unsigned long start = (unsigned long)__bss_start / page * page, end = ((unsigned long)_end + page - 1) / page * page;
  madvise((void *)start, end - start, MADV_POPULATE_WRITE);
#endif
}
