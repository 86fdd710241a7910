// SPDX-License-Identifier: Apache-2.0

#include "on_demand.h"

#include <dlfcn.h>

void *on_demand_open(const char *const *names) {
  void *library = 0;
  for (; *names && !library; names++) library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
  return library;
}

void *on_demand_find(void *library, const char *name) { return dlsym(library, name); }
