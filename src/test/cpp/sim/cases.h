/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// What the programs of the differential test tell each other.
#ifndef MNIST_HLS_TEST_CASES_H
#define MNIST_HLS_TEST_CASES_H

#include <cstdint>

/// What is computed.
enum Kind {
  kFromDouble,    ///< a: bits of a double; result in "format"
  kFromNext,      ///< a: raw value in "next"; result in "format"
  kSum,           ///< a: raw value in "format", b: raw value in "next"; result in the type of the sum
  kDifference,    ///< likewise
  kProduct,       ///< likewise
  kAddTo,         ///< likewise, but the result is assigned to "format"
  kSubtractFrom,  ///< likewise
  kMultiplyBy,    ///< likewise
  kComparison,    ///< likewise; the result is 1 if less, 2 if equal, 4 if greater
  kToDouble,      ///< a: raw value in "format"; result: bits of a double
  kKinds          ///< their number
};

/// One case. "format" counts the lines of formats.inc, "next" is the format of the line after it (the first after the
/// last), and high:low is the result's raw value, sign-extended if it is signed. Files hold records as they lie in
/// memory.
struct Record {
  std::int32_t kind;
  std::int32_t format;
  std::uint64_t a;
  std::uint64_t b;
  std::uint64_t low;
  std::uint64_t high;
};
static_assert(sizeof(Record) == 40, "readers count on the record's layout");

#endif
