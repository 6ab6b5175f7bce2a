/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Numbers from floating-point ones and as such.
#ifndef MNIST_HLS_SIM_AP_REAL_H
#define MNIST_HLS_SIM_AP_REAL_H

#include <cstdint>
#include <cstring>

#include "ap_format.h"

namespace ap_detail {

/// Raw value of format To for a floating-point number, exactly: the mantissa is an integer.
template <typename To>
inline typename To::Raw convertDouble(double v) {
  static_assert(sizeof(double) == 8, "needs IEEE 754 binary64");
  std::uint64_t bits = 0;
  std::memcpy(&bits, &v, sizeof bits);
  const int exponent = static_cast<int>((bits >> 52) & 0x7FF);
  const std::uint64_t fraction = bits & ((std::uint64_t(1) << 52) - 1);
  require(exponent != 0x7FF || fraction == 0, "ap_fixed, ap_int: conversion from NaN");
  const std::int64_t magnitude =
      static_cast<std::int64_t>(exponent == 0 ? fraction : fraction | (std::uint64_t(1) << 52));
  const std::int64_t mantissa = (bits >> 63) != 0 ? -magnitude : magnitude;
  const int shift = max(exponent, 1) - 1075 + To::kFractionBits;
  return shift >= 0 ? fit<To, true, true>(mantissa, shift)
                    : fit<To, true, true>(quantize<To::kQuantization>(mantissa, -shift), 0);
}

/// 2^n, exact for the exponents of a double.
constexpr double powerOfTwo(int n) {
  double result = 1;
  for (int i = 0; i < n; ++i) {
    result *= 2;
  }
  for (int i = 0; i > n; --i) {
    result /= 2;
  }
  return result;
}

/// v * 2^exponent, rounded once.
template <typename Float, typename T>
constexpr Float toReal(T v, int exponent) {
  return static_cast<Float>(static_cast<double>(static_cast<Float>(v)) * powerOfTwo(exponent));
}
template <typename Float, int kWords, bool kSigned>
constexpr Float toReal(Wide<kWords, kSigned> v, int exponent) {
  const Wide<kWords, false> magnitude(v.isNegative() ? -v : v);
  const int dropped = max(magnitude.bits() - 64, 0);
  // all lost bits become one: it decides between a tie and more than that
  const std::uint64_t top =
      static_cast<std::uint64_t>(shiftRight(magnitude, dropped)) | (anyBelow(magnitude, dropped) ? 1U : 0U);
  const Float real = toReal<Float>(top, dropped + exponent);
  return v.isNegative() ? -real : real;
}

}  // namespace ap_detail

#endif
