/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// half against a table of all its values: the nearest one by comparison, a tie to the even one.
#include "hls_half.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <vector>

#include "ap_fixed.h"
#include "check.h"

namespace {

half fromBits(unsigned bits) {
  const std::uint16_t stored = static_cast<std::uint16_t>(bits);
  half result;
  std::memcpy(static_cast<void*>(&result), &stored, sizeof stored);
  return result;
}

unsigned bitsOf(half v) {
  std::uint16_t bits = 0;
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

/// All magnitudes in their order, and where infinity stands the number that would follow.
std::vector<double> magnitudes() {
  std::vector<double> result;
  for (int exponent = 0; exponent < 31; ++exponent) {
    for (int fraction = 0; fraction < 1024; ++fraction) {
      result.push_back(exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25));
    }
  }
  result.push_back(65536);
  return result;
}

unsigned nearestBits(double v, const std::vector<double>& values) {
  const double magnitude = std::min(std::fabs(v), values.back());
  const auto above = std::lower_bound(values.begin(), values.end(), magnitude);
  const unsigned upper = static_cast<unsigned>(above - values.begin());
  const unsigned lower = upper == 0 || *above == magnitude ? upper : upper - 1;
  const double toUpper = values[upper] - magnitude;
  const double toLower = magnitude - values[lower];
  const unsigned nearest = toLower < toUpper || (toLower == toUpper && lower % 2 == 0) ? lower : upper;
  return nearest | (std::signbit(v) ? 0x8000 : 0);
}

void conversions(const std::vector<double>& values) {
  for (unsigned bits = 0; bits < 0x7C00; ++bits) {
    CHECK(static_cast<double>(fromBits(bits)) == values[bits]);
    CHECK(static_cast<double>(fromBits(bits | 0x8000)) == -values[bits]);
    CHECK(bitsOf(half(values[bits])) == bits && bitsOf(half(-values[bits])) == (bits | 0x8000));
    const double tie = (values[bits] + values[bits + 1]) / 2;
    for (const double v : {tie, std::nextafter(tie, 0.0), std::nextafter(tie, 1e9)}) {
      CHECK(bitsOf(half(v)) == nearestBits(v, values));
    }
  }
  CHECK_EQUAL(bitsOf(half(1e300)), 0x7C00U);
  CHECK_EQUAL(bitsOf(half(-1e-300)), 0x8000U);
  CHECK_EQUAL(bitsOf(half(std::numeric_limits<float>::infinity())), 0x7C00U);
  CHECK(std::isnan(static_cast<float>(half(std::numeric_limits<double>::quiet_NaN()))));
  CHECK_EQUAL(static_cast<float>(half(ap_fixed<16, 8>(-1.75))), -1.75F);
  CHECK_EQUAL((ap_fixed<16, 8>(half(2.25))).to_double(), 2.25);
  const ap_int<12> integer = half(-7.5);
  CHECK_EQUAL(integer.to_int(), -7);
  CHECK_EQUAL(static_cast<int>(half(7)), 7);
}

void arithmetic(const std::vector<double>& values) {
  std::uint64_t state = 7;
  for (int i = 0; i < 200000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const half a = fromBits(static_cast<unsigned>(state >> 48) & 0xFBFF);
    const half b = fromBits(static_cast<unsigned>(state >> 32) & 0xFBFF);
    const double x = static_cast<double>(a);
    const double y = static_cast<double>(b);
    // sums and products of halves are exact in double
    CHECK(bitsOf(a + b) == nearestBits(x + y, values) && bitsOf(a - b) == nearestBits(x - y, values));
    CHECK(bitsOf(a * b) == nearestBits(x * y, values));
    CHECK((a < b) == (x < y) && (a == b) == (x == y) && (a >= b) == (x >= y));
    if (y != 0 && std::fabs(x / y) < 65000) {
      const half quotient = a / b;
      const double q = static_cast<double>(quotient);
      const unsigned bits = bitsOf(quotient) & 0x7FFF;
      const double step = values[bits + 1] - values[bits];
      CHECK(std::fabs(x - q * y) <= std::fabs(y) * step / 2);
    }
  }
}

void operators() {
  half a = 1.5;
  a += half(0.25);
  a *= 2;
  a -= 0.5F;
  CHECK_EQUAL(static_cast<float>(a), 3.0F);
  CHECK_EQUAL(static_cast<float>(++a), 4.0F);
  CHECK_EQUAL(static_cast<float>(a--), 4.0F);
  CHECK_EQUAL(static_cast<float>(-a / half(2)), -1.5F);
  CHECK(a > 2 && a == 3.0 && half(1) + 0.5F == 1.5F);
  CHECK_TYPE(a + a, half);
  CHECK_TYPE(a + 1.0F, float);
  std::stringstream text("0.1");
  text >> a;
  std::ostringstream printed;
  printed << a;
  CHECK(printed.str() == "0.0999756");
  CHECK(std::numeric_limits<half>::max() == half(65504) && bitsOf(std::numeric_limits<half>::denorm_min()) == 1);
}

}  // namespace

static_assert(sizeof(half) == 2 && std::is_trivially_copyable<half>::value, "half is stored as hardware stores it");

int main() {
  const std::vector<double> values = magnitudes();
  conversions(values);
  arithmetic(values);
  operators();
  return check::result();
}
