/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
#include "ap_fixed.h"

#include <cmath>
#include <cstdint>
#include <limits>

#include "check.h"

namespace {

/// The value of v in type T.
template <typename T, typename V>
double in(V v) {
  return T(v).to_double();
}

/// Halves and quarters around zero, rounded to halves.
template <ap_q_mode Q>
void checkRounding(double tieUp, double tieDown, double oddTie, double aboveTie, double belowTie) {
  using Halves = ap_fixed<8, 7, Q>;
  const ap_fixed<16, 8> tie = 0.25;
  const ap_fixed<16, 8> odd = 0.75;
  const ap_fixed<16, 8> above = 0.3125;
  const ap_fixed<16, 8> below = -0.3125;
  CHECK_EQUAL(in<Halves>(tie), tieUp);
  CHECK_EQUAL(in<Halves>(ap_fixed<16, 8>(-tie)), tieDown);
  CHECK_EQUAL(in<Halves>(odd), oddTie);
  CHECK_EQUAL(in<Halves>(above), aboveTie);
  CHECK_EQUAL(in<Halves>(below), belowTie);
  CHECK_EQUAL(in<Halves>(0.25), tieUp);
  CHECK_EQUAL(in<Halves>(-0.25), tieDown);
  CHECK_EQUAL(in<Halves>(0.75), oddTie);
  CHECK_EQUAL(in<Halves>(0.3125), aboveTie);
  CHECK_EQUAL(in<Halves>(-0.3125f), belowTie);
}

void quantization() {
  checkRounding<AP_RND>(0.5, 0, 1, 0.5, -0.5);
  checkRounding<AP_RND_ZERO>(0, 0, 0.5, 0.5, -0.5);
  checkRounding<AP_RND_MIN_INF>(0, -0.5, 0.5, 0.5, -0.5);
  checkRounding<AP_RND_INF>(0.5, -0.5, 1, 0.5, -0.5);
  checkRounding<AP_RND_CONV>(0, 0, 1, 0.5, -0.5);
  checkRounding<AP_TRN>(0, -0.5, 0.5, 0, -0.5);
  checkRounding<AP_TRN_ZERO>(0, 0, 0.5, 0, 0);

  // more bits dropped than the source has: only the sign and "not zero" are left to decide
  using Tiny = ap_fixed<4, -60>;
  const Tiny lowest = -std::ldexp(1.0, -61);
  CHECK_EQUAL((in<ap_fixed<8, 8>>(lowest)), -1.0);
  CHECK_EQUAL((in<ap_fixed<8, 8, AP_RND>>(lowest)), 0.0);
  CHECK_EQUAL((in<ap_fixed<8, 8, AP_TRN_ZERO>>(lowest)), 0.0);
  // a tie of exactly the lowest value: -0.5
  const ap_fixed<4, 0> half = -0.5;
  CHECK_EQUAL((in<ap_fixed<8, 8, AP_RND>>(half)), 0.0);
  CHECK_EQUAL((in<ap_fixed<8, 8, AP_RND_INF>>(half)), -1.0);
  CHECK_EQUAL((in<ap_fixed<8, 8, AP_RND_CONV>>(half)), 0.0);
}

void overflow() {
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT>>(19)), 7.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT>>(-19)), -8.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT_SYM>>(-19)), -7.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT_SYM>>(-8)), -7.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT_ZERO>>(8)), 0.0);
  CHECK_EQUAL((in<ap_ufixed<4, 4, AP_RND, AP_SAT>>(-19)), 0.0);
  CHECK_EQUAL((in<ap_ufixed<4, 4, AP_RND, AP_SAT_SYM>>(99)), 15.0);
  CHECK_EQUAL((in<ap_fixed<4, 4>>(19)), 3.0);
  CHECK_EQUAL((in<ap_fixed<4, 4>>(-19)), -3.0);
  CHECK_EQUAL((in<ap_ufixed<4, 4>>(-1)), 15.0);
  CHECK_EQUAL((in<ap_fixed<8, 4>>(100)), 4.0);
  // a carry of the rounding leaves the range
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT>>(7.5)), 7.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_WRAP>>(7.5)), -8.0);
  CHECK_EQUAL((in<ap_fixed<4, 4, AP_RND, AP_SAT_ZERO>>(ap_fixed<5, 4>(7.5))), 0.0);
  // one signed bit keeps its only negative value
  CHECK_EQUAL((in<ap_fixed<1, 1, AP_TRN, AP_SAT_SYM>>(-5)), -1.0);
  CHECK_EQUAL((in<ap_fixed<1, 1, AP_TRN, AP_SAT>>(1)), 0.0);
  // far outside, in both directions
  CHECK_EQUAL((in<ap_fixed<64, 1, AP_TRN, AP_SAT>>(1e300)), 1.0);
  CHECK_EQUAL((in<ap_fixed<64, 1, AP_TRN, AP_WRAP>>(1e300)), 0.0);
  CHECK_EQUAL((in<ap_fixed<8, 128, AP_TRN, AP_SAT>>(-1.0)), -std::ldexp(1.0, 120));
  CHECK_EQUAL((in<ap_fixed<8, 4, AP_RND, AP_SAT>>(std::numeric_limits<double>::infinity())), 7.9375);
  CHECK_EQUAL((in<ap_fixed<8, 4, AP_RND, AP_SAT>>(std::numeric_limits<double>::denorm_min())), 0.0);
  CHECK_EQUAL((in<ap_fixed<8, 4, AP_TRN, AP_SAT>>(-std::numeric_limits<double>::denorm_min())), -0.0625);
}

void binaryPointOutside() {
  CHECK_EQUAL((in<ap_fixed<2, 0>>(-0.5)), -0.5);
  CHECK_EQUAL((in<ap_ufixed<1, -1>>(0.25)), 0.25);
  CHECK_EQUAL((in<ap_fixed<4, 7>>(24)), 24.0);
  CHECK_EQUAL((in<ap_fixed<4, 7>>(31)), 24.0);
  CHECK_EQUAL((in<ap_fixed<4, 7, AP_RND, AP_SAT>>(31)), 32.0);
  CHECK_EQUAL((ap_fixed<4, 7>(-24).to_int()), -24);
}

void resultTypes() {
  const ap_fixed<16, 6> a = 1.5;
  const ap_fixed<16, 6> b = -2.25;
  const ap_ufixed<8, 4> u = 3.5;
  const ap_int<8> i = -5;
  CHECK_TYPE(a * b, ap_fixed<32, 12>);
  CHECK_TYPE(a + b, ap_fixed<17, 7>);
  CHECK_TYPE(a + u, ap_fixed<17, 7>);
  CHECK_TYPE(u - u, ap_fixed<9, 5>);
  CHECK_TYPE(u * u, ap_ufixed<16, 8>);
  CHECK_TYPE(a / b, ap_fixed<27, 17>);
  CHECK_TYPE(-u, ap_fixed<9, 5>);
  CHECK_TYPE(~u, ap_ufixed<8, 4>);
  CHECK_TYPE(a & u, ap_fixed<16, 6>);
  CHECK_TYPE(a << 3, ap_fixed<16, 6>);
  CHECK_TYPE(a * 3, ap_fixed<48, 38>);
  CHECK_TYPE(true + a, ap_fixed<17, 7>);
  CHECK_TYPE(i * a, ap_fixed<24, 14>);
  using Wide = ap_ufixed<8, 8>;
  CHECK_TYPE(Wide(1) + a, ap_fixed<20, 10>);
  CHECK_EQUAL((a * b).to_double(), -3.375);
  CHECK_EQUAL((a + b).to_double(), -0.75);
  CHECK_EQUAL((a - u).to_double(), -2.0);
  CHECK_EQUAL((a / b).to_double(), -0.666015625);
  CHECK_EQUAL((-b).to_double(), 2.25);
  CHECK_EQUAL((i * a).to_double(), -7.5);
  CHECK_EQUAL((1 - a).to_double(), -0.5);
}

/// Operands of 64 bits: nothing is lost.
void wideResults() {
  const ap_fixed<64, 32> lowest = ap_fixed<64, 32, AP_TRN, AP_SAT>(-1e30);
  CHECK_EQUAL((lowest * lowest).to_double(), std::ldexp(1.0, 62));
  CHECK_EQUAL((lowest + lowest).to_double(), -std::ldexp(1.0, 32));
  const ap_ufixed<64, 64> ones = std::numeric_limits<std::uint64_t>::max();
  const auto square = ones * ones;
  CHECK_TYPE(square, ap_ufixed<128, 128>);
  CHECK_EQUAL(square.range(63, 0).to_uint64(), 1U);
  CHECK_EQUAL(square.range(127, 64).to_uint64(), std::numeric_limits<std::uint64_t>::max() - 1);
  CHECK_EQUAL((ones + ones).range(64, 1).to_uint64(), std::numeric_limits<std::uint64_t>::max());
  CHECK((ones - 1 < ones) && !(-1 < ones));
  const ap_ufixed<64, 64, AP_TRN, AP_SAT> saturated = square;
  CHECK(saturated == ones);
  const ap_fixed<64, 65, AP_RND, AP_SAT> rounded = square;
  CHECK_EQUAL(rounded.to_double(), std::ldexp(1.0, 64));
}

void compoundAssignment() {
  ap_fixed<8, 4> x = 1.5;
  x += ap_fixed<16, 4>(0.03125);  // floor to sixteenths
  CHECK_EQUAL(x.to_double(), 1.5);
  x -= ap_fixed<16, 4>(0.03125);
  CHECK_EQUAL(x.to_double(), 1.4375);
  x += 7;  // wraps
  CHECK_EQUAL(x.to_double(), -7.5625);
  x *= -1;
  CHECK_EQUAL(x.to_double(), 7.5625);
  x /= 2;
  CHECK_EQUAL(x.to_double(), 3.75);
  ap_fixed<8, 4, AP_RND, AP_SAT> y = 7;
  y += 3;
  CHECK_EQUAL(y.to_double(), 7.9375);
  ++y;
  CHECK_EQUAL(y.to_double(), 7.9375);
  CHECK_EQUAL((y--).to_double(), 7.9375);
  CHECK_EQUAL(y.to_double(), 6.9375);
  y |= ap_fixed<8, 4>(0.0625);
  y &= ap_fixed<8, 4>(-0.25);
  y ^= ap_fixed<8, 4>(1.5);
  CHECK_EQUAL(y.to_double(), 7.25);
  y <<= 1;  // bits leave at the top whatever the overflow mode
  CHECK_EQUAL(y.to_double(), -1.5);
  y >>= 5;
  CHECK_EQUAL(y.to_double(), -0.0625);
}

/// Wrapping formats wider than 16 bits keep surplus bits until they are read.
template <typename Accumulator>
void checkWrappingSum() {
  Accumulator sum = 0;
  ap_int<64> exact = 0;
  const ap_fixed<16, 8> a = 127.99609375;
  const ap_fixed<16, 8> b = -128;
  for (int i = 0; i < 1000; ++i) {
    sum += a * b;
    sum -= b * b;
    exact += ap_int<64>(a.range()) * ap_int<16>(b.range()) - ap_int<16>(b.range()) * ap_int<16>(b.range());
    Accumulator expected;
    expected.range() = exact;
    CHECK(sum == expected);
    CHECK(sum.range() == expected.range());
    CHECK_EQUAL(sum.to_double(), expected.to_double());
    const Accumulator copy = sum;
    CHECK(copy - sum == 0 && copy.is_neg() == (expected < 0) && (copy >> 3) == (expected >> 3));
  }
}

void wrappingSums() {
  checkWrappingSum<ap_fixed<18, 2>>();
  checkWrappingSum<ap_ufixed<20, 4>>();
  checkWrappingSum<ap_fixed<32, 16>>();
  checkWrappingSum<ap_fixed<33, 17>>();
  checkWrappingSum<ap_fixed<40, 24>>();
  checkWrappingSum<ap_ufixed<47, 31>>();
  checkWrappingSum<ap_fixed<64, 48>>();
  checkWrappingSum<ap_fixed<12, -4>>();
}

void comparisons() {
  const ap_fixed<16, 8> a = -1.5;
  const ap_ufixed<16, 12> u = 1.5;
  CHECK(a < u && u > a && a != u && a <= -1.5 && -1.5 >= a && a == -1.5f && u == 1.5 && !(a == u));
  CHECK(a < 0 && a > -2 && 1 < u && u <= 2 && a < 1.0 && 0.0 < u && a != 0 && a != -1);
  CHECK(a + 3 == u);
  CHECK(ap_ufixed<64, 64>(std::numeric_limits<std::uint64_t>::max()) < -1);
  CHECK(ap_fixed<4, 10>(-64) < ap_fixed<30, 2>(-1.25));
}

void shifts() {
  const ap_fixed<8, 4, AP_RND, AP_SAT> x = -5.0625;
  CHECK_EQUAL((x >> 1).to_double(), -2.5625);
  CHECK_EQUAL((x << 1).to_double(), 5.875);
  CHECK_EQUAL((x << -1).to_double(), -2.5625);
  CHECK_EQUAL((x >> 100).to_double(), -0.0625);
  CHECK_EQUAL((x << 8).to_double(), 0.0);
  CHECK_EQUAL((x >> ap_uint<2>(3)).to_double(), -0.6875);
  CHECK_TYPE(x >> 1, ap_fixed<8, 4, AP_RND, AP_SAT>);
}

void bits() {
  ap_fixed<12, 4> x = -1.25;
  CHECK_EQUAL(x.range().to_int(), 0xEC0);
  CHECK_EQUAL(x.range(11, 8).to_int(), 0xE);
  CHECK_EQUAL(x(7, 4).to_uint(), 0xCU);
  CHECK(x[11] && !x[8] && x.get_bit(7 - (decltype(x)::width - decltype(x)::iwidth)));
  x[8] = true;
  x[11] = x[0];
  CHECK_EQUAL(x.to_double(), 7.75);
  x.range(3, 0) = 15;
  CHECK_EQUAL(x.to_double(), 7.80859375);
  x.range() = ap_int<12>(-1);
  CHECK_EQUAL(x.to_double(), -0.00390625);
  x(11, 4) = ap_fixed<8, 4>(2.5).range();
  CHECK_EQUAL(x.to_double(), 2.55859375);
  const ap_fixed<40, 20> wide = -0.5;
  const ap_int<40> raw = wide.range();
  CHECK_EQUAL(raw.to_int64(), -(1 << 19));
  CHECK_EQUAL(wide.length(), 40);
}

void conversions() {
  const ap_fixed<16, 8> x = -7.5;
  CHECK_EQUAL(x.to_int(), -7);
  CHECK_EQUAL(static_cast<int>(x), -7);
  CHECK_EQUAL(x.to_int64(), -7);
  CHECK_EQUAL(x.to_float(), -7.5f);
  CHECK_EQUAL(static_cast<double>(x), -7.5);
  CHECK_EQUAL((ap_fixed<8, 0>(-0.5).to_int()), -1);
  CHECK_EQUAL((ap_ufixed<16, 8>(200.75).to_uint()), 200U);
  const ap_int<8> truncated = x;
  CHECK_EQUAL(truncated.to_int(), -7);
  const double third = 1.0 / 3;
  CHECK_EQUAL((ap_fixed<60, 2>(third).to_double()), third);
  CHECK_EQUAL((ap_fixed<64, 2, AP_RND>(ap_fixed<64, 2>(third)).to_double()), third);
  // to_double and to_float round to nearest, a tie to even
  CHECK_EQUAL((ap_fixed<60, 60>((std::int64_t(1) << 54) + 2).to_double()), std::ldexp(1.0, 54));
  CHECK_EQUAL((ap_fixed<60, 60>((std::int64_t(1) << 54) + 3).to_double()), std::ldexp(1.0, 54) + 4);
  CHECK_EQUAL((ap_fixed<30, 30>((1 << 25) + 2).to_float()), std::ldexp(1.0f, 25));
  ap_fixed<16, 8> y = 3;
  y = ap_uint<4>(9);
  CHECK(y && y == 9);
  y = std::int8_t(-4);
  CHECK_EQUAL(y.to_int(), -4);
  y = 0;
  CHECK(!y);
}

/// As the page on these headers shows it.
void rawValues() {
  ap_fixed<16, 8> x;
  x.range() = ap_int<16>(-384);      // x is -1.5
  const ap_int<16> raw = x.range();  // raw is -384
  x.V = 128;                         // x is 0.5
  CHECK_EQUAL(x.to_double(), 0.5);
  CHECK_EQUAL(raw.to_int(), -384);
  x.range() = raw;
  CHECK_EQUAL(x.to_double(), -1.5);
}

}  // namespace

static_assert(sizeof(ap_fixed<8, 3>) == 1 && sizeof(ap_fixed<9, 3>) == 2 && sizeof(ap_ufixed<32, 3>) == 4 &&
                  sizeof(ap_fixed<40, 3>) == 8 && sizeof(ap_fixed<65, 3>) == 16,
              "a number is as large as the native integer that holds it");
static_assert(std::is_trivially_copyable<ap_fixed<40, 24>>::value &&
                  std::is_trivially_default_constructible<ap_fixed<40, 24>>::value,
              "a number costs nothing to declare or copy");
constexpr ap_fixed<16, 8> kThree = 3;
static_assert((kThree * kThree).to_int() == 9, "arithmetic is possible at compile time");

int main() {
  quantization();
  overflow();
  binaryPointOutside();
  resultTypes();
  wideResults();
  compoundAssignment();
  wrappingSums();
  comparisons();
  shifts();
  bits();
  rawValues();
  conversions();
  return check::result();
}
