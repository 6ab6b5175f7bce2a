/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Mathematical functions that <cmath> does not have.
#ifndef MNIST_HLS_SIM_HLS_MATH_FUNCTIONS_H
#define MNIST_HLS_SIM_HLS_MATH_FUNCTIONS_H

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "hls_half.h"

namespace hls_detail {

constexpr double kPi = 3.14159265358979323846;

/// What <cmath> does not have.
template <typename T>
T recip(T x) {
  return T(1) / x;
}
template <typename T>
T rsqrt(T x) {
  return T(1) / std::sqrt(x);
}
template <typename T>
T exp10(T x) {
  return std::pow(T(10), x);
}
/// Half turns are dropped before the product with pi, so that whole numbers give 0.
template <typename T>
T sinpi(T x) {
  const double turn = std::remainder(static_cast<double>(x), 2.0);
  const double folded = std::fabs(turn) > 0.5 ? std::copysign(1.0, turn) - turn : turn;
  return static_cast<T>(std::sin(kPi * folded));
}
template <typename T>
T cospi(T x) {
  return static_cast<T>(sinpi(0.5 - std::fabs(std::remainder(static_cast<double>(x), 2.0))));
}
template <typename T>
T tanpi(T x) {
  return static_cast<T>(sinpi(static_cast<double>(x)) / cospi(static_cast<double>(x)));
}
template <typename T>
T asinpi(T x) {
  return static_cast<T>(std::asin(static_cast<double>(x)) / kPi);
}
template <typename T>
T acospi(T x) {
  return static_cast<T>(std::acos(static_cast<double>(x)) / kPi);
}
template <typename T>
T atanpi(T x) {
  return static_cast<T>(std::atan(static_cast<double>(x)) / kPi);
}
template <typename T>
T atan2pi(T y, T x) {
  return static_cast<T>(std::atan2(static_cast<double>(y), static_cast<double>(x)) / kPi);
}
template <typename T>
T powr(T x, T y) {
  return x < T(0) ? std::numeric_limits<T>::quiet_NaN() : std::pow(x, y);
}
template <typename T>
T maxmag(T x, T y) {
  return std::fabs(x) > std::fabs(y) ? x : std::fabs(y) > std::fabs(x) ? y : std::fmax(x, y);
}
template <typename T>
T minmag(T x, T y) {
  return std::fabs(x) < std::fabs(y) ? x : std::fabs(y) < std::fabs(x) ? y : std::fmin(x, y);
}
template <typename T>
T divide(T x, T y) {
  return x / y;
}
template <typename T>
T mad(T x, T y, T z) {
  return x * y + z;
}
template <typename T>
T pown(T x, int n) {
  return static_cast<T>(std::pow(static_cast<double>(x), n));
}
template <typename T>
T rootn(T x, int n) {
  const double root = std::pow(std::fabs(static_cast<double>(x)), 1.0 / n);
  return x < T(0) && n % 2 == 0 ? std::numeric_limits<T>::quiet_NaN()
                                : static_cast<T>(std::copysign(root, static_cast<double>(x)));
}

/// Sign of the gamma function.
inline int gammaSign(double x) {
  return std::signbit(x) && (x == 0 || std::fmod(std::floor(x), 2.0) != 0) ? -1 : 1;
}

/// Unsigned integer with as many bits. \tparam kBytes size
template <std::size_t kBytes>
struct BitsOf;
template <>
struct BitsOf<2> {
  using Type = std::uint16_t;
};
template <>
struct BitsOf<4> {
  using Type = std::uint32_t;
};
template <>
struct BitsOf<8> {
  using Type = std::uint64_t;
};
template <typename T>
typename BitsOf<sizeof(T)>::Type bitsOf(T x) {
  typename BitsOf<sizeof(T)>::Type bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}
template <typename T>
T ofBits(typename BitsOf<sizeof(T)>::Type bits) {
  T x;
  std::memcpy(static_cast<void*>(&x), &bits, sizeof x);
  return x;
}

/// Bits of y where those of z are set, else of x.
template <typename T>
T bitselect(T x, T y, T z) {
  using Bits = typename BitsOf<sizeof(T)>::Type;
  return ofBits<T>(static_cast<Bits>((bitsOf(z) & bitsOf(y)) | (~bitsOf(z) & bitsOf(x))));
}

/// Numbers are ordered as their bits are, apart from the sign.
inline half nextafter(half x, half y) {
  if (x == y || x != x || y != y) {
    return x != x ? x : y;
  }
  if (x == half(0)) {
    return ofBits<half>(static_cast<std::uint16_t>((bitsOf(y) & 0x8000U) | 1U));
  }
  const bool away = (x < y) == (x > half(0));
  return ofBits<half>(static_cast<std::uint16_t>(bitsOf(x) + (away ? 1U : 0xFFFFU)));
}
inline double nextafter(double x, double y) {
  return std::nextafter(x, y);
}
inline float nextafter(float x, float y) {
  return std::nextafter(x, y);
}

/// Towards zero. As the vendor's: the magnitude is cut to the bits below a sign, of an unsigned T the sign is dropped.
/// \param saturates whether the nearest number takes the place of one outside of the type
template <typename T>
T cast(double x, bool saturates) {
  using Limits = std::numeric_limits<T>;
  const double end = std::ldexp(1.0, Limits::digits);
  const double magnitude = std::trunc(std::fabs(x));
  const bool outside = !(magnitude < end) || (!Limits::is_signed && std::signbit(x));
  if (saturates && outside) {
    return std::signbit(x) ? Limits::min() : Limits::max();
  }
  const T kept = std::isfinite(x) ? static_cast<T>(std::fmod(magnitude, end)) : T(0);
  return Limits::is_signed && std::signbit(x) ? static_cast<T>(-kept) : kept;
}

}  // namespace hls_detail

#endif
