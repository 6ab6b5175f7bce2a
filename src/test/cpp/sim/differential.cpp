/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Draws cases for the formats of formats.inc and writes what the headers compute, for others to compare.
///
/// Arguments: seed, number of cases, file to write.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "ap_fixed.h"
#include "cases.h"

namespace {

/// SplitMix64: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// At least 0, less than n.
  int below(int n) { return static_cast<int>(bits() % static_cast<std::uint64_t>(n)); }
  int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }

 private:
  std::uint64_t state_;
};

/// Past range(), which has its own tests: every use of it would be compiled for every type.
template <typename T>
T fromRaw(std::uint64_t raw) {
  return ap_detail::Raw::make<T>(ap_detail::wrap<T::width, T::sign_flag>(raw));
}

template <typename T>
std::uint64_t rawOf(const T& v) {
  constexpr int kUnused = 64 - T::width;
  return static_cast<std::uint64_t>(ap_detail::Raw::of(v)) << kUnused >> kUnused;
}

template <typename T>
void put(const T& v, Record& record) {
  const auto raw = static_cast<ap_detail::Storage<128, T::sign_flag>>(ap_detail::Raw::of(v));
  record.low = static_cast<std::uint64_t>(raw);
  record.high = static_cast<std::uint64_t>(raw >> 64);
}

std::uint64_t bitsOf(double v) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

/// Raw bits for width W: edges, their neighbors, small numbers, any number of few or many bits.
std::uint64_t rawValue(Random& random, int width) {
  const std::uint64_t top = std::uint64_t(1) << (width - 1);
  const std::uint64_t edges[] = {0, top, top - 1, 2 * top - 1, top / 2};
  const std::uint64_t near = static_cast<std::uint64_t>(random.between(-3, 3));
  const std::uint64_t any = random.bits();
  const std::uint64_t mask = top - 1 + top;
  switch (random.below(4)) {
    case 0:
      return (edges[any % 5] + near) & mask;
    case 1:
      return any & mask;
    case 2:  // a few bits at any place: ties of every other format
      return ((any & 0xF) << random.below(width)) & mask;
    default:
      return static_cast<std::uint64_t>(static_cast<std::int64_t>(any) >> random.below(64)) & mask;
  }
}

/// Raw bits in From at or beside an edge of To, so that both sides of each boundary are met.
template <typename To, typename From>
std::uint64_t rawAtEdge(Random& random) {
  const int shift = (From::width - From::iwidth) - (To::width - To::iwidth);
  const std::uint64_t edge = rawValue(random, To::width);
  const bool negative = To::sign_flag && (edge >> (To::width - 1)) != 0;
  const std::uint64_t extended = negative ? edge | ~((std::uint64_t(2) << (To::width - 1)) - 1) : edge;
  const std::uint64_t moved = shift >= 64 ? 0 : shift >= 0 ? extended << shift : shift > -64 ? extended >> -shift : 0;
  const std::uint64_t half = shift > 0 && shift < 64 ? std::uint64_t(1) << (shift - 1) : 0;
  const std::uint64_t base = moved + (random.below(2) != 0 ? half : 0);
  return base + static_cast<std::uint64_t>(random.between(-2, 2));
}

/// A double at the scale of format T: near an edge, a tie or its neighbor, or anything.
template <typename T>
double doubleValue(Random& random) {
  const int fraction = T::width - T::iwidth;
  // one draw a statement: the order of evaluation inside an expression is the compiler's choice
  const int choice = random.below(4);
  const std::uint64_t bits = random.bits();
  const int few = random.below(64);
  const int small = random.between(-9, 9);
  switch (choice) {
    case 0:  // eighths of the lowest bit around the range
      return std::ldexp(static_cast<double>(static_cast<std::int64_t>(bits) >> few), -fraction - 3);
    case 1: {  // beside an edge
      const double edges[] = {0, 0.5, 1, -0.5, -1};
      return std::ldexp(edges[bits % 5], T::iwidth) + std::ldexp(small, -fraction - few % 4);
    }
    case 2:  // 53 bits at a scale that matters
      return std::ldexp(static_cast<double>(static_cast<std::int64_t>(bits) >> 11),
                        random.between(-fraction - 70, T::iwidth + 20) - 26);
    default: {  // any finite number
      double any = 0;
      const std::uint64_t finite = bits & ~(std::uint64_t(1) << (52 + few % 11));
      std::memcpy(&any, &finite, sizeof any);
      return any;
    }
  }
}

template <typename T>
bool fromDouble(Random& random, Record& record) {
  const double v = doubleValue<T>(random);
  record.a = bitsOf(v);
  put(T(v), record);
  return true;
}

template <typename T, typename Next>
bool fromNext(Random& random, Record& record) {
  const std::uint64_t bits = random.below(2) != 0 ? rawAtEdge<T, Next>(random) : rawValue(random, Next::width);
  const Next v = fromRaw<Next>(bits);
  record.a = rawOf(v);
  put(T(v), record);
  return true;
}

template <typename T>
bool toDouble(Random& random, Record& record) {
  record.a = rawValue(random, T::width);
  record.low = bitsOf(fromRaw<T>(record.a).to_double());
  return true;
}

/// Whether the results of T and Next fit into 128 bits; others are refused at compile time.
template <typename T, typename Next>
using Combines =
    std::integral_constant<bool, (ap_detail::max(T::iwidth, Next::iwidth) + 2 +
                                  ap_detail::max(T::width - T::iwidth, Next::width - Next::iwidth)) <= 128>;

template <typename T, typename Next>
bool combine(Random&, Record&, std::false_type) {
  return false;
}

template <typename T, typename Next>
bool combine(Random& random, Record& record, std::true_type) {
  record.a = rawValue(random, T::width);
  record.b = rawValue(random, Next::width);
  const T a = fromRaw<T>(record.a);
  const Next b = fromRaw<Next>(record.b);
  switch (record.kind) {
    case kSum:
      put(a + b, record);
      break;
    case kDifference:
      put(a - b, record);
      break;
    case kProduct:
      put(a * b, record);
      break;
    case kAddTo:
      put(T(a) += b, record);
      break;
    case kSubtractFrom:
      put(T(a) -= b, record);
      break;
    case kMultiplyBy:
      put(T(a) *= b, record);
      break;
    default:
      record.low = (a < b ? 1U : 0U) + (a == b ? 2U : 0U) + (a > b ? 4U : 0U);
      break;
  }
  return true;
}

template <typename T, typename Next>
bool compute(Random& random, Record& record) {
  switch (record.kind) {
    case kFromDouble:
      return fromDouble<T>(random, record);
    case kFromNext:
      return fromNext<T, Next>(random, record);
    case kToDouble:
      return toDouble<T>(random, record);
    default:
      return combine<T, Next>(random, record, Combines<T, Next>());
  }
}

/// Formats, and the functions that try one together with the next.
template <typename... Formats>
struct List {};

using Compute = bool (*)(Random&, Record&);

template <typename First, typename... Others>
struct Table {
  template <typename T, typename Next, typename... Rest>
  static void fill(Compute* table, List<T, Next, Rest...>) {
    *table = compute<T, Next>;
    fill(table + 1, List<Next, Rest...>());
  }
  template <typename Last>
  static void fill(Compute* table, List<Last>) {
    *table = compute<Last, First>;
  }
};

template <typename... Formats>
void run(List<Formats...> list, std::uint64_t seed, long cases, std::FILE* out) {
  constexpr std::size_t kFormats = sizeof...(Formats);
  Compute table[kFormats];
  Table<Formats...>::fill(table, list);
  Random random(seed);
  for (long i = 0; i < cases;) {
    Record record = {random.below(kKinds), 0, 0, 0, 0, 0};
    record.format = random.below(static_cast<int>(kFormats));
    // most cases are conversions: they have the most branches
    if (random.below(2) != 0) {
      record.kind = random.below(2) != 0 ? kFromDouble : kFromNext;
    }
    if (table[record.format](random, record)) {
      std::fwrite(&record, sizeof record, 1, out);
      ++i;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::FILE* const out = argc == 4 ? std::fopen(argv[3], "wb") : nullptr;
  if (out == nullptr) {
    std::fprintf(stderr, "usage: %s seed cases file\n", argv[0]);
    return 2;
  }
  run(List<
#include "formats.inc"
          >(),
      std::strtoull(argv[1], nullptr, 10), std::strtol(argv[2], nullptr, 10), out);
  const bool failed = std::ferror(out) != 0;
  return std::fclose(out) == 0 && !failed ? 0 : 1;
}
