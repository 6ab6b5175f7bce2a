/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Bits of several integers side by side: (a, b), the bits of a above those of b.
#ifndef MNIST_HLS_SIM_AP_CONCATENATION_H
#define MNIST_HLS_SIM_AP_CONCATENATION_H

#include "ap_bits.h"
#include "ap_number.h"

namespace ap_detail {

/// Bits that an operand contributes: of a range, those that it has, not those of its type.
template <typename T, If<std::is_integral<T>::value> = 0>
constexpr int lengthOf(const T&) {
  return nativeWidth<T>();
}
template <typename T, If<IsOwn<T>::value> = 0>
constexpr int lengthOf(const T& v) {
  return v.length();
}

template <typename A, typename B>
using ConcatenationOf = ap_uint<Format<A>::kWidth + Format<B>::kWidth>;

template <typename A, typename B>
constexpr ConcatenationOf<A, B> concatenated(const A& a, const B& b) {
  using R = ConcatenationOf<A, B>;
  using T = typename Format<R>::Raw;
  const T low = static_cast<T>(wrap<Format<B>::kWidth, false>(Raw::of(b)));
  const T high = shiftLeft(static_cast<T>(wrap<Format<A>::kWidth, false>(Raw::of(a))), lengthOf(b));
  return Raw::make<R>(wrap<Format<R>::kWidth, false>(static_cast<T>(high | low)));
}

template <typename Self, typename Bits>
constexpr void assignBits(BitRef<Self>& to, const Bits& bits) {
  to = (bits & 1) != 0;
}
template <typename T, typename Bits>
constexpr void assignBits(T& to, const Bits& bits) {
  to = bits;
}

/// Two integers that are assigned to as one. \tparam A, B references to numbers, or what refers to bits
template <typename A, typename B>
class ConcatenationRef {
  using High = std::decay_t<A>;
  using Low = std::decay_t<B>;
  using Value = ConcatenationOf<High, Low>;

 public:
  constexpr ConcatenationRef(A a, B b) : high_(a), low_(b) {}
  ConcatenationRef(const ConcatenationRef&) = default;
  constexpr ConcatenationRef& operator=(const ConcatenationRef& other) { return *this = other.get(); }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr ConcatenationRef& operator=(const T& v) {
    const Value bits(v);
    assignBits(low_, bits);
    assignBits(high_, bits >> low_.length());
    return *this;
  }

  constexpr Value get() const { return concatenated(high_, low_); }
  constexpr int length() const { return high_.length() + low_.length(); }
  constexpr int to_int() const { return get().to_int(); }
  constexpr unsigned to_uint() const { return get().to_uint(); }
  constexpr long long to_int64() const { return get().to_int64(); }
  constexpr unsigned long long to_uint64() const { return get().to_uint64(); }
  constexpr operator unsigned long long() const { return to_uint64(); }

 private:
  friend struct Raw;
  constexpr typename Format<Value>::Raw value() const { return Raw::of(get()); }

  A high_;
  B low_;
};

template <typename T>
struct IsReference : std::false_type {};
template <typename Self>
struct IsReference<BitRef<Self>> : std::true_type {};
template <typename Self>
struct IsReference<RangeRef<Self>> : std::true_type {};
template <typename A, typename B>
struct IsReference<ConcatenationRef<A, B>> : std::true_type {};

/// Whether an operand, T as it is deduced for T&&, can be assigned to: a variable, or what refers to bits of one.
template <typename T>
struct IsAssignable : IsReference<std::decay_t<T>> {};
template <typename T>
struct IsAssignable<T&>
    : std::integral_constant<bool, IsReference<std::decay_t<T>>::value || (IsOwn<T>::value && !IsFraction<T>::value)> {
};

/// How a concatenation holds its operand: what refers to bits by value, since it may be temporary.
template <typename T>
using Held = std::conditional_t<IsReference<std::decay_t<T>>::value, std::decay_t<T>, T>;

}  // namespace ap_detail

template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::If<ap_detail::Results<A, B>::kInteger> = 0>
constexpr const ap_detail::ConcatenationOf<A, B> operator,(const A& a, const B& b) {
  return ap_detail::concatenated(a, b);
}
template <typename A, typename B,
          ap_detail::If<ap_detail::IsAssignable<A>::value && ap_detail::IsAssignable<B>::value> = 0>
constexpr ap_detail::ConcatenationRef<ap_detail::Held<A>, ap_detail::Held<B>> operator,(A&& a, B&& b) {
  return {a, b};
}

#endif
