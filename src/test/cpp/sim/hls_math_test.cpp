/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// hls_math.h: floating point against identities and known values, fixed point against double.
#include "hls_math.h"

#include "check.h"

namespace {

bool close(double a, double b, double tolerance) {
  return std::fabs(a - b) <= tolerance;
}

template <typename T>
void parts() {
  T whole = 0;
  int number = 0;
  CHECK(hls::fract(T(-1.25), &whole) == T(0.75) && whole == T(-2) && hls::modf(T(-1.25), &whole) == T(-0.25));
  // what is nearly 1 stays below it
  const T tiny = hls::nextafter(T(0), T(-1));
  CHECK(tiny < T(0) && hls::fract(tiny, &whole) < T(1) && whole == T(-1) && hls::fpclassify(tiny) == FP_SUBNORMAL);
  CHECK(hls::fract(hls::recip(T(0)), &whole) == T(0) && hls::isinf(whole));
  CHECK(hls::remquo(T(7), T(2), &number) == T(-1) && number % 8 == 4 && hls::remquo(T(-5), T(4), &number) == T(-1));
  CHECK(number == -1 && hls::lgamma_r(T(-0.5), &number) > T(1.25) && number == -1);
  CHECK(hls::lgamma_r(T(-1.5), &number) > T(0.75) && number == 1 && hls::lgamma_r(T(2), &number) == T(0));
  CHECK(hls::nextafter(T(1), T(2)) > T(1) && hls::nextafter(hls::nextafter(T(1), T(2)), T(0)) == T(1));
  CHECK(hls::nextafter(T(-1), T(-2)) < T(-1) && hls::nextafter(T(2), T(2)) == T(2));
  CHECK(hls::isnan(hls::nextafter(T(1), hls::sqrt(T(-1)))));
  CHECK(hls::bitselect(T(-3), T(2), T(-0.0)) == T(3) && hls::bitselect(T(3), T(-3), T(-0.0)) == T(-3));
  CHECK(hls::fpclassify(T(1)) == FP_NORMAL && hls::fpclassify(T(0)) == FP_ZERO);
  CHECK(hls::fpclassify(hls::recip(T(0))) == FP_INFINITE && hls::fpclassify(hls::sqrt(T(-1))) == FP_NAN);
  CHECK(hls::cast_IEEE754<int>(T(-2.75)) == -2 && hls::cast_IEEE754<unsigned char>(T(300), true) == 255);
}

/// As the vendor's, which takes the magnitude and cuts it below the sign.
void castsOutsideOfTheType() {
  CHECK_EQUAL(hls::cast_IEEE754<std::int8_t>(200.0), 200 - 128);
  CHECK_EQUAL(hls::cast_IEEE754<std::int8_t>(-200.0), -(200 - 128));
  CHECK_EQUAL(hls::cast_IEEE754<std::int8_t>(-128.0), 0);
  CHECK_EQUAL(hls::cast_IEEE754<std::int8_t>(-128.0, true), -128);
  CHECK_EQUAL(hls::cast_IEEE754<std::int8_t>(127.9F, true), 127);
  CHECK_EQUAL(hls::cast_IEEE754<std::uint32_t>(-3.0F), 3U);
  CHECK_EQUAL(hls::cast_IEEE754<std::uint32_t>(-3.0F, true), 0U);
  CHECK_EQUAL(hls::cast_IEEE754<std::int64_t>(1e300, true), std::numeric_limits<std::int64_t>::max());
  CHECK_EQUAL(hls::cast_IEEE754<std::uint64_t>(18446744073709551616.0 + 4096.0), 4096U);
  CHECK_EQUAL(hls::cast_IEEE754<int>(hls::recip(0.0)), 0);
  CHECK_EQUAL(hls::cast_IEEE754<int>(hls::nan(""), true), std::numeric_limits<int>::max());
}

template <typename T>
void identities(double e) {
  for (int i = 1; i < 40; ++i) {
    const T x = T(i) / T(16);
    const double v = static_cast<double>(x);
    CHECK(close(hls::sqrt(x) * hls::sqrt(x), v, e) && close(hls::rsqrt(x) * hls::sqrt(x), 1, e));
    CHECK(close(hls::recip(x) * x, 1, e) && close(hls::cbrt(x), std::cbrt(v), e));
    CHECK(close(hls::exp(x), std::exp(v), 16 * e) && close(hls::log(x), std::log(v), 4 * e));
    CHECK(close(hls::exp2(x), std::pow(2, v), 8 * e) && close(hls::log2(x), std::log(v) / std::log(2.0), 8 * e));
    CHECK(close(hls::exp10(T(i) / T(32)), std::pow(10, v / 2), 32 * e) && close(hls::log10(x), std::log10(v), 4 * e));
    T sine = 0;
    T cosine = 0;
    hls::sincos(x, &sine, &cosine);
    CHECK(sine == hls::sin(x) && cosine == hls::cos(x) && close(sine * sine + cosine * cosine, 1, 2 * e));
    CHECK(close(hls::tan(T(i) / T(64)), std::tan(v / 4), 2 * e) && close(hls::atan(x), std::atan(v), 2 * e));
    CHECK(close(hls::sinpi(x), std::sin(3.14159265358979323846 * v), e));
    CHECK(close(hls::cospi(x), std::cos(3.14159265358979323846 * v), e));
    CHECK(close(hls::asin(T(i) / T(64)), std::asin(v / 4), e) && close(hls::acos(T(i) / T(64)), std::acos(v / 4), e));
    CHECK(close(hls::sinh(x), std::sinh(v), 8 * e) && close(hls::tanh(x), std::tanh(v), e));
    CHECK(close(hls::pow(x, T(1.5)), std::pow(v, 1.5), 8 * e) && close(hls::pown(x, 2), v * v, 8 * e));
    CHECK(close(hls::atan2(x, T(-1)), std::atan2(v, -1.0), 2 * e) &&
          close(hls::hypot(x, T(1)), std::hypot(v, 1), 4 * e));
    CHECK(hls::fmod(x, T(1)) == hls::modf(x, &sine) && hls::floor(x) == sine && hls::trunc(-x) == -sine);
    CHECK(hls::fma(x, x, T(1)) == T(v * v + 1) && hls::rootn(T(-8), 3) == T(-2));
  }
  CHECK(hls::round(T(2.5)) == T(3) && hls::rint(T(2.5)) == T(2) && hls::ceil(T(-2.5)) == T(-2));
  CHECK(hls::fabs(T(-2)) == T(2) && hls::abs(T(-2)) == T(2) && hls::copysign(T(3), T(-1)) == T(-3));
  CHECK(hls::fmin(T(1), T(2)) == T(1) && hls::fmax(T(1), T(2)) == T(2) && hls::fdim(T(3), T(1)) == T(2));
  CHECK(hls::max(T(1), T(2)) == T(2) && hls::maxmag(T(-3), T(2)) == T(-3) && hls::minmag(T(-3), T(2)) == T(2));
  CHECK(hls::isnan(hls::sqrt(T(-1))) && hls::isinf(hls::recip(T(0))) && hls::isfinite(T(1)) && hls::signbit(T(-1)));
  CHECK(hls::sinpi(T(3)) == T(0) && hls::cospi(T(1)) == T(-1) && hls::cospi(T(0.5)) == T(0));
  CHECK(hls::lround(T(-2.5)) == -3 && hls::llrint(T(-2.5)) == -2 && hls::ilogb(T(9)) == 3);
  CHECK(hls::isless(T(1), T(2)) && hls::isordered(T(1), T(2)) && hls::isunordered(hls::sqrt(T(-1)), T(2)));
  int exponent = 0;
  CHECK(hls::frexp(T(12), &exponent) == T(0.75) && exponent == 4 && hls::ldexp(T(0.75), 4) == T(12));
  parts<T>();
}

/// Half a unit of the last place, where the result fits.
template <int W, int I>
void fixedPoint() {
  using T = ap_fixed<W, I>;
  const double unit = std::ldexp(1.0, I - W) / 2 + 1e-15;
  for (int i = 1; i < 60; ++i) {
    const T x = T(i * 0.0625);
    const double v = x.to_double();
    CHECK(close(hls::sqrt(x).to_double(), std::sqrt(v), unit) && close(hls::recip(x).to_double(), 1 / v, unit));
    CHECK(close(hls::log(x).to_double(), std::log(v), unit) && close(hls::exp(T(-x)).to_double(), std::exp(-v), unit));
    CHECK(close(hls::sin(x).to_double(), std::sin(v), unit) && close(hls::cos(T(-x)).to_double(), std::cos(v), unit));
    CHECK(close(hls::tanh(x).to_double(), std::tanh(v), unit));
    CHECK(close(hls::pow(x, T(0.5)).to_double(), std::sqrt(v), unit));
    CHECK(close(hls::atan(x).to_double(), std::atan(v), unit));
    CHECK(close(hls::atan2(x, T(-1)).to_double(), std::atan2(v, -1.0), unit));
    CHECK(hls::floor(T(-x)).to_double() == std::floor(-v) && hls::ceil(x).to_double() == std::ceil(v));
    CHECK(hls::round(T(-x)).to_double() == std::round(-v) && hls::rint(x).to_double() == std::rint(v));
    CHECK(hls::trunc(T(-x)).to_double() == std::trunc(-v) && hls::fabs(T(-x)) == x && hls::abs(x) == x);
    CHECK(hls::fmod(T(-x), T(0.75)).to_double() == std::fmod(-v, 0.75) && hls::lround(T(-x)) == std::lround(-v));
    CHECK(hls::fmin(x, T(1)).to_double() == std::fmin(v, 1) && hls::fdim(x, T(1)).to_double() == std::fdim(v, 1));
    CHECK(hls::copysign(x, T(-1)) == -x && hls::max(x, T(1)) == hls::fmax(x, T(1)) && hls::isgreater(T(4), x));
  }
  CHECK_TYPE(hls::sqrt(T(1)), ap_fixed<W, I>);
  CHECK_TYPE(hls::sin(T(1)), ap_fixed<W - I + 2, 2>);
  CHECK_TYPE(hls::sinpi(T(1)), ap_fixed<W, 2>);
  CHECK_TYPE(hls::asin(T(1)), ap_fixed<W - I + 3, 3>);
  CHECK_TYPE(hls::atan2(T(1), T(1)), ap_fixed<W, 3>);
}

void partsOfFixedPoint() {
  using T = ap_fixed<16, 6>;
  T other = 0;
  int number = 0;
  for (int i = -300; i <= 300; ++i) {
    const T x = i * 0.0625;
    const double v = x.to_double();
    double whole = 0;
    int power = 0;
    CHECK(hls::modf(x, &other).to_double() == std::modf(v, &whole) && other.to_double() == whole);
    CHECK(hls::fract(x).to_double() == v - std::floor(v) && hls::signbit(x) == (v < 0));
    CHECK(hls::frexp(x, &other).to_double() == std::frexp(v, &power) && other.to_double() == power);
    const T y = (i % 7) * 0.625 + 0.5;
    CHECK(hls::remquo(x, y, &number).to_double() == std::remquo(v, y.to_double(), &power));
    CHECK(number % 8 == power % 8 && hls::remquo(x, T(-y), &power) == hls::remainder(x, y) && power == -number);
    CHECK(hls::divide(x, y) == T(x / y) && hls::nextafter(x, T(31)) - x == 0.0009765625);
    CHECK(hls::nexttoward(x, T(-32)) < x && hls::nextafter(x, x) == x && hls::bitselect(x, y, T(0)) == x);
    T ones = 0;
    ones.V = -1;
    CHECK(hls::bitselect(x, y, ones) == y);
    CHECK(hls::islessgreater(x, y) == (v != y.to_double()) && hls::scalbn(x, -1) == hls::ldexp(x, -1));
  }
  CHECK(hls::remquo(T(1), T(0), &number) == 0 && number == 0);
  CHECK_EQUAL((hls::bitselect(ap_uint<8>(0x0F), ap_uint<8>(0xAA), ap_uint<8>(0xF0)).to_int()), 0xAF);
  CHECK_EQUAL(hls::bitselect(0x0F, 0xAA, 0xF0), 0xAF);
  CHECK(hls::any(ap_uint<300>(1)) && !hls::any(T(0)) && hls::all(ap_int<9>(-1)) && !hls::all(ap_int<9>(-2)));
  CHECK_EQUAL(hls::tgamma(T(4)).to_double(), 6.0);
  CHECK_EQUAL(hls::lgamma(T(1)).to_double(), 0.0);
  CHECK(hls::lgamma_r(T(-0.5), &number) > 1.25 && number == -1 && hls::ilogb(T(9)) == 3);
  CHECK(hls::fract(ap_int<8>(-3)) == 0 && hls::fract(-3) == 0);
  ap_int<8> whole = 0;
  CHECK(hls::modf(ap_int<8>(-3), &whole) == 0 && whole == -3);
  ap_fixed<8, -1> small = 7;
  CHECK(hls::frexp(ap_fixed<8, -1>(-0.125), &small) == -0.125 && small == 0);
  ap_fixed<200, 100> wide = 0;
  CHECK(hls::modf(ap_fixed<200, 100>(-2.5), &wide) == -0.5 && wide == -2);
}

/// As the vendor's, which gives 0 for all.
void wavesOfIntegers() {
  CHECK(hls::cos(ap_int<8>(0)) == 0 && hls::cospi(ap_uint<8>(2)) == 0 && hls::sin(ap_int<8>(2)) == 0);
  CHECK(hls::cos(0) == 0 && hls::sinpi(7) == 0);
  ap_int<8> sine = 5;
  ap_int<8> cosine = 5;
  hls::sincos(ap_int<8>(0), &sine, &cosine);
  CHECK(sine == 0 && cosine == 0);
}

void limits() {
  using T = ap_fixed<16, 8, AP_RND, AP_SAT>;
  CHECK_TYPE(hls::exp(T(1)), ap_fixed<16, 8>);
  CHECK_EQUAL(hls::exp(T(100)).to_double(), 127.99609375);
  CHECK_EQUAL(hls::log(T(0)).to_double(), -128.0);
  CHECK_EQUAL((hls::sqrt(ap_ufixed<8, 4>(6.25)).to_double()), 2.5);
  CHECK_EQUAL((hls::cos(ap_ufixed<8, 4>(3)).to_double()), 0.0);
  CHECK_EQUAL(hls::abs(ap_int<8>(-128)).to_int(), -128);
  CHECK_EQUAL(hls::abs(ap_int<200>(-7)).to_int(), 7);
  CHECK_EQUAL(hls::sqrt(ap_uint<20>(99)).to_int(), 9);
  CHECK_EQUAL(hls::sqrt(99), 9);
  CHECK_EQUAL(hls::pow(ap_int<16>(3), ap_int<16>(5)).to_int(), 243);
  CHECK_EQUAL(hls::ceil(ap_int<8>(-128)).to_int(), -128);
  CHECK_EQUAL((hls::floor(ap_ufixed<8, 0>(0.75)).to_double()), 0.0);
  CHECK_EQUAL((hls::round(ap_fixed<8, 10>(12)).to_double()), 12.0);
  CHECK_EQUAL((hls::fabs(ap_fixed<300, 20>(-1.5)).to_double()), 1.5);
  CHECK_EQUAL(hls::abs(-3), 3);
  CHECK_EQUAL(hls::sqrtf(4.0F) + hls::fabsf(-1.0F) + hls::powf(2.0F, 3.0F), 11.0F);
  CHECK_EQUAL(static_cast<float>(hls::half_sqrt(half(6.25F))), 2.5F);
}

}  // namespace

int main() {
  identities<double>(1e-14);
  identities<float>(1e-5F);
  identities<half>(0.01);
  fixedPoint<16, 6>();
  fixedPoint<32, 8>();
  fixedPoint<40, 7>();
  castsOutsideOfTheType();
  partsOfFixedPoint();
  wavesOfIntegers();
  limits();
  return check::result();
}
