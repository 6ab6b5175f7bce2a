/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Native integers of a given width, or what takes their place, and how their bits are shifted, compared and cut. Plain
/// integer arithmetic; nothing here knows a format.
#ifndef MNIST_HLS_SIM_AP_NATIVE_H
#define MNIST_HLS_SIM_AP_NATIVE_H

#include <cstdint>
#include <type_traits>

#include "ap_wide.h"
#ifndef __SYNTHESIS__
#include <cstdio>
#include <cstdlib>
#endif

namespace ap_detail {

/// A native integer, or what takes its place beyond the widest one.
template <int kBits, bool kSigned>
struct Native {
  using Type = Wide<kBits / 64, kSigned>;
};
template <>
struct Native<8, true> {
  using Type = std::int8_t;
};
template <>
struct Native<8, false> {
  using Type = std::uint8_t;
};
template <>
struct Native<16, true> {
  using Type = std::int16_t;
};
template <>
struct Native<16, false> {
  using Type = std::uint16_t;
};
template <>
struct Native<32, true> {
  using Type = std::int32_t;
};
template <>
struct Native<32, false> {
  using Type = std::uint32_t;
};
template <>
struct Native<64, true> {
  using Type = std::int64_t;
};
template <>
struct Native<64, false> {
  using Type = std::uint64_t;
};

#ifdef __SIZEOF_INT128__
constexpr int kNativeWidth = 128;
template <>
struct Native<128, true> {
  using Type = Int128;
};
template <>
struct Native<128, false> {
  using Type = Uint128;
};
#else
constexpr int kNativeWidth = 64;
#endif
/// The widest result of an expression, as in the vendor's headers.
constexpr int kMaxWidth = 32768;

constexpr int max(int a, int b) {
  return a > b ? a : b;
}
constexpr int min(int a, int b) {
  return a < b ? a : b;
}

/// Bits of the smallest integer that holds `width` bits; too wide ones are refused by FormatOf.
constexpr int nativeBits(int width) {
  return width <= 8              ? 8
         : width <= 16           ? 16
         : width <= 32           ? 32
         : width <= 64           ? 64
         : width <= kNativeWidth ? kNativeWidth
                                 : (min(width, kMaxWidth) + 63) / 64 * 64;
}

template <int kWidth, bool kSigned>
using Storage = typename Native<nativeBits(kWidth), kSigned>::Type;

template <typename T>
constexpr int bitsOf() {
  return static_cast<int>(8 * sizeof(T));
}

template <typename T>
constexpr bool isSigned() {
  return static_cast<T>(-1) < static_cast<T>(1);
}

template <typename T>
using Unsigned = Storage<bitsOf<T>(), false>;

template <typename T>
constexpr bool isNegative(T v) {
  return isSigned<T>() && v < static_cast<T>(1) && v != static_cast<T>(0);
}

/// v * 2^n modulo the width of T, for any n >= 0.
template <typename T>
constexpr T shiftLeft(T v, int n) {
  return n >= bitsOf<T>() ? T(0) : static_cast<T>(static_cast<Unsigned<T>>(v) << n);
}

/// floor(v / 2^n) for any n >= 0.
template <typename T>
constexpr T shiftRight(T v, int n) {
  return n < bitsOf<T>() || isSigned<T>() ? static_cast<T>(v >> min(n, bitsOf<T>() - 1)) : T(0);
}

/// The n lowest bits of v are not all zero, for any n >= 0.
template <typename T>
constexpr bool anyBelow(T v, int n) {
  return (static_cast<Unsigned<T>>(v) & static_cast<Unsigned<T>>(shiftLeft(Unsigned<T>(1), n) - 1)) != 0;
}

/// a < b as numbers, whatever the two integer types are.
template <typename A, typename B>
constexpr bool less(A a, B b) {
  using Common = Storage<max(bitsOf<A>(), bitsOf<B>()), isSigned<A>() && isSigned<B>()>;
  return isNegative(a) == isNegative(b) ? static_cast<Common>(a) < static_cast<Common>(b) : isNegative(a);
}

/// The kWidth lowest bits of v as a number.
template <int kWidth, bool kSigned, typename T>
constexpr Storage<kWidth, kSigned> wrap(T v) {
  using To = Storage<kWidth, kSigned>;
  constexpr int kPad = bitsOf<To>() - kWidth;
  return shiftRight(shiftLeft(static_cast<To>(v), kPad), kPad);
}

/// Ends a simulation that has left the defined behavior; no effect in synthesis.
inline void fail(const char* message) {
#ifdef __SYNTHESIS__
  static_cast<void>(message);
#else
  std::fflush(nullptr);
  std::fprintf(stderr, "ERROR: %s\n", message);
  std::abort();
#endif
}

constexpr void require(bool condition, const char* message) {
  condition ? static_cast<void>(0) : fail(message);
}

}  // namespace ap_detail

#endif
