/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Single bits, ranges of bits and what is made of all of them, as members of the number types.
#ifndef MNIST_HLS_SIM_AP_BIT_OPERATIONS_H
#define MNIST_HLS_SIM_AP_BIT_OPERATIONS_H

#include "ap_types.h"

namespace ap_detail {

/// \tparam Self number type that derives from this one
template <typename Self>
class BitOperations {
  using F = Format<Self>;

 public:
  constexpr bool test(int i) const { return bitAt(i); }
  constexpr void set(int i, bool bit = true) { set_bit(i, bit); }
  constexpr void clear(int i) { set_bit(i, false); }
  constexpr void invert(int i) { set_bit(i, !bitAt(i)); }
  constexpr void b_not() { self() = ~self(); }
  constexpr bool and_reduce() const { return unsignedBits() == ones(); }
  constexpr bool nand_reduce() const { return !and_reduce(); }
  constexpr bool or_reduce() const { return Raw::of(self()) != 0; }
  constexpr bool nor_reduce() const { return Raw::of(self()) == 0; }
  constexpr bool xor_reduce() const {
    bool odd = false;
    for (int i = 0; i < F::kWidth; ++i) {
      odd ^= bitAt(i);
    }
    return odd;
  }
  constexpr bool xnor_reduce() const { return !xor_reduce(); }
  constexpr int countLeadingZeros() const {
    int count = 0;
    while (count < F::kWidth && !bitAt(F::kWidth - 1 - count)) {
      ++count;
    }
    return count;
  }
  /// The lowest bit becomes the highest.
  constexpr Self& reverse() {
    const Self before = self();
    for (int i = 0; i < F::kWidth; ++i) {
      set_bit(i, before.bitAt(F::kWidth - 1 - i));
    }
    return self();
  }
  constexpr Self& lrotate(int n) {
    require(0 <= n && n < F::kWidth, "ap_fixed, ap_int: rotation by more bits than there are");
    const Self before = self();
    for (int i = 0; i < F::kWidth; ++i) {
      set_bit((i + n) % F::kWidth, before.bitAt(i));
    }
    return self();
  }
  constexpr Self& rrotate(int n) {
    require(0 <= n && n < F::kWidth, "ap_fixed, ap_int: rotation by more bits than there are");
    return lrotate((F::kWidth - n) % F::kWidth);
  }

  /// As the vendor's: of an integer, bit i; of a fraction, that of value 2^i.
  constexpr bool get_bit(int i) const { return bitAt(F::kInteger ? i : i + F::kFractionBits); }
  constexpr void set_bit(int i, bool bit) {
    requireBits(i, i);
    const typename F::Raw mask = shiftLeft(static_cast<typename F::Raw>(1), i);
    typename F::Raw& raw = self().V.bits;
    raw = wrap<F::kWidth, F::kSigned>(bit ? raw | mask : raw & ~mask);
  }
  constexpr bool operator[](int i) const { return bitAt(i); }
  constexpr BitRef<Self> operator[](int i) { return BitRef<Self>(self(), i); }
  constexpr bool bit(int i) const { return bitAt(i); }
  constexpr BitRef<Self> bit(int i) { return BitRef<Self>(self(), i); }

  /// Bits high..low, not interpreted; without arguments, all of them.
  constexpr RangeRef<Self> range(int high, int low) { return RangeRef<Self>(self(), high, low); }
  constexpr RangeRef<Self> range() { return range(F::kWidth - 1, 0); }
  constexpr RangeRef<Self> operator()(int high, int low) { return range(high, low); }
  constexpr ap_uint<F::kWidth> range(int high, int low) const {
    requireBits(high, low);
    using Bits = Unsigned<typename F::Raw>;
    const Bits shifted = shiftRight(wrap<F::kWidth, false>(Raw::of(self())), low);
    const Bits mask = static_cast<Bits>(shiftLeft(Bits(1), high - low + 1) - 1);
    return Raw::make<ap_uint<F::kWidth>>(static_cast<Bits>(shifted & mask));
  }
  constexpr ap_uint<F::kWidth> range() const { return range(F::kWidth - 1, 0); }
  constexpr ap_uint<F::kWidth> operator()(int high, int low) const { return range(high, low); }

  /// Bits that can be assigned to, those of this number above those of v.
  template <typename T>
  constexpr auto concat(T&& v) {
    return (self(), static_cast<T&&>(v));
  }
  template <typename T>
  constexpr auto concat(const T& v) const {
    return (self(), v);
  }

 private:
  friend class RangeRef<Self>;

  constexpr bool bitAt(int i) const {
    requireBits(i, i);
    return (shiftRight(Raw::of(self()), i) & 1) != 0;
  }
  constexpr Unsigned<typename F::Raw> unsignedBits() const {
    return static_cast<Unsigned<typename F::Raw>>(wrap<F::kWidth, false>(Raw::of(self())));
  }
  static constexpr Unsigned<typename F::Raw> ones() {
    using Bits = Unsigned<typename F::Raw>;
    return shiftRight(static_cast<Bits>(-1), bitsOf<Bits>() - F::kWidth);
  }
  static constexpr void requireBits(int high, int low) {
    require(0 <= low && low <= high && high < F::kWidth, "ap_fixed, ap_int: bit index outside the type");
  }
  constexpr Self& self() { return static_cast<Self&>(*this); }
  constexpr const Self& self() const { return static_cast<const Self&>(*this); }
};

}  // namespace ap_detail

#endif
