/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Fixed-point formats and the one conversion between them: quantization first, then overflow. Nothing here knows the
/// number types.
#ifndef MNIST_HLS_SIM_AP_FORMAT_H
#define MNIST_HLS_SIM_AP_FORMAT_H

#include "ap_native.h"

/// What happens to fraction bits that the destination does not have.
enum ap_q_mode {
  AP_RND,          ///< to nearest, a tie up
  AP_RND_ZERO,     ///< to nearest, a tie towards zero
  AP_RND_MIN_INF,  ///< to nearest, a tie down
  AP_RND_INF,      ///< to nearest, a tie away from zero
  AP_RND_CONV,     ///< to nearest, a tie to even
  AP_TRN,          ///< down
  AP_TRN_ZERO      ///< towards zero
};

/// What happens to a value outside the destination's range.
enum ap_o_mode {
  AP_SAT,       ///< nearest end of the range
  AP_SAT_ZERO,  ///< zero
  AP_SAT_SYM,   ///< nearest end of the range without the lowest value of a signed format
  AP_WRAP,      ///< lowest bits
  AP_WRAP_SM    ///< lowest bits of a signed format, as if it had sign and magnitude
};

namespace ap_detail {

/// \tparam W bits  \tparam I bits left of the binary point, the sign among them  \tparam S signed
/// \tparam Q quantization  \tparam O overflow  \tparam kIsInteger ap_int, ap_uint or a native integer
/// \tparam N highest bits that saturate where a number wraps, the sign among them
template <int W, int I, bool S, ap_q_mode Q, ap_o_mode O, bool kIsInteger, int N = 0>
struct FormatOf {
  static_assert(W >= 1, "ap_fixed, ap_int: the width must be at least 1 bit");
  static_assert(W <= kMaxWidth, "ap_fixed, ap_int: more than 32,768 bits are not supported; narrow an operand first");
  static_assert(O != AP_WRAP_SM || S, "AP_WRAP_SM is defined for signed formats only");
  static_assert(N >= 0 && N <= W, "ap_fixed: there must be from 0 to W saturated bits");

  using Raw = Storage<W, S>;
  static constexpr int kWidth = W;
  static constexpr int kIntegerBits = I;
  static constexpr int kFractionBits = W - I;
  static constexpr bool kSigned = S;
  static constexpr ap_q_mode kQuantization = Q;
  static constexpr ap_o_mode kOverflow = O;
  static constexpr bool kInteger = kIsInteger;
  static constexpr int kSaturatedBits = N;
  /// The stored bits are the lowest ones of the value, and nothing else.
  static constexpr bool kWraps = O == AP_WRAP && N == 0;

  /// Largest magnitude is 2^kMagnitude.
  static constexpr int kMagnitude = I - S;
  static constexpr Raw kMax = static_cast<Raw>(shiftRight(static_cast<Unsigned<Raw>>(-1), bitsOf<Raw>() - W + S));
  static constexpr Raw kMin = S ? static_cast<Raw>(O == AP_SAT_SYM && W > 1 ? -kMax : -kMax - 1) : Raw(0);

  /// Storage may carry garbage above W bits, to be dropped when it is read: a wrapping sum then costs one addition.
  static constexpr bool kDropsLate = kWraps && W > 16 && W <= kNativeWidth;
};
// what is no native integer is passed by reference, and must exist then
template <int W, int I, bool S, ap_q_mode Q, ap_o_mode O, bool kIsInteger, int N>
constexpr typename FormatOf<W, I, S, Q, O, kIsInteger, N>::Raw FormatOf<W, I, S, Q, O, kIsInteger, N>::kMax;
template <int W, int I, bool S, ap_q_mode Q, ap_o_mode O, bool kIsInteger, int N>
constexpr typename FormatOf<W, I, S, Q, O, kIsInteger, N>::Raw FormatOf<W, I, S, Q, O, kIsInteger, N>::kMin;

/// Whether v goes to the next representable value above the floor.
template <ap_q_mode Q>
constexpr bool roundsUp(bool negative, bool odd, bool half, bool rest) {
  return Q == AP_RND           ? half
         : Q == AP_RND_ZERO    ? half & (negative | rest)
         : Q == AP_RND_MIN_INF ? half & rest
         : Q == AP_RND_INF     ? half & (!negative | rest)
         : Q == AP_RND_CONV    ? half & (odd | rest)
         : Q == AP_TRN_ZERO    ? negative & (half | rest)
                               : false;
}

/// v / 2^n as an integer, n >= 1.
template <ap_q_mode Q, typename T>
constexpr T quantize(T v, int n) {
  const T floor = shiftRight(v, n);
  const bool up = roundsUp<Q>(isNegative(v), (floor & 1) != 0, (shiftRight(v, n - 1) & 1) != 0, anyBelow(v, n - 1));
  return static_cast<T>(floor + (up ? 1 : 0));
}

/// v * 2^n outside the range of To, which wraps with a sign or with saturated bits, n >= 0.
template <typename To, typename T>
constexpr typename To::Raw wrapAround(T v, int n) {
  using Bits = Unsigned<typename To::Raw>;
  constexpr bool kSignMagnitude = To::kOverflow == AP_WRAP_SM;
  constexpr int kKept = To::kWidth - max(To::kSaturatedBits, To::kSigned ? 1 : 0);
  const Bits kept = static_cast<Bits>(shiftLeft(Bits(1), kKept) - 1);
  // the lowest of the bits that are replaced, and without saturated bits the lowest of those that are lost
  const bool replaced = kKept >= n && (shiftRight(v, kKept - n) & 1) != 0;
  const bool lost = To::kWidth >= n && (shiftRight(v, To::kWidth - n) & 1) != 0;
  const bool negative = To::kSaturatedBits == 0 ? lost : isNegative(v);
  const Bits saturated = static_cast<Bits>(shiftLeft(Bits(1), To::kWidth - (To::kSigned ? 1 : 0)) - 1);
  const Bits sign = To::kSigned ? shiftLeft(Bits(1), To::kWidth - 1) : Bits(0);
  const Bits high = negative ? sign : static_cast<Bits>((To::kSaturatedBits == 0 ? Bits(0) : saturated) & ~kept);
  const bool inverted = kSignMagnitude && replaced != ((shiftRight(high, kKept) & 1) != 0);
  const Bits low = shiftLeft(static_cast<Bits>(v), n);
  const Bits magnitude = static_cast<Bits>((inverted ? ~low : low) & kept);
  return wrap<To::kWidth, To::kSigned>(static_cast<Bits>(high | magnitude));
}

/// v * 2^n in format To, n >= 0; kAbove, kBelow: whether the value can leave the range at that end.
template <typename To, bool kAbove, bool kBelow, typename T>
constexpr typename To::Raw fit(T v, int n) {
  using Raw = typename To::Raw;
  constexpr bool kZero = To::kOverflow == AP_SAT_ZERO;
  constexpr bool kWrapsAround = (To::kOverflow == AP_WRAP || To::kOverflow == AP_WRAP_SM) && !To::kWraps;
  if (To::kWraps || !(kAbove || kBelow)) {
    const Raw shifted = shiftLeft(static_cast<Raw>(v), n);
    return To::kDropsLate || !(kAbove || kBelow) ? shifted : wrap<To::kWidth, To::kSigned>(shifted);
  }
  // the limits are divided rather than the value multiplied: nothing can be lost
  const bool above = kAbove && less(shiftRight(To::kMax, n), v);
  const bool below = kBelow && !above && less(v, n == 0 ? To::kMin : quantize<AP_TRN_ZERO>(To::kMin, n));
  return !above && !below ? shiftLeft(static_cast<Raw>(v), n)
         : kWrapsAround   ? wrapAround<To>(v, n)
         : kZero          ? Raw(0)
         : above          ? To::kMax
                          : To::kMin;
}

/// What a conversion between two formats has to do.
template <typename To, typename From>
struct Conversion {
  static constexpr int kShift = To::kFractionBits - From::kFractionBits;
  static constexpr bool kCarries = kShift < 0 && To::kQuantization != AP_TRN && To::kQuantization != AP_TRN_ZERO;
  static constexpr bool kAbove = From::kMagnitude + kCarries > To::kMagnitude;
  static constexpr bool kBelow =
      From::kSigned && (!To::kSigned || From::kMagnitude + (To::kOverflow == AP_SAT_SYM) > To::kMagnitude);
  static constexpr bool kWraps = To::kWraps && (To::kDropsLate || To::kWidth == bitsOf<typename To::Raw>());
  /// What the vendor makes an integer of: a negative number without integer bits becomes -1.
  static constexpr bool kSignOnly = To::kInteger && !From::kInteger && From::kSigned && From::kIntegerBits <= 0;
  /// A native conversion does the same: said outright, because tables of constants are long and compile slowly otherwise.
  using IsCast = std::integral_constant<bool, kShift == 0 && !kSignOnly && (kWraps || !(kAbove || kBelow))>;
};

template <typename To, typename From>
constexpr typename To::Raw convert(typename From::Raw v, std::true_type) {
  return static_cast<typename To::Raw>(v);
}

template <typename To, typename From>
constexpr typename To::Raw convert(typename From::Raw v, std::false_type) {
  using Steps = Conversion<To, From>;
  using SignOnly = Conversion<To, FormatOf<1, 1, true, AP_TRN, AP_WRAP, true>>;
  return Steps::kSignOnly
             ? fit<To, SignOnly::kAbove, SignOnly::kBelow>(static_cast<std::int8_t>(isNegative(v) ? -1 : 0), 0)
         : Steps::kShift >= 0
             ? fit<To, Steps::kAbove, Steps::kBelow>(v, max(Steps::kShift, 0))
             : fit<To, Steps::kAbove, Steps::kBelow>(quantize<To::kQuantization>(v, max(-Steps::kShift, 1)), 0);
}

/// Raw value of format To for the raw value v of format From.
template <typename To, typename From>
constexpr typename To::Raw convert(typename From::Raw v) {
  return convert<To, From>(v, typename Conversion<To, From>::IsCast());
}

}  // namespace ap_detail

#endif
