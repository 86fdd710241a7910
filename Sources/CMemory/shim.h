// SPDX-License-Identifier: Apache-2.0

#include <malloc.h>

/// Has memory fetched that will be read or written soon; Swift has no word for it.
static inline void cmemory_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }
