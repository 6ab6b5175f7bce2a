/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Floating-point numbers of 16 bits (IEEE 754 binary16), for simulation on a host compiler. Every operation is rounded
/// once, to nearest, a tie to even.
#ifndef MNIST_HLS_SIM_HLS_HALF_H
#define MNIST_HLS_SIM_HLS_HALF_H

#include <cmath>
#include <cstdint>
#include <cstring>
#include <iosfwd>
#include <limits>
#include <type_traits>
#include <utility>

class half {
  template <typename T>
  using IfArithmetic = std::enable_if_t<std::is_arithmetic<T>::value, int>;
  template <typename T>
  using IfHasDouble =
      std::enable_if_t<std::is_same<decltype(std::declval<const T&>().to_double()), double>::value, int>;

 public:
  half() = default;
  template <typename T, IfArithmetic<T> = 0>
  half(T v) : bits_(rounded(static_cast<double>(v))) {}
  /// ap_int, ap_fixed and their sisters.
  template <typename T, IfHasDouble<T> = 0>
  half(const T& v) : bits_(rounded(v.to_double())) {}

  operator float() const {
    const int exponent = (bits_ >> 10) & 0x1F;
    const int fraction = bits_ & 0x3FF;
    const float magnitude = exponent == 0x1F ? (fraction != 0 ? std::numeric_limits<float>::quiet_NaN()
                                                              : std::numeric_limits<float>::infinity())
                            : exponent == 0  ? std::ldexp(static_cast<float>(fraction), -24)
                                             : std::ldexp(static_cast<float>(fraction | 0x400), exponent - 25);
    return std::copysign(magnitude, (bits_ & 0x8000) != 0 ? -1.0F : 1.0F);
  }

  half operator+() const { return *this; }
  half operator-() const {
    half result(*this);
    result.bits_ = static_cast<std::uint16_t>(bits_ ^ 0x8000);
    return result;
  }
  // float has more than twice the bits: rounded to half afterwards, its results are those of one rounding
#define MNIST_HLS_SIM_HALF_ASSIGNMENT(op)                                      \
  half& operator op##=(half v) {                                               \
    return *this = half(static_cast<float>(*this) op static_cast<float>(v));   \
  }                                                                            \
  template <typename T, IfArithmetic<T> = 0>                                   \
  half& operator op##=(T v) {                                                  \
    return *this = half(static_cast<double>(*this) op static_cast<double>(v)); \
  }
  MNIST_HLS_SIM_HALF_ASSIGNMENT(+)
  MNIST_HLS_SIM_HALF_ASSIGNMENT(-)
  MNIST_HLS_SIM_HALF_ASSIGNMENT(*)
  MNIST_HLS_SIM_HALF_ASSIGNMENT(/)
#undef MNIST_HLS_SIM_HALF_ASSIGNMENT
  half& operator++() {
    return *this += 1;
  }
  half& operator--() {
    return *this -= 1;
  }
  half operator++(int) {
    const half before = *this;
    ++*this;
    return before;
  }
  half operator--(int) {
    const half before = *this;
    --*this;
    return before;
  }

 private:
  static std::uint16_t rounded(double v) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &v, sizeof bits);
    const unsigned sign = static_cast<unsigned>(bits >> 48) & 0x8000;
    const int exponent = static_cast<int>((bits >> 52) & 0x7FF) - 1023;
    if (v != v) {
      return static_cast<std::uint16_t>(sign | 0x7E00);
    }
    if (exponent > 15) {
      return static_cast<std::uint16_t>(sign | 0x7C00);
    }
    if (exponent < -25) {
      return static_cast<std::uint16_t>(sign);
    }
    const std::uint64_t mantissa = (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
    const int dropped = 42 + (exponent < -14 ? -14 - exponent : 0);
    const std::uint64_t kept = mantissa >> dropped;
    const std::uint64_t rest = mantissa & ((std::uint64_t(1) << dropped) - 1);
    const std::uint64_t tie = std::uint64_t(1) << (dropped - 1);
    const bool up = rest > tie || (rest == tie && (kept & 1) != 0);
    // the leading bit of a normal number adds one to the exponent, and so does a carry
    const unsigned biased = exponent < -14 ? 0 : static_cast<unsigned>(exponent + 14) << 10;
    return static_cast<std::uint16_t>(sign | (biased + static_cast<unsigned>(kept) + (up ? 1 : 0)));
  }

  std::uint16_t bits_;
};

namespace hls_detail {

/// Both are halves: anything else is computed as C does it, in the wider of the types.
template <typename A, typename B>
using IfHalves = std::enable_if_t<std::is_same<A, half>::value && std::is_same<B, half>::value, int>;

}  // namespace hls_detail

#define MNIST_HLS_SIM_HALF_OPERATOR(op, Result)                     \
  template <typename A, typename B, hls_detail::IfHalves<A, B> = 0> \
  Result operator op(const A& a, const B& b) {                      \
    return Result(static_cast<float>(a) op static_cast<float>(b));  \
  }
MNIST_HLS_SIM_HALF_OPERATOR(+, half)
MNIST_HLS_SIM_HALF_OPERATOR(-, half)
MNIST_HLS_SIM_HALF_OPERATOR(*, half)
MNIST_HLS_SIM_HALF_OPERATOR(/, half)
MNIST_HLS_SIM_HALF_OPERATOR(==, bool)
MNIST_HLS_SIM_HALF_OPERATOR(!=, bool)
MNIST_HLS_SIM_HALF_OPERATOR(<, bool)
MNIST_HLS_SIM_HALF_OPERATOR(<=, bool)
MNIST_HLS_SIM_HALF_OPERATOR(>, bool)
MNIST_HLS_SIM_HALF_OPERATOR(>=, bool)
#undef MNIST_HLS_SIM_HALF_OPERATOR

template <typename Char, typename Traits>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const half& v) {
  return out << static_cast<float>(v);
}
template <typename Char, typename Traits>
std::basic_istream<Char, Traits>& operator>>(std::basic_istream<Char, Traits>& in, half& v) {
  float value = 0;
  if (in >> value) {
    v = half(value);
  }
  return in;
}

namespace std {

template <>
class numeric_limits<half> : public numeric_limits<float> {
 public:
  static constexpr int digits = 11;
  static constexpr int digits10 = 3;
  static constexpr int max_digits10 = 5;
  static constexpr int min_exponent = -13;
  static constexpr int min_exponent10 = -4;
  static constexpr int max_exponent = 16;
  static constexpr int max_exponent10 = 4;
  static half min() { return half(6.103515625e-05); }
  static half max() { return half(65504); }
  static half lowest() { return half(-65504); }
  static half epsilon() { return half(0.0009765625); }
  static half round_error() { return half(0.5); }
  static half denorm_min() { return half(5.9604644775390625e-08); }
  static half infinity() { return half(numeric_limits<float>::infinity()); }
  static half quiet_NaN() { return half(numeric_limits<float>::quiet_NaN()); }
};

}  // namespace std

#endif
