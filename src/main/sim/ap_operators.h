/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Operators between the number types and native integers.
#ifndef MNIST_HLS_SIM_AP_OPERATORS_H
#define MNIST_HLS_SIM_AP_OPERATORS_H

#include "ap_bits.h"
#include "ap_number.h"

namespace ap_detail {

/// Type of -a: one bit more, so that the lowest value has a negative.
template <typename A, bool kInteger = Format<A>::kInteger>
struct Negated {
  using Type = typename Results<ap_uint<1>, A>::Difference;
};
template <typename A>
struct Negated<A, false> {
  using Type = ap_fixed<A::width + 1, A::iwidth + 1>;
};

/// The same values with the default modes.
template <typename A>
struct Plain {
  using F = Format<A>;
  using Type = typename ResultOf<F::kWidth, F::kIntegerBits, F::kSigned, F::kInteger>::Type;
};

/// Type of a shifted A: A itself; an integer if A is a reference to bits.
template <typename A, bool kIsFraction = IsFraction<A>::value>
struct Shifted : Plain<A> {};
template <typename A>
struct Shifted<A, true> {
  using Type = A;
};

/// The number of bits to shift by, cut to what makes a difference.
template <typename N>
constexpr int amount(const N& n) {
  return convert<FormatOf<18, 18, true, AP_TRN_ZERO, AP_SAT, true>, Format<N>>(Raw::of(n));
}

/// The same of what most amounts are; written out, so that a shift by a constant is inlined.
constexpr int amount(int n) {
  return n < -(1 << 17) ? -(1 << 17) : n >= 1 << 17 ? (1 << 17) - 1 : n;
}

/// v * 2^n modulo 2^W, or its floor for a negative n.
template <typename F>
constexpr typename F::Raw shift(typename F::Raw v, int n) {
  return n < 0 ? shiftRight(v, -n) : wrap<F::kWidth, F::kSigned>(shiftLeft(v, n));
}

template <typename T, If<std::is_floating_point<T>::value> = 0>
constexpr T asDouble(T v) {
  return v;
}
template <typename A, If<IsOwn<A>::value> = 0>
constexpr double asDouble(const A& a) {
  return a.to_double();
}

/// A fraction as a native number: integers are rounded towards zero, then wrapped.
template <typename T, typename A, If<std::is_floating_point<T>::value> = 0>
constexpr T native(const A& a) {
  return static_cast<T>(std::is_same<T, float>::value ? a.to_float() : a.to_double());
}
template <typename T, typename A, If<std::is_integral<T>::value> = 0>
constexpr T native(const A& a) {
  return std::is_same<T, bool>::value ? a.to_bool() : static_cast<T>(a.to_int64());
}

}  // namespace ap_detail

// Operators between the number types and native integers. Every result is exact.

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Sum operator+(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Sum;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(static_cast<T>(ap_detail::Raw::in<R>(a) + ap_detail::Raw::in<R>(b)));
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Difference operator-(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Difference;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(static_cast<T>(ap_detail::Raw::in<R>(a) - ap_detail::Raw::in<R>(b)));
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Product operator*(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Product;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(
      static_cast<T>(static_cast<T>(ap_detail::Raw::of(a)) * static_cast<T>(ap_detail::Raw::of(b))));
}

namespace ap_detail {

/// Whether integers of different signedness are divided as C does it: an unsigned one that is wider makes both unsigned.
template <typename A, typename B>
struct AsUnsigned {
  using L = Format<A>;
  using R = Format<B>;
  static constexpr int kSignedWidth = L::kSigned ? L::kWidth : R::kWidth;
  static constexpr int kUnsignedWidth = L::kSigned ? R::kWidth : L::kWidth;
  static constexpr bool kDivision =
      L::kInteger && R::kInteger && L::kSigned != R::kSigned && kUnsignedWidth > kSignedWidth;
  static constexpr int kWidth = max(kUnsignedWidth, kSignedWidth) + 1;
  using Type = ap_uint<kWidth>;
};
template <typename A, typename B>
using IfDividedAsUnsigned = If<AsUnsigned<A, B>::kDivision>;
template <typename A, typename B>
using IfDividedExactly = If<!AsUnsigned<A, B>::kDivision>;

}  // namespace ap_detail

/// Truncates towards zero; the quotient has the dividend's fraction bits.
template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::IfDividedExactly<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Quotient operator/(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Quotient;
  using L = ap_detail::Format<A>;
  using D = ap_detail::Format<B>;
  constexpr bool kSigned = ap_detail::Format<R>::kSigned;
  constexpr int kScale = ap_detail::max(D::kFractionBits, 0);
  constexpr int kWidth = ap_detail::max(L::kWidth + kScale + D::kSigned, D::kWidth) + kSigned;
  static_assert(kWidth <= ap_detail::kMaxWidth, "ap_fixed, ap_int: the operands of / are too wide");
  using T = ap_detail::Storage<kWidth, kSigned>;
  const T divisor = static_cast<T>(ap_detail::Raw::of(b));
  ap_detail::require(divisor != 0, "ap_fixed, ap_int: division by zero");
  const T dividend = ap_detail::shiftLeft(static_cast<T>(ap_detail::Raw::of(a)), kScale);
  return ap_detail::Raw::make<R>(static_cast<typename ap_detail::Format<R>::Raw>(dividend / divisor));
}

/// The remainder has the sign of the dividend.
template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::IfDividedExactly<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Remainder operator%(const A& a, const B& b) {
  static_assert(ap_detail::Results<A, B>::kInteger, "% is defined for integers only, not for ap_fixed");
  using R = typename ap_detail::Results<A, B>::Remainder;
  using T = typename ap_detail::Format<typename ap_detail::Results<A, B>::Sum>::Raw;
  const T divisor = static_cast<T>(ap_detail::Raw::of(b));
  ap_detail::require(divisor != 0, "ap_int: division by zero");
  return ap_detail::Raw::make<R>(
      static_cast<typename ap_detail::Format<R>::Raw>(static_cast<T>(ap_detail::Raw::of(a)) % divisor));
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::IfDividedAsUnsigned<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Quotient operator/(const A& a, const B& b) {
  using U = typename ap_detail::AsUnsigned<A, B>::Type;
  return U(a) / U(b);
}
template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::IfDividedAsUnsigned<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Remainder operator%(const A& a, const B& b) {
  using U = typename ap_detail::AsUnsigned<A, B>::Type;
  return U(a) % U(b);
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Common operator&(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Common;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(static_cast<T>(ap_detail::Raw::in<R>(a) & ap_detail::Raw::in<R>(b)));
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Common operator|(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Common;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(static_cast<T>(ap_detail::Raw::in<R>(a) | ap_detail::Raw::in<R>(b)));
}

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>
constexpr typename ap_detail::Results<A, B>::Common operator^(const A& a, const B& b) {
  using R = typename ap_detail::Results<A, B>::Common;
  using T = typename ap_detail::Format<R>::Raw;
  return ap_detail::Raw::make<R>(static_cast<T>(ap_detail::Raw::in<R>(a) ^ ap_detail::Raw::in<R>(b)));
}

namespace ap_detail {

/// Bits of a signed integer meet an integer: the result has the type that the integer itself would give.
template <typename S, typename B>
using IfSignedBits = If<Format<S>::kInteger && Format<S>::kSigned && IsApInteger<B>::value>;

}  // namespace ap_detail

#define MNIST_HLS_SIM_BITS(op, Result)                                                                           \
  template <typename S, typename B, ap_detail::IfSignedBits<S, B> = 0>                                           \
  constexpr typename ap_detail::Results<S, B>::Result operator op(const ap_detail::RangeRef<S>& a, const B& b) { \
    return a.get() op b;                                                                                         \
  }                                                                                                              \
  template <typename A, typename S, ap_detail::IfSignedBits<S, A> = 0>                                           \
  constexpr typename ap_detail::Results<A, S>::Result operator op(const A& a, const ap_detail::RangeRef<S>& b) { \
    return a op b.get();                                                                                         \
  }
MNIST_HLS_SIM_BITS(+, Sum)
MNIST_HLS_SIM_BITS(-, Difference)
MNIST_HLS_SIM_BITS(*, Product)
MNIST_HLS_SIM_BITS(/, Quotient)
MNIST_HLS_SIM_BITS(%, Remainder)
MNIST_HLS_SIM_BITS(&, Common)
MNIST_HLS_SIM_BITS(|, Common)
MNIST_HLS_SIM_BITS(^, Common)
#undef MNIST_HLS_SIM_BITS

template <typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
constexpr A operator+(const A& a) {
  return a;
}

template <typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
constexpr typename ap_detail::Negated<A>::Type operator-(const A& a) {
  using R = typename ap_detail::Negated<A>::Type;
  return ap_detail::Raw::make<R>(static_cast<typename ap_detail::Format<R>::Raw>(-ap_detail::Raw::in<R>(a)));
}

template <typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
constexpr typename ap_detail::Plain<A>::Type operator~(const A& a) {
  using R = typename ap_detail::Plain<A>::Type;
  using F = ap_detail::Format<R>;
  return ap_detail::Raw::make<R>(ap_detail::wrap<F::kWidth, F::kSigned>(~ap_detail::Raw::of(a)));
}

template <typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
constexpr bool operator!(const A& a) {
  return ap_detail::Raw::of(a) == 0;
}

/// Shifts keep the type: bits that leave it are lost, in both directions; a negative amount shifts the other way.
template <typename A, typename N, ap_detail::If<ap_detail::IsOwn<A>::value && ap_detail::IsNumber<N>::value> = 0>
constexpr typename ap_detail::Shifted<A>::Type operator<<(const A& a, const N& amount) {
  using R = typename ap_detail::Shifted<A>::Type;
  return ap_detail::Raw::make<R>(
      ap_detail::shift<ap_detail::Format<R>>(ap_detail::Raw::of(a), ap_detail::amount(amount)));
}

template <typename A, typename N, ap_detail::If<ap_detail::IsOwn<A>::value && ap_detail::IsNumber<N>::value> = 0>
constexpr typename ap_detail::Shifted<A>::Type operator>>(const A& a, const N& amount) {
  using R = typename ap_detail::Shifted<A>::Type;
  return ap_detail::Raw::make<R>(
      ap_detail::shift<ap_detail::Format<R>>(ap_detail::Raw::of(a), -ap_detail::amount(amount)));
}

template <typename S, typename N, ap_detail::IfSignedBits<S, N> = 0>
constexpr S operator<<(const ap_detail::RangeRef<S>& a, const N& amount) {
  return a.get() << amount;
}
template <typename S, typename N, ap_detail::IfSignedBits<S, N> = 0>
constexpr S operator>>(const ap_detail::RangeRef<S>& a, const N& amount) {
  return a.get() >> amount;
}

#endif
