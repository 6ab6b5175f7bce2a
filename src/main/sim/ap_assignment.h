/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Compound assignments, as members of the number types.
#ifndef MNIST_HLS_SIM_AP_ASSIGNMENT_H
#define MNIST_HLS_SIM_AP_ASSIGNMENT_H

#include "ap_types.h"

namespace ap_detail {

/// \tparam Self number type that derives from this one
template <typename Self>
class Assignments {
  using F = Format<Self>;

 public:
  /// The exact result, then quantization and overflow of this type.
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator+=(const T& v) {
    return add(whole(v), Modular<Operand<T>>());
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator-=(const T& v) {
    return subtract(whole(v), Modular<Operand<T>>());
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator*=(const T& v) {
    return self() = self() * whole(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator/=(const T& v) {
    return self() = self() / whole(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator%=(const T& v) {
    return self() = self() % whole(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator&=(const T& v) {
    return self() = self() & whole(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator|=(const T& v) {
    return self() = self() | whole(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr Self& operator^=(const T& v) {
    return self() = self() ^ whole(v);
  }
  constexpr Self& operator<<=(int n) { return self() = self() << n; }
  constexpr Self& operator>>=(int n) { return self() = self() >> n; }

  constexpr Self& operator++() { return *this += true; }
  constexpr Self& operator--() { return *this -= true; }
  constexpr Self operator++(int) {
    const Self before = self();
    ++*this;
    return before;
  }
  constexpr Self operator--(int) {
    const Self before = self();
    --*this;
    return before;
  }

 private:
  /// An integer takes the whole part of a fraction before it computes, as the vendor's does.
  template <typename T, bool kCut = F::kInteger&& IsFraction<T>::value>
  struct Whole {
    using Type = T;
  };
  template <typename T>
  struct Whole<T, true> {
    static constexpr int kWidth = max(Format<T>::kIntegerBits, 1);
    using Type = typename ResultOf<kWidth, kWidth, Format<T>::kSigned, true>::Type;
  };
  template <typename T>
  using Operand = typename Whole<T>::Type;
  template <typename T, If<!(F::kInteger && IsFraction<T>::value)> = 0>
  static constexpr const T& whole(const T& v) {
    return v;
  }
  template <typename T, If<F::kInteger && IsFraction<T>::value> = 0>
  static constexpr Operand<T> whole(const T& v) {
    return v;
  }

  /// Wrapping sums of terms with no finer fraction need no wider type: arithmetic modulo 2^W gives the same bits.
  template <typename T>
  using Modular = std::integral_constant<bool, F::kWraps && Format<T>::kFractionBits <= F::kFractionBits>;

  template <typename T>
  static constexpr Unsigned<typename F::Raw> modular(const T& v) {
    using Bits = Unsigned<typename F::Raw>;
    return shiftLeft(static_cast<Bits>(Raw::of(v)), max(F::kFractionBits - Format<T>::kFractionBits, 0));
  }
  constexpr Self& store(Unsigned<typename F::Raw> bits) {
    self().V.bits = F::kDropsLate ? static_cast<typename F::Raw>(bits) : wrap<F::kWidth, F::kSigned>(bits);
    return self();
  }
  template <typename T>
  constexpr Self& add(const T& v, std::true_type) {
    using Bits = Unsigned<typename F::Raw>;
    return store(static_cast<Bits>(static_cast<Bits>(self().V.bits) + modular(v)));
  }
  template <typename T>
  constexpr Self& add(const T& v, std::false_type) {
    return self() = self() + v;
  }
  template <typename T>
  constexpr Self& subtract(const T& v, std::true_type) {
    using Bits = Unsigned<typename F::Raw>;
    return store(static_cast<Bits>(static_cast<Bits>(self().V.bits) - modular(v)));
  }
  template <typename T>
  constexpr Self& subtract(const T& v, std::false_type) {
    return self() = self() - v;
  }

  constexpr Self& self() { return static_cast<Self&>(*this); }
  constexpr const Self& self() const { return static_cast<const Self&>(*this); }
};

}  // namespace ap_detail

#endif
