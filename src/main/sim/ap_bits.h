/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// References to single bits and to ranges of bits of a number.
#ifndef MNIST_HLS_SIM_AP_BITS_H
#define MNIST_HLS_SIM_AP_BITS_H

#include "ap_number.h"

namespace ap_detail {

/// One bit of a number.
template <typename Self>
class BitRef {
 public:
  constexpr BitRef(Self& number, int index) : number_(number), index_(index) {}
  BitRef(const BitRef&) = default;
  constexpr operator bool() const { return static_cast<const Self&>(number_)[index_]; }
  constexpr bool to_bool() const { return *this; }
  constexpr int length() const { return 1; }
  constexpr BitRef& operator=(bool bit) {
    number_.set_bit(index_, bit);
    return *this;
  }
  constexpr BitRef& operator=(const BitRef& other) { return *this = static_cast<bool>(other); }
  /// With the lowest bit of v.
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr BitRef& operator&=(const T& v) {
    return *this = *this && lowest(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr BitRef& operator|=(const T& v) {
    return *this = *this || lowest(v);
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr BitRef& operator^=(const T& v) {
    return *this = static_cast<bool>(*this) != lowest(v);
  }

 private:
  friend struct Raw;
  constexpr std::uint8_t value() const { return *this ? 1 : 0; }
  template <typename T>
  static constexpr bool lowest(const T& v) {
    return (Raw::of(v) & 1) != 0;
  }

  Self& number_;
  int index_;
};

/// An integer, or some bits of one.
template <typename T>
struct HasBits : IsApInteger<T> {};
template <typename Self>
struct HasBits<RangeRef<Self>> : IsApInteger<Self> {};

/// Some bits of a number, as an unsigned integer.
template <typename Self>
class RangeRef {
  using F = Format<Self>;
  using Value = ap_uint<F::kWidth>;

 public:
  constexpr RangeRef(Self& number, int high, int low) : number_(number), high_(high), low_(low) {}
  RangeRef(const RangeRef&) = default;
  constexpr RangeRef& operator=(const RangeRef& other) { return *this = other.get(); }
  template <typename T, If<IsNumber<T>::value> = 0>
  constexpr RangeRef& operator=(const T& v) {
    static_assert(Format<T>::kInteger, "range() takes bits: assign an integer type");
    Number<Self>::requireBits(high_, low_);
    using Bits = Unsigned<typename F::Raw>;
    const Bits mask = static_cast<Bits>(shiftLeft(Bits(1), high_ - low_ + 1) - 1);
    const Bits bits = shiftLeft(static_cast<Bits>(static_cast<Bits>(Raw::of(v)) & mask), low_);
    // all bits of a number that has no value yet may be set
    const Bits old = length() == F::kWidth ? Bits(0) : static_cast<Bits>(number_.V.bits);
    const Bits kept = static_cast<Bits>(old & ~shiftLeft(mask, low_));
    number_.V.bits = wrap<F::kWidth, F::kSigned>(static_cast<Bits>(kept | bits));
    return *this;
  }

  /// As the vendor's: all bits of both numbers, not only those of the ranges.
  template <typename T, If<F::kInteger && HasBits<T>::value> = 0>
  constexpr RangeRef& operator&=(const T& v) {
    number_ &= numberOf(v);
    return *this;
  }
  template <typename T, If<F::kInteger && HasBits<T>::value> = 0>
  constexpr RangeRef& operator|=(const T& v) {
    number_ |= numberOf(v);
    return *this;
  }
  template <typename T, If<F::kInteger && HasBits<T>::value> = 0>
  constexpr RangeRef& operator^=(const T& v) {
    number_ ^= numberOf(v);
    return *this;
  }

  constexpr Value get() const { return static_cast<const Self&>(number_).range(high_, low_); }
  constexpr int length() const { return high_ - low_ + 1; }
  constexpr int to_int() const { return get().to_int(); }
  constexpr unsigned to_uint() const { return get().to_uint(); }
  constexpr long to_long() const { return get().to_long(); }
  constexpr unsigned long to_ulong() const { return get().to_ulong(); }
  constexpr long long to_int64() const { return get().to_int64(); }
  constexpr unsigned long long to_uint64() const { return get().to_uint64(); }
  constexpr operator unsigned long long() const { return to_uint64(); }

 private:
  friend struct Raw;
  template <typename Other>
  friend class RangeRef;
  template <typename T>
  static constexpr const T& numberOf(const T& v) {
    return v;
  }
  template <typename Other>
  static constexpr const Other& numberOf(const RangeRef<Other>& v) {
    return v.number_;
  }
  constexpr typename Format<RangeRef>::Raw value() const { return Raw::of(get()); }

  Self& number_;
  int high_;
  int low_;
};

}  // namespace ap_detail

#endif
