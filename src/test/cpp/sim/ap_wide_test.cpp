/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Numbers of more than 128 bits, and what is asked of single bits.
#include "ap_fixed.h"
#include "ap_int.h"
#include "check.h"

namespace {

template <int W>
ap_uint<W> draw() {
  static std::uint64_t state = 7;
  ap_uint<W> result = 0;
  for (int i = 0; i < W; i += 32) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    result = (result << 32) | ap_uint<32>(state >> 32);
  }
  return result >> static_cast<int>(state >> 40) % W;
}

/// Laws of arithmetic that tie every operator to another one.
template <int W>
void laws() {
  for (int i = 0; i < 20; ++i) {
    const ap_uint<W> a = draw<W>();
    const ap_uint<W> b = draw<W>() | 1;
    CHECK((a + b) - b == a && a + b == b + a && (a + b) * (a + b) == a * a + 2 * (a * b) + b * b);
    CHECK((a * b) / b == a && (a / b) * b + a % b == a && a % b < b);
    CHECK((a ^ b) == ((a | b) & ~(a & b)) && ap_uint<W>(~ap_uint<W>(~a)) == a && -(-a) == a);
    const int n = i * W / 20;
    CHECK(((a >> n) << n) == (a - a % (ap_uint<W + 1>(1) << n)));
    CHECK(ap_int<W>(a) == ap_int<W>(-ap_int<W + 2>(-ap_int<W + 1>(a))));
    const ap_int<W + 1> negative = -ap_int<W + 1>(a);
    CHECK(negative / ap_int<W + 1>(b) == -ap_int<W + 1>(a / b) && (negative <= 0) && negative.is_neg() == (a != 0));
    CHECK((negative >> n) == -ap_int<W + 2>((a + ((ap_uint<W + 1>(1) << n) - 1)) >> n));
    ap_uint<W> c = a;
    c.range(W - 1, W / 2) = b.range(W - 1, W / 2);
    CHECK((c >> (W / 2)) == (b >> (W / 2)) && c.range(W / 2 - 1, 0) == a.range(W / 2 - 1, 0));
    c.reverse();
    CHECK(c[0] == b[W - 1] && c.reverse().lrotate(W / 3).rrotate(W / 3).range(W / 2 - 1, 0) == a.range(W / 2 - 1, 0));
    CHECK((c ^= c) == 0 && c.iszero());
  }
}

void conversions() {
  ap_uint<512> word = 1;
  word = (word << 300) + 1;
  CHECK_EQUAL(word.to_double(),
              2037035976334486086268445688409378161051468393665936250636140449354381299763336706183397376.0);
  CHECK_EQUAL((ap_fixed<300, 10>(-1.75).to_double()), -1.75);
  CHECK_EQUAL((ap_fixed<4096, 20>(-1.75).to_float()), -1.75F);
  CHECK_EQUAL((ap_int<8>(ap_fixed<300, 10, AP_RND>(2.5))).to_int(), 2);
  CHECK_EQUAL((ap_ufixed<200, 200, AP_TRN, AP_SAT>(1e300) >> 199).to_int(), 1);
  CHECK_EQUAL((ap_fixed<8, 8, AP_RND, AP_SAT>(ap_fixed<200, 150>(-1e40))).to_int(), -128);
  const std::uint64_t low = word;
  CHECK_EQUAL(low, 1U);
  CHECK(static_cast<bool>(ap_uint<200>(ap_uint<200>(1) << 150)));
  CHECK_EQUAL((-ap_int<4096>(1)).to_int(), -1);
}

void bits() {
  ap_uint<8> a = 0x16;
  CHECK(a.or_reduce() && !a.nor_reduce() && !a.and_reduce() && a.nand_reduce() && a.xor_reduce() && !a.xnor_reduce());
  CHECK(ap_int<17>(-1).and_reduce() && ap_uint<17>(0).nor_reduce());
  CHECK_EQUAL(a.countLeadingZeros(), 3);
  CHECK_EQUAL(ap_uint<40>(0).countLeadingZeros(), 40);
  CHECK(a.test(1) && !a.test(0) && !a.sign() && ap_int<4>(-1).sign());
  a[0] ^= 1;
  a[1] &= 0;
  a[7] |= 1;
  CHECK_EQUAL(a.to_int(), 0x95);
  a[0] ^= 2;  // only the lowest bit counts
  CHECK_EQUAL(a.to_int(), 0x95);
  a.set(1);
  a.clear(0);
  a.invert(7);
  a.set(6, true);
  CHECK_EQUAL(a.to_int(), 0x56);
  CHECK_EQUAL(a.lrotate(4).to_int(), 0x65);
  CHECK_EQUAL(a.rrotate(1).to_int(), 0xB2);
  CHECK_EQUAL(a.reverse().to_int(), 0x4D);
  a.b_not();
  CHECK_EQUAL(a.to_int(), 0xB2);
}

}  // namespace

static_assert((ap_uint<200>(3) * ap_uint<200>(5)).to_int() == 15, "wide arithmetic is possible at compile time");
static_assert(std::is_trivially_copyable<ap_uint<512>>::value && sizeof(ap_uint<512>) == 64,
              "a wide number is copied like memory");

int main() {
  laws<130>();
  laws<192>();
  laws<512>();
  laws<1000>();
  laws<4096>();
  conversions();
  bits();
  return check::result();
}
