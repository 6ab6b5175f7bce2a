/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The smallest of test frameworks: a failed check is printed, and the program's exit status tells.
#ifndef MNIST_HLS_TEST_CHECK_H
#define MNIST_HLS_TEST_CHECK_H

#include <iostream>
#include <type_traits>

namespace check {

inline int& count(bool failed) {
  static int checks = 0;
  static int failures = 0;
  return failed ? failures : checks;
}

inline void that(bool condition, const char* text, const char* file, int line) {
  ++count(false);
  if (!condition) {
    ++count(true);
    std::cout << file << ':' << line << ": failed: " << text << '\n';
  }
}

template <typename A, typename B>
void equal(const A& actual, const B& expected, const char* text, const char* file, int line) {
  const bool same = actual == expected;
  that(same, text, file, line);
  if (!same) {
    std::cout << "  actual " << actual << ", expected " << expected << '\n';
  }
}

/// What main returns: 0 if at least one check was made and none failed.
inline int result() {
  std::cout << count(false) << " checks, " << count(true) << " failed\n";
  return count(false) > 0 && count(true) == 0 ? 0 : 1;
}

}  // namespace check

#define CHECK(...) check::that((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
#define CHECK_EQUAL(actual, ...) check::equal((actual), (__VA_ARGS__), #actual, __FILE__, __LINE__)
#define CHECK_TYPE(expression, ...)                                                   \
  static_assert(std::is_same<std::decay_t<decltype(expression)>, __VA_ARGS__>::value, \
                "type of " #expression " is not " #__VA_ARGS__)

#endif
