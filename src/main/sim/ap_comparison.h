/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Comparisons between the number types and native numbers, and what is refused with floating-point ones.
#ifndef MNIST_HLS_SIM_AP_COMPARISON_H
#define MNIST_HLS_SIM_AP_COMPARISON_H

#include "ap_operators.h"

namespace ap_detail {

/// How the vendor compares: as C does. An unsigned number of at least 32 bits that is no narrower than the signed one makes
/// both unsigned; widths are those with a common binary point.
template <typename A, typename B>
struct Comparison {
  using L = Format<A>;
  using R = Format<B>;
  static constexpr int kMissing = L::kFractionBits - R::kFractionBits;
  static constexpr int kLeft = max(kMissing < 0 ? L::kWidth - kMissing + 1 : L::kWidth, 1);
  static constexpr int kRight = max(kMissing > 0 ? R::kWidth + kMissing : R::kWidth, 1);
  static constexpr int kSignedWidth = L::kSigned ? kLeft : kRight;
  static constexpr int kUnsignedWidth = L::kSigned ? kRight : kLeft;
  static constexpr bool kUnsigned = L::kSigned != R::kSigned && kUnsignedWidth >= 32 && kUnsignedWidth >= kSignedWidth;
  using Common = typename Results<A, B>::Common;
  using Raw = typename Format<Common>::Raw;
  using Compared = std::conditional_t<kUnsigned, Unsigned<Raw>, Raw>;
};

}  // namespace ap_detail

// With a floating-point number they are made in double, as the vendor's are.
#define MNIST_HLS_SIM_COMPARISON(op)                                                     \
  template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0>                      \
  constexpr bool operator op(const A& a, const B& b) {                                   \
    using C = ap_detail::Comparison<A, B>;                                               \
    return static_cast<typename C::Compared>(ap_detail::Raw::in<typename C::Common>(a))  \
        op static_cast<typename C::Compared>(ap_detail::Raw::in<typename C::Common>(b)); \
  }                                                                                      \
  template <typename A, typename B, ap_detail::IfMixed<A, B> = 0>                        \
  constexpr bool operator op(const A& a, const B& b) {                                   \
    return ap_detail::asDouble(a) op ap_detail::asDouble(b);                             \
  }
MNIST_HLS_SIM_COMPARISON(==)
MNIST_HLS_SIM_COMPARISON(!=)
MNIST_HLS_SIM_COMPARISON(<)
MNIST_HLS_SIM_COMPARISON(<=)
MNIST_HLS_SIM_COMPARISON(>)
MNIST_HLS_SIM_COMPARISON(>=)
#undef MNIST_HLS_SIM_COMPARISON

// A floating-point operand has no fixed-point format, so that there is no exact result type.
#define MNIST_HLS_SIM_REFUSED(op)                                                                                    \
  template <typename A, typename B, ap_detail::IfMixed<A, B> = 0>                                                    \
  constexpr void operator op(const A&, const B&) {                                                                   \
    static_assert(sizeof(A) == 0, "no arithmetic between ap_fixed and floating point: convert first, as in T(0.5)"); \
  }
MNIST_HLS_SIM_REFUSED(+)
MNIST_HLS_SIM_REFUSED(-)
MNIST_HLS_SIM_REFUSED(*)
MNIST_HLS_SIM_REFUSED(/)
MNIST_HLS_SIM_REFUSED(+=)
MNIST_HLS_SIM_REFUSED(-=)
MNIST_HLS_SIM_REFUSED(*=)
MNIST_HLS_SIM_REFUSED(/=)
#undef MNIST_HLS_SIM_REFUSED

#endif
