/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Random expressions over wide integers as decimal text, a line each, for a reader with another arithmetic:
/// operation, width and signedness of the type that the result is cut to (0 if it is exact), operands, result.
///
/// Arguments: seed, number of expressions for each pair of types.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "ap_int.h"

namespace {

std::uint64_t state = 0;

std::uint32_t draw() {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return static_cast<std::uint32_t>(state >> 33);
}

/// All magnitudes are as likely, and runs of equal bits are frequent, where carries go far.
template <typename T>
T drawNumber() {
  T result = 0;
  for (int i = 0; i < T::width; i += 31) {
    const std::uint32_t word = draw();
    result = (result << 31) | T(word % 4 == 0 ? 0U : word % 4 == 1 ? 0x7FFFFFFFU : draw());
  }
  return result >> static_cast<int>(draw()) % T::width;
}

template <typename A, typename B, typename R>
void print(const char* operation, int width, bool isSigned, const A& a, const B& b, const R& result) {
  std::printf("%s %d %d %s %s %s\n", operation, width, isSigned ? 1 : 0, a.to_string(10).c_str(),
              b.to_string(10).c_str(), result.to_string(10).c_str());
}

template <typename A, typename B>
void expressions(int count) {
  for (int i = 0; i < count; ++i) {
    const A a = drawNumber<A>();
    const B b = drawNumber<B>();
    print("+", 0, true, a, b, a + b);
    print("-", 0, true, a, b, a - b);
    print("*", 0, true, a, b, a * b);
    print("&", 0, true, a, b, a & b);
    print("|", 0, true, a, b, a | b);
    print("^", 0, true, a, b, a ^ b);
    // of different signedness these are those of unsigned numbers where the unsigned one is wide
    if (A::sign_flag == B::sign_flag) {
      print("compare", 0, true, a, b, ap_int<2>(a < b ? -1 : a == b ? 0 : 1));
    }
    if (A::sign_flag == B::sign_flag && b != 0) {
      print("/", 0, true, a, b, a / b);
      print("%", 0, true, a, b, a % b);
    }
    print("cut", A::width, A::sign_flag, b, b, A(b));
    const ap_uint<12> n = draw() % A::width;
    print("<<", A::width, A::sign_flag, a, n, a << n);
    print(">>", 0, true, a, n, a >> n);
    A sum = a;
    sum += b;
    print("+", A::width, A::sign_flag, a, b, sum);
    A read(a.to_string(16).c_str());
    print("cut", 0, true, a, a, read);
  }
}

template <int W1, int W2>
void widths(int count) {
  expressions<ap_int<W1>, ap_int<W2>>(count);
  expressions<ap_uint<W1>, ap_uint<W2>>(count);
  expressions<ap_int<W1>, ap_uint<W2 - 1>>(count);
}

}  // namespace

int main(int argc, char** argv) {
  state = std::strtoull(argc > 1 ? argv[1] : "7", nullptr, 10);
  const int count = argc > 2 ? std::atoi(argv[2]) : 10;
  widths<1024, 1024>(count);
  widths<777, 300>(count);
  widths<129, 1000>(count);
  widths<65, 128>(count);
  widths<512, 31>(count);
  return 0;
}
