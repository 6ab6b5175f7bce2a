/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Where the vendor's arithmetic is surprising: every line of the table in simulation-headers.md, with its neighbors.
#include "ap_fixed.h"
#include "ap_int.h"
#include "check.h"

namespace {

void comparisons() {
  CHECK(ap_int<8>(-1) > 0U);
  CHECK(0U < ap_int<8>(-1) && !(ap_int<8>(-1) < 0U) && ap_int<8>(-1) >= 7U);
  CHECK(ap_int<8>(5) < 6U);
  // narrower than 32 bits, or wider than the unsigned number: as numbers
  CHECK(ap_int<8>(-1) < ap_uint<31>(0));
  CHECK(ap_int<33>(-1) < 0U);
  CHECK(ap_int<32>(-1) > 0U);
  CHECK(ap_fixed<32, 16>(-1) > ap_ufixed<32, 16>(1));
  CHECK(ap_fixed<16, 8>(-1) < ap_ufixed<16, 8>(1));
  CHECK(ap_fixed<16, 8>(-1) < ap_ufixed<31, 23>(1));
  CHECK(ap_fixed<16, 8>(-1) > ap_ufixed<32, 24>(1));
  // 16 bits become 33 with the fraction of the other one
  CHECK(ap_fixed<34, 10>(-1) > ap_ufixed<16, 16>(1));
  CHECK(ap_fixed<48, 10>(-1) < ap_ufixed<16, 4>(1));
}

void division() {
  CHECK_EQUAL((ap_int<8>(-100) / 3U).to_int(), -119);
  CHECK_EQUAL((ap_uint<31>(200) / ap_int<27>(-3)).to_int(), 0);
  CHECK_EQUAL((ap_int<8>(-100) / ap_uint<8>(3)).to_int(), -33);
  CHECK_EQUAL((ap_int<8>(-100) / 3).to_int(), -33);
  CHECK_EQUAL((ap_int<8>(-100) % 3U).to_int(), 1);
  // the vendor's headers of 2019 give 200, which is wrong
  CHECK_EQUAL((ap_uint<8>(200) % ap_int<8>(-30)).to_int(), 20);
}

void compoundAssignment() {
  ap_int<8> k = 3;
  k -= ap_fixed<8, 4>(0.5);
  CHECK_EQUAL(k.to_int(), 3);
  k = 10;
  k *= ap_fixed<8, 4>(1.5);
  CHECK_EQUAL(k.to_int(), 10);
  k /= ap_ufixed<8, 4>(2.75);
  CHECK_EQUAL(k.to_int(), 5);
  k += ap_fixed<8, 4>(-2.75);
  CHECK_EQUAL(k.to_int(), 3);
  k |= ap_ufixed<8, 4>(4.75);
  CHECK_EQUAL(k.to_int(), 7);
}

void withoutIntegerBits() {
  CHECK_EQUAL(ap_int<8>(ap_fixed<8, 0>(-0.5)).to_int(), -1);
  CHECK_EQUAL((ap_fixed<8, 0>(-0.5).to_int()), -1);
  CHECK_EQUAL((ap_fixed<8, -3>(-0.015625).to_int64()), -1);
  CHECK_EQUAL((ap_fixed<8, 0>(0.25).to_int()), 0);
  CHECK_EQUAL((ap_fixed<8, 1>(-0.5).to_int()), 0);
  CHECK_EQUAL((ap_ufixed<8, 0>(0.75).to_int()), 0);
  CHECK_EQUAL(ap_uint<8>(ap_fixed<8, 0>(-0.5)).to_int(), 255);
}

void bitsOfSignedNumbers() {
  ap_int<8> q = -1;
  const ap_int<8> m = 100;
  CHECK_EQUAL((q.range(7, 0) + m).to_int(), -157);
  CHECK_EQUAL((m + q.range(7, 0)).to_int(), -157);
  CHECK_EQUAL((q.range(7, 0) + 100).to_int64(), 355);
  CHECK_EQUAL((q.range(3, 0) * m).to_int(), 1500);
  CHECK_TYPE((q.range(7, 0) & m), ap_int<8>);
  CHECK_EQUAL((q.range(7, 0) & ap_int<8>(-1)).to_int(), -1);
  CHECK_EQUAL((q.range(7, 0) % ap_uint<8>(200)).to_int(), 55);
  CHECK_EQUAL((q.range(7, 0) / ap_int<8>(2)).to_int(), 127);
}

void shiftedBits() {
  ap_int<8> q = -1;
  const ap_int<8> none = 0;
  CHECK_TYPE((q.range(7, 0) << none), ap_int<8>);
  CHECK_EQUAL((q.range(7, 0) << none).to_int(), -1);
  CHECK_EQUAL((q.range(7, 0) >> ap_uint<3>(1)).to_int(), 127);
  CHECK_EQUAL((q.range(7, 0) << 0).to_int(), 255);
  ap_uint<8> u = 255;
  CHECK_EQUAL((u.range(7, 0) << none).to_int(), 255);
}

void compoundAssignmentOfBits() {
  ap_uint<8> x = 0x50;
  x.range(7, 4) |= ap_uint<4>(3);
  CHECK_EQUAL(x.to_int(), 0x53);
  x.range(3, 0) &= ap_uint<8>(0xF1);
  CHECK_EQUAL(x.to_int(), 0x51);
  ap_uint<8> y = 0xF0;
  x.range(1, 0) ^= y.range(1, 0);
  CHECK_EQUAL(x.to_int(), 0xA1);
  // a name on the left and a variable on the right: the bits of the range, and any operator
  auto high = x.range(7, 4);
  ap_uint<4> three = 3;
  high |= three;
  CHECK_EQUAL(x.to_int(), 0xB1);
  high += three;
  high <<= three;
  CHECK_EQUAL(x.to_int(), 0x01);
  auto lowest = x[0];
  lowest += three;
  CHECK_EQUAL(x.to_int(), 0);
  lowest |= three;
  x[7] ^= 1;
  CHECK_EQUAL(x.to_int(), 0x81);
}

void bitsOfFractions() {
  const ap_fixed<8, 4> x = 2.5;
  CHECK(x.get_bit(1) && !x.get_bit(0) && x.get_bit(-1) && x[5] && x[3] && ap_int<8>(4).get_bit(2));
  CHECK_EQUAL(x.V, 40);
  ap_fixed<8, 4> y = 0;
  y.V = -24;
  CHECK_EQUAL(y.to_double(), -1.5);
  ap_ufixed<33, 2> wide = 0;
  wide.V = y.V;
  CHECK_EQUAL(static_cast<unsigned long long>(wide.V), 0x1FFFFFFE8ULL);
  const ap_int<12> raw = y.V;
  CHECK_EQUAL(raw.to_int(), -24);
  ap_int<24> sum = 0x7FFFFF;
  sum += 1;
  CHECK_EQUAL(sum.V, -0x800000);
  ap_uint<300> large = 5;
  large.V = ap_uint<300>(7) << 200;
  CHECK_EQUAL((large >> 200).to_int(), 7);
}

/// The vendor's headers of 2019 and 2023 are wrong, each in its own way; these are right.
void conversions() {
  CHECK_EQUAL(ap_int<13>(-0.1).to_int(), 0);
  CHECK_EQUAL(ap_uint<8>(1e30).to_int(), 0);
}

}  // namespace

int main() {
  comparisons();
  division();
  compoundAssignment();
  withoutIntegerBits();
  bitsOfSignedNumbers();
  shiftedBits();
  compoundAssignmentOfBits();
  bitsOfFractions();
  conversions();
  return check::result();
}
