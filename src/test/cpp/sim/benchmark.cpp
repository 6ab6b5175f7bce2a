/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// How fast the headers are on this machine, in operations per second on one core.
///
///   g++ -std=c++14 -O3 -Isrc/main/sim src/test/cpp/sim/benchmark.cpp -o /tmp/benchmark && /tmp/benchmark
#include <chrono>
#include <cstdio>
#include <vector>

#include "ap_fixed.h"
#include "ap_int.h"
#include "hls_stream.h"

namespace {

constexpr int kLength = 400;
constexpr int kRepetitions = 200000;

template <typename T>
std::vector<T> values() {
  std::vector<T> result(kLength);
  unsigned state = 1;
  for (T& value : result) {
    state = state * 1664525U + 1013904223U;
    value.range() = ap_uint<T::width>(state >> 8);
  }
  return result;
}

/// Times `kRepetitions` calls of body, each of `kLength` operations, and prints a checksum so that none is left out.
template <typename Body>
void measure(const char* name, Body body) {
  double best = 0;
  double checksum = 0;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRepetitions; ++i) {
      checksum += body(i % kLength);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const double rate = kLength * (kRepetitions / seconds.count());
    best = rate > best ? rate : best;
  }
  std::printf("%-60s %8.0f million/s  (checksum %g)\n", name, best / 1e6, checksum);
}

template <typename Accumulator, typename Value, typename Weight>
void multiplyAccumulate(const char* name) {
  std::vector<Value> a = values<Value>();
  const std::vector<Weight> b = values<Weight>();
  measure(name, [&](int changed) {
    a[static_cast<std::size_t>(changed)] += 1;
    Accumulator sum = 0;
    for (std::size_t i = 0; i < kLength; ++i) {
      sum += a[i] * b[i];
    }
    return sum.to_double();
  });
}

template <typename To, typename From>
void convert(const char* name) {
  std::vector<From> a = values<From>();
  std::vector<To> b(kLength);
  measure(name, [&](int changed) {
    a[static_cast<std::size_t>(changed)] += 1;
    for (std::size_t i = 0; i < kLength; ++i) {
      b[i] = a[i];
    }
    return b[static_cast<std::size_t>(changed)].to_double();
  });
}

void throughStream() {
  using T = ap_fixed<16, 8>;
  const std::vector<T> a = values<T>();
  hls::stream<T> stream("benchmark");
  measure("hls::stream write and read", [&](int) {
    for (const T& value : a) {
      stream.write(value);
    }
    T last = 0;
    for (std::size_t i = 0; i < kLength; ++i) {
      last = stream.read();
    }
    return last.to_double();
  });
}

}  // namespace

int main() {
  multiplyAccumulate<ap_fixed<40, 24>, ap_fixed<16, 8>, ap_fixed<16, 8>>("40-bit accumulator, 16 x 16 bits");
  multiplyAccumulate<ap_fixed<32, 16>, ap_fixed<16, 8>, ap_fixed<16, 8>>("32-bit accumulator, 16 x 16 bits");
  multiplyAccumulate<ap_fixed<24, 8>, ap_ufixed<8, 4>, ap_fixed<8, 0>>("24-bit accumulator, 8 unsigned x 8 bits");
  multiplyAccumulate<ap_fixed<40, 24, AP_RND, AP_SAT>, ap_fixed<16, 8>, ap_fixed<16, 8>>(
      "40-bit saturating accumulator");
  convert<ap_fixed<16, 8, AP_RND, AP_SAT>, ap_fixed<40, 24>>("40 bits to 16, rounded and saturated");
  convert<ap_ufixed<8, 4, AP_RND_CONV, AP_SAT>, ap_fixed<24, 8>>("24 bits to 8 unsigned, to even, saturated");
  throughStream();
  return 0;
}
