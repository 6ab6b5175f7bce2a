/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Division, bit operations, shifts and conversions of random numbers, against 64-bit integers and the published rules.
#include <cstdint>

#include "ap_fixed.h"
#include "ap_int.h"
#include "check.h"

namespace {

using Integer = std::int64_t;

std::uint64_t state = 1;

std::uint64_t random() {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 20;
}

template <typename T>
T draw() {
  T value;
  value.range() = ap_uint<T::width>(random() % 3 == 0 ? random() : random() % 8 - 4);
  return value;
}

/// The stored integer.
template <typename T>
Integer raw(const T& v) {
  const ap_int<T::width> bits = v.range();
  return T::sign_flag ? bits.to_int64() : static_cast<Integer>(bits.range().to_uint64());
}

/// v * 2^n rounded down, as multiplication and division, n from -40 to 40.
Integer scaled(Integer v, int n) {
  const Integer power = Integer(1) << (n < 0 ? -n : n);
  return n >= 0 ? v * power : v / power - (v % power < 0 ? 1 : 0);
}

/// The value in format T of the lowest bits of v.
template <typename T>
Integer wrapped(Integer v) {
  const Integer count = Integer(1) << T::width;
  const Integer low = ((v % count) + count) % count;
  return T::sign_flag && low >= count / 2 ? low - count : low;
}

template <typename A, typename B>
void checkPair() {
  constexpr int kFractionA = A::width - A::iwidth;
  constexpr int kFractionB = B::width - B::iwidth;
  constexpr int kFraction = kFractionA > kFractionB ? kFractionA : kFractionB;
  // of the pairs below, only one has an unsigned dividend that is wider than a signed divisor
  constexpr bool kUnsignedDivision =
      kFraction == 0 && A::iwidth == A::width && !A::sign_flag && B::sign_flag && A::width > B::width;
  for (int i = 0; i < 2000; ++i) {
    const A a = draw<A>();
    const B b = draw<B>();
    const Integer x = raw(a);
    const Integer y = raw(b);
    if (y != 0) {
      const Integer divisor = kUnsignedDivision && y < 0 ? y + (Integer(2) << A::width) : y;
      CHECK_EQUAL(raw(a / b), scaled(x, kFractionB > 0 ? kFractionB : 0) / divisor);
    }
    const Integer alignedX = scaled(x, kFraction - kFractionA);
    const Integer alignedY = scaled(y, kFraction - kFractionB);
    CHECK_EQUAL(raw(a & b), alignedX & alignedY);
    CHECK_EQUAL(raw(a | b), alignedX | alignedY);
    CHECK_EQUAL(raw(a ^ b), alignedX ^ alignedY);
    CHECK_EQUAL(raw(~a), wrapped<A>(~x));
    CHECK_EQUAL(raw(-a), -x);
    const int n = static_cast<int>(random() % 40) - 20;
    CHECK_EQUAL(raw(a << n), wrapped<A>(scaled(x, n)));
    CHECK_EQUAL(raw(a >> n), wrapped<A>(scaled(x, -n)));
    CHECK_EQUAL(raw(a >> ap_int<7>(n)), raw(a << -n));
    for (const int far : {1 << 17, (1 << 17) - 1, -(1 << 17) - 1, 2147483647, -2147483647 - 1}) {
      CHECK_EQUAL(raw(a << far), far < 0 && x < 0 ? -1 : 0);
      CHECK_EQUAL(raw(a << far), raw(a << ap_int<33>(far)));
    }
    const Integer towardsZero = x < 0 ? -scaled(-x, -kFractionA) : scaled(x, -kFractionA);
    CHECK_EQUAL(a.to_int64(), towardsZero);
    CHECK_EQUAL(a.to_int(), static_cast<int>(towardsZero));
    const int low = static_cast<int>(random() % A::width);
    const int high = low + static_cast<int>(random() % static_cast<unsigned>(A::width - low));
    const std::uint64_t mask = (std::uint64_t(1) << (high - low + 1)) - 1;
    CHECK_EQUAL(a.range(high, low).to_uint64(), (static_cast<std::uint64_t>(x) >> low) & mask);
    A changed = a;
    changed.range(high, low) = b.range();
    const std::uint64_t kept = static_cast<std::uint64_t>(x) & ~(mask << low);
    const std::uint64_t set = (static_cast<std::uint64_t>(y) & ((std::uint64_t(1) << B::width) - 1) & mask) << low;
    CHECK_EQUAL(raw(changed), wrapped<A>(static_cast<Integer>(kept | set)));
    CHECK_EQUAL(a[low], (x >> low & 1) != 0);
  }
}

}  // namespace

int main() {
  checkPair<ap_fixed<16, 6>, ap_fixed<16, 8>>();
  checkPair<ap_fixed<16, 6>, ap_ufixed<9, 2>>();
  checkPair<ap_ufixed<13, 13>, ap_fixed<7, -3>>();
  checkPair<ap_ufixed<8, 0>, ap_ufixed<20, 4>>();
  checkPair<ap_fixed<18, 20>, ap_fixed<6, 9>>();
  checkPair<ap_fixed<1, 1>, ap_ufixed<1, 0>>();
  checkPair<ap_int<17>, ap_uint<12>>();
  checkPair<ap_uint<8>, ap_int<5>>();
  checkPair<ap_int<20>, ap_fixed<12, 4>>();
  checkPair<ap_fixed<19, 7, AP_RND_CONV, AP_SAT>, ap_uint<3>>();
  return check::result();
}
