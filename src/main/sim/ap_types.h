/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Which types are numbers, and the types of the results of their operators.
#ifndef MNIST_HLS_SIM_AP_TYPES_H
#define MNIST_HLS_SIM_AP_TYPES_H

#include <type_traits>

#include "ap_format.h"

template <int W>
class ap_int;
template <int W>
class ap_uint;
template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_fixed;
template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_ufixed;
class half;

namespace ap_detail {

template <typename Self>
class BitRef;
template <typename Self>
class RangeRef;
template <typename A, typename B>
class ConcatenationRef;

/// Format of a type that takes part in fixed-point arithmetic; not defined for any other.
template <typename T, typename = void>
struct Format {};
template <int W>
struct Format<ap_int<W>> : FormatOf<W, W, true, AP_TRN_ZERO, AP_WRAP, true> {};
template <int W>
struct Format<ap_uint<W>> : FormatOf<W, W, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
struct Format<ap_fixed<W, I, Q, O, N>> : FormatOf<W, I, true, Q, O, false, N> {};
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
struct Format<ap_ufixed<W, I, Q, O, N>> : FormatOf<W, I, false, Q, O, false, N> {};
template <typename Self>
struct Format<BitRef<Self>> : FormatOf<1, 1, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <typename Self>
struct Format<RangeRef<Self>>
    : FormatOf<Format<Self>::kWidth, Format<Self>::kWidth, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <typename A, typename B>
struct Format<ConcatenationRef<A, B>>
    : FormatOf<Format<std::decay_t<A>>::kWidth + Format<std::decay_t<B>>::kWidth,
               Format<std::decay_t<A>>::kWidth + Format<std::decay_t<B>>::kWidth, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <typename T>
constexpr int nativeWidth() {
  return std::is_same<T, bool>::value ? 1 : bitsOf<T>();
}
template <typename T>
struct Format<T, std::enable_if_t<std::is_integral<T>::value>>
    : FormatOf<nativeWidth<T>(), nativeWidth<T>(), std::is_signed<T>::value, AP_TRN_ZERO, AP_WRAP, true> {};

template <typename T, typename = void>
struct IsNumber : std::false_type {};
template <typename T>
struct IsNumber<T, std::enable_if_t<(Format<T>::kWidth > 0)>> : std::true_type {};

/// One of the types of these headers, native integers excluded.
template <typename T>
struct IsOwn : std::integral_constant<bool, IsNumber<T>::value && !std::is_integral<T>::value> {};

/// ap_int or ap_uint.
template <typename T>
struct IsApInteger : std::false_type {};
template <int W>
struct IsApInteger<ap_int<W>> : std::true_type {};
template <int W>
struct IsApInteger<ap_uint<W>> : std::true_type {};

template <typename T, bool kIsNumber = IsNumber<T>::value>
struct IsFraction : std::false_type {};
template <typename T>
struct IsFraction<T, true> : std::integral_constant<bool, !Format<T>::kInteger> {};

template <bool kCondition>
using If = std::enable_if_t<kCondition, int>;

/// Both are numbers and at least one is of these headers: the operators below apply.
template <typename A, typename B>
using IfNumbers = If<IsNumber<A>::value && IsNumber<B>::value && (IsOwn<A>::value || IsOwn<B>::value)>;

/// A fraction meets a floating-point number.
template <typename A, typename B>
using IfMixed = If<(IsFraction<A>::value && std::is_floating_point<B>::value) ||
                   (std::is_floating_point<A>::value && IsFraction<B>::value)>;

template <int W, int I, bool S, bool kIsInteger>
struct ResultOf;
template <int W, int I>
struct ResultOf<W, I, true, true> {
  using Type = ap_int<W>;
};
template <int W, int I>
struct ResultOf<W, I, false, true> {
  using Type = ap_uint<W>;
};
template <int W, int I>
struct ResultOf<W, I, true, false> {
  using Type = ap_fixed<W, I>;
};
template <int W, int I>
struct ResultOf<W, I, false, false> {
  using Type = ap_ufixed<W, I>;
};

/// Result types of the operators on A and B: nothing is lost in any of them.
template <typename A, typename B>
struct Results {
  using L = Format<A>;
  using R = Format<B>;
  static constexpr bool kInteger = L::kInteger && R::kInteger;
  static constexpr bool kSigned = L::kSigned || R::kSigned;
  static constexpr int kIntegerBits =
      max(L::kIntegerBits + (R::kSigned && !L::kSigned), R::kIntegerBits + (L::kSigned && !R::kSigned));
  static constexpr int kFractionBits = max(L::kFractionBits, R::kFractionBits);

  template <int kExtraBits, bool S>
  using Aligned =
      typename ResultOf<kIntegerBits + kExtraBits + kFractionBits, kIntegerBits + kExtraBits, S, kInteger>::Type;
  using Common = Aligned<0, kSigned>;
  using Sum = Aligned<1, kSigned>;
  using Difference = Aligned<1, true>;
  using Product = typename ResultOf<L::kWidth + R::kWidth, L::kIntegerBits + R::kIntegerBits, kSigned, kInteger>::Type;
  using Quotient = typename ResultOf<L::kWidth + max(R::kFractionBits, 0) + R::kSigned,
                                     L::kIntegerBits + R::kFractionBits + R::kSigned, kSigned, kInteger>::Type;
  using Remainder = typename ResultOf<min(L::kWidth, R::kWidth + (!R::kSigned && L::kSigned)),
                                      min(L::kWidth, R::kWidth + (!R::kSigned && L::kSigned)), L::kSigned, true>::Type;
};

/// The only way to and from the stored integer, so that user code keeps to the vendor's interface.
struct Raw {
  template <typename T, If<std::is_integral<T>::value> = 0>
  static constexpr T of(T v) {
    return v;
  }
  template <typename T, If<IsOwn<T>::value> = 0>
  static constexpr typename Format<T>::Raw of(const T& v) {
    return v.value();
  }
  template <typename T>
  static constexpr T make(typename Format<T>::Raw v) {
    T result{};
    result.V.bits = v;
    return result;
  }
  /// v in the raw format of the wider type T
  template <typename T, typename From>
  static constexpr typename Format<T>::Raw in(const From& v) {
    return convert<Format<T>, Format<From>>(of(v));
  }
};

}  // namespace ap_detail

#endif
