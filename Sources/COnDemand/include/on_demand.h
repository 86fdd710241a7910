// SPDX-License-Identifier: Apache-2.0

// Functions of a system library that is opened when it is first needed. A program that has no use for the library then
// starts without waiting for it, and runs where it is not installed.
//
// A header lists what it takes from a library, as LIBRARY("libname.so.1", "or this name") and then, for each function,
// FUNCTION(result, name, (parameters with their types), (parameters without)). ON_DEMAND_DECLARE makes declarations of
// the list, ON_DEMAND_DEFINE makes functions of these names, which the program does not export, and one that opens the
// libraries: it returns NULL, else the name of a library that is not installed or of a function that it lacks. None of
// the functions may be called before it has returned NULL.

#ifndef ON_DEMAND_H
#define ON_DEMAND_H

/// Opens the first library of a list of names that is installed; the list ends with NULL.
void *on_demand_open(const char *const *names);

/// The address of a function of a library; NULL where it has none of this name.
void *on_demand_find(void *library, const char *name);

#define ON_DEMAND_NOTHING(...)
#define ON_DEMAND_DECLARATION(result, name, parameters, arguments) result name parameters;
#define ON_DEMAND_DEFINITION(result, name, parameters, arguments) \
  static result(*address_of_##name) parameters;                   \
  __attribute__((visibility("hidden"))) result name parameters { return address_of_##name arguments; }
#define ON_DEMAND_OPEN(...)                                       \
  {                                                               \
    static const char *const names[] = {__VA_ARGS__, 0};          \
    library = on_demand_open(names);                              \
    if (!library) return names[0];                                \
  }
#define ON_DEMAND_FIND(result, name, parameters, arguments)       \
  address_of_##name = (result(*) parameters)on_demand_find(library, #name); \
  if (!address_of_##name) return #name;

#define ON_DEMAND_DECLARE(list, open)                             \
  list(ON_DEMAND_NOTHING, ON_DEMAND_DECLARATION)                  \
  const char *open(void);
#define ON_DEMAND_DEFINE(list, open)                              \
  list(ON_DEMAND_NOTHING, ON_DEMAND_DEFINITION)                   \
  const char *open(void) {                                        \
    void *library = 0;                                            \
    list(ON_DEMAND_OPEN, ON_DEMAND_FIND)                          \
    return 0;                                                     \
  }

#endif
