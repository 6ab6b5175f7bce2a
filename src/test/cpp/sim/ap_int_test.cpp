/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
#include "ap_int.h"

#include <cstdint>
#include <limits>
#include <sstream>

#include "ap_fixed.h"
#include "check.h"

namespace {

/// Every pair of values of a 5-bit and a 4-bit type, against native arithmetic.
template <typename A, typename B>
void checkAllPairs(int lowestA, int lowestB) {
  for (int i = lowestA; i < lowestA + 32; ++i) {
    for (int j = lowestB; j < lowestB + 16; ++j) {
      const A a = i;
      const B b = j;
      CHECK(a + b == i + j && a - b == i - j && a * b == i * j);
      CHECK((a & b) == (i & j) && (a | b) == (i | j) && (a ^ b) == (i ^ j));
      CHECK(-a == -i && +b == j && A(~a) == A(~i) && !a == !i);
      CHECK((a < b) == (i < j) && (a <= b) == (i <= j) && (a == b) == (i == j));
      CHECK((a > j) == (i > j) && (i >= b) == (i >= j) && (a != j) == (i != j));
      // an unsigned dividend that is wider makes a signed divisor unsigned: amd_arithmetic_test.cpp
      if (j > 0 || (j < 0 && A::sign_flag)) {
        CHECK(a / b == i / j && a % b == i % j);
      }
    }
  }
}

void arithmetic() {
  checkAllPairs<ap_int<5>, ap_int<4>>(-16, -8);
  checkAllPairs<ap_int<5>, ap_uint<4>>(-16, 0);
  checkAllPairs<ap_uint<5>, ap_int<4>>(0, -8);
  checkAllPairs<ap_uint<5>, ap_uint<4>>(0, 0);
}

void resultTypes() {
  const ap_int<8> i = -100;
  const ap_uint<12> u = 4000;
  CHECK_TYPE(i * u, ap_int<20>);
  CHECK_TYPE(i + u, ap_int<14>);
  CHECK_TYPE(u - u, ap_int<13>);
  CHECK_TYPE(u + u, ap_uint<13>);
  CHECK_TYPE(u / i, ap_int<13>);
  CHECK_TYPE(i % u, ap_int<8>);
  CHECK_TYPE(u % i, ap_uint<8>);
  CHECK_TYPE(i & u, ap_int<13>);
  CHECK_TYPE(-i, ap_int<9>);
  CHECK_TYPE(i + 1, ap_int<33>);
  CHECK_TYPE(1LL * u, ap_int<76>);
  CHECK_TYPE(i << 2, ap_int<8>);
  CHECK_EQUAL((i * u).to_int(), -400000);
}

void assignment() {
  ap_int<7> i = 64;
  CHECK_EQUAL(i.to_int(), -64);
  i = ap_uint<12>(130);
  CHECK_EQUAL(i.to_int(), 2);
  i = -2.75;
  CHECK_EQUAL(i.to_int(), -2);
  i = ap_fixed<12, 6>(-2.75);
  CHECK_EQUAL(i.to_int(), -2);
  i += 100;
  CHECK_EQUAL(i.to_int(), -30);
  i *= i;
  CHECK_EQUAL(i.to_int(), 4);
  i -= ap_uint<3>(7);
  CHECK_EQUAL(i.to_int(), -3);
  i /= 2;
  CHECK_EQUAL(i.to_int(), -1);
  i %= 3;
  i |= 6;
  i ^= 9;
  i &= 31;
  CHECK_EQUAL(i.to_int(), 22);
  ap_uint<3> counter = 6;
  CHECK_EQUAL((counter++).to_int(), 6);
  CHECK_EQUAL((++counter).to_int(), 0);
  CHECK_EQUAL((--counter).to_int(), 7);
  ap_uint<20> loops = 0;
  for (ap_uint<20> n = 0; n < 1000; ++n) {
    loops += n;
  }
  CHECK_EQUAL(loops.to_int(), 499500);
}

void asNativeInteger() {
  const int table[4] = {10, 20, 30, 40};
  const ap_uint<2> index = 2;
  CHECK_EQUAL(table[index], 30);
  switch (index) {
    case 2:
      break;
    default:
      CHECK(false);
  }
  const std::int64_t wide = ap_int<40>(-5);
  CHECK_EQUAL(wide, -5);
  CHECK_EQUAL(0.5 * index, 1.0);
  CHECK_EQUAL((ap_uint<64>(std::numeric_limits<std::uint64_t>::max()).to_uint64()),
              std::numeric_limits<std::uint64_t>::max());
  CHECK_EQUAL(ap_int<64>(std::numeric_limits<std::int64_t>::min()).to_double(), -9223372036854775808.0);
}

void shifts() {
  const ap_int<8> i = -100;
  CHECK_EQUAL((i >> 2).to_int(), -25);
  CHECK_EQUAL((i << 1).to_int(), 56);
  CHECK_EQUAL((i << -2).to_int(), -25);
  CHECK_EQUAL((i >> -1).to_int(), 56);
  CHECK_EQUAL((i >> 200).to_int(), -1);
  CHECK_EQUAL((i >> ap_uint<64>(std::numeric_limits<std::uint64_t>::max())).to_int(), -1);
  CHECK_EQUAL((i << 8).to_int(), 0);
  ap_uint<6> u = 45;
  u >>= 3;
  CHECK_EQUAL(u.to_int(), 5);
  u <<= 4;
  CHECK_EQUAL(u.to_int(), 16);
}

void bits() {
  ap_uint<16> word = 0xABCD;
  CHECK_EQUAL(word.range(7, 0).to_int(), 0xCD);
  CHECK_EQUAL(word(15, 12).to_int(), 0xA);
  CHECK_EQUAL(word(11, 4) + 1, 0xBD);
  word(15, 8) = word(7, 0);
  CHECK_EQUAL(word.to_int(), 0xCDCD);
  word[0] = false;
  word[15] = word[1];
  CHECK_EQUAL(word.to_int(), 0x4DCC);
  CHECK(word.bit(14) && !word.bit(15));
  const ap_int<4> low = -3;
  const ap_uint<4> high = 0xA;
  CHECK_TYPE((high, low), ap_uint<8>);
  CHECK_EQUAL((high, low).to_int(), 0xAD);
  // a range contributes the bits that it has, not those of its type
  CHECK_EQUAL((low, word(3, 0), ap_uint<1>(1)).to_int(), (0xD << 5) + (0xC << 1) + 1);
}

void text() {
  std::ostringstream out;
  out << ap_int<8>(-100) << ' ' << ap_uint<7>(100) << ' ' << ap_uint<64>(-1) << ' ' << ap_fixed<8, 4>(-1.25) << ' '
      << ap_uint<9>(511).range(3, 0) << ' ' << std::hex << ap_uint<8>(255);
  CHECK_EQUAL(out.str(), "-100 100 18446744073709551615 -1.25 15 ff");
}

}  // namespace

int main() {
  arithmetic();
  resultTypes();
  assignment();
  asNativeInteger();
  shifts();
  bits();
  text();
  return check::result();
}
