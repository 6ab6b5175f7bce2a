/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// What ap_int, ap_uint, ap_fixed and ap_ufixed have in common: storage, conversions, bits, assignments.
#ifndef MNIST_HLS_SIM_AP_NUMBER_H
#define MNIST_HLS_SIM_AP_NUMBER_H

#ifndef __SYNTHESIS__
#include <string>
#endif

#include "ap_types.h"

namespace ap_detail {

/// The stored integer as a member, as the vendor's V. \tparam F format
template <typename F>
struct StoredBits {
  typename F::Raw bits;

  using Integer = FormatOf<F::kWidth, F::kWidth, F::kSigned, AP_TRN_ZERO, AP_WRAP, true>;
  constexpr typename F::Raw value() const { return wrap<F::kWidth, F::kSigned>(bits); }
  constexpr operator Storage<min(F::kWidth, 64), F::kSigned>() const {
    return static_cast<Storage<min(F::kWidth, 64), F::kSigned>>(value());
  }
  template <typename T, If<IsNumber<T>::value> = 0>
  StoredBits& operator=(const T& v) {
    static_assert(Format<T>::kInteger, "V takes bits: assign an integer type");
    bits = wrap<F::kWidth, F::kSigned>(static_cast<typename F::Raw>(Raw::of(v)));
    return *this;
  }
  template <typename Other>
  StoredBits& operator=(const StoredBits<Other>& v) {
    bits = wrap<F::kWidth, F::kSigned>(static_cast<typename F::Raw>(v.value()));
    return *this;
  }
};

/// \tparam Self the class that derives from this one
template <typename Self>
class Number {
  using F = Format<Self>;

 public:
  static constexpr int width = F::kWidth;
  static constexpr int iwidth = F::kIntegerBits;
  static constexpr ap_q_mode qmode = F::kQuantization;
  static constexpr ap_o_mode omode = F::kOverflow;
  static constexpr bool sign_flag = F::kSigned;

  Number() = default;
// One constructor for each native type rather than a template: long tables of constants compile four times as fast.
#define MNIST_HLS_SIM_FROM_NATIVE(T) \
  constexpr Number(T v) : raw_(convert<F, Format<T>>(v)) {}
  MNIST_HLS_SIM_FROM_NATIVE(bool)
  MNIST_HLS_SIM_FROM_NATIVE(char)
  MNIST_HLS_SIM_FROM_NATIVE(signed char)
  MNIST_HLS_SIM_FROM_NATIVE(unsigned char)
  MNIST_HLS_SIM_FROM_NATIVE(short)
  MNIST_HLS_SIM_FROM_NATIVE(unsigned short)
  MNIST_HLS_SIM_FROM_NATIVE(int)
  MNIST_HLS_SIM_FROM_NATIVE(unsigned)
  MNIST_HLS_SIM_FROM_NATIVE(long)
  MNIST_HLS_SIM_FROM_NATIVE(unsigned long)
  MNIST_HLS_SIM_FROM_NATIVE(long long)
  MNIST_HLS_SIM_FROM_NATIVE(unsigned long long)
#undef MNIST_HLS_SIM_FROM_NATIVE
  Number(double v) : raw_(convertDouble<F>(v)) {}
  Number(float v) : raw_(convertDouble<F>(static_cast<double>(v))) {}
  Number(long double) = delete;
  template <typename T, If<std::is_same<T, half>::value> = 0>
  Number(const T& v) : raw_(convertDouble<F>(static_cast<double>(v))) {}
  template <typename Other>
  constexpr Number(const Number<Other>& v) : raw_(Raw::in<Self>(v.self())) {}
  template <typename Other>
  constexpr Number(const BitRef<Other>& v) : raw_(Raw::in<Self>(v)) {}
  template <typename Other>
  constexpr Number(const RangeRef<Other>& v) : raw_(Raw::in<Self>(v)) {}
  template <typename A, typename B>
  constexpr Number(const ConcatenationRef<A, B>& v) : raw_(Raw::in<Self>(v)) {}
  template <typename Other>
  constexpr Number(const StoredBits<Other>& v) : raw_(convert<F, typename StoredBits<Other>::Integer>(v.value())) {}
  /// The value of an object that somebody else may change. No copy constructor, so that numbers are copied like memory.
  template <typename Other>
  Number(const volatile Number<Other>& v) : raw_(Raw::in<Self>(v.load())) {}
#ifndef __SYNTHESIS__
  /// In the radix of the prefix (0b, 0o, 0x), else decimal.
  Number(const char* text);
  /// \param radix 2, 8, 10 or 16
  Number(const char* text, int radix);

  /// With prefix, 0b, 0o or 0x. \param radix 2, 8, 10 or 16  \param isSigned whether a negative number has a minus
  std::string to_string(int radix = 2, bool isSigned = F::kSigned) const;
#endif

  static constexpr int length() {
    return F::kWidth;
  }
  constexpr bool to_bool() const {
    return value() != 0;
  }
  constexpr char to_char() const {
    return static_cast<char>(to_int64());
  }
  constexpr short to_short() const {
    return static_cast<short>(to_int64());
  }
  constexpr int to_int() const {
    return static_cast<int>(to_int64());
  }
  constexpr unsigned to_uint() const {
    return static_cast<unsigned>(to_uint64());
  }
  constexpr long to_long() const {
    return static_cast<long>(to_int64());
  }
  constexpr unsigned long to_ulong() const {
    return static_cast<unsigned long>(to_uint64());
  }
  /// Rounded towards zero, then wrapped.
  constexpr long long to_int64() const {
    return convert<Format<ap_int<64>>, F>(value());
  }
  constexpr unsigned long long to_uint64() const {
    return convert<Format<ap_uint<64>>, F>(value());
  }
  /// Exact if at most 53 bits are significant, otherwise the nearest double, a tie to even.
  constexpr double to_double() const {
    return toReal<double>(value(), -F::kFractionBits);
  }
  constexpr float to_float() const {
    return toReal<float>(value(), -F::kFractionBits);
  }

  constexpr bool is_zero() const {
    return value() == 0;
  }
  constexpr bool is_neg() const {
    return isNegative(value());
  }

  constexpr bool iszero() const {
    return is_zero();
  }
  constexpr bool sign() const {
    return is_neg();
  }
  constexpr bool test(int i) const {
    return bitAt(i);
  }
  constexpr void set(int i, bool bit = true) {
    set_bit(i, bit);
  }
  constexpr void clear(int i) {
    set_bit(i, false);
  }
  constexpr void invert(int i) {
    set_bit(i, !bitAt(i));
  }
  constexpr void b_not() {
    self() = ~self();
  }
  constexpr bool and_reduce() const {
    return unsignedBits() == ones();
  }
  constexpr bool nand_reduce() const {
    return !and_reduce();
  }
  constexpr bool or_reduce() const {
    return !is_zero();
  }
  constexpr bool nor_reduce() const {
    return is_zero();
  }
  constexpr bool xor_reduce() const {
    bool odd = false;
    for (int i = 0; i < F::kWidth; ++i) {
      odd ^= bitAt(i);
    }
    return odd;
  }
  constexpr bool xnor_reduce() const {
    return !xor_reduce();
  }
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
  constexpr bool get_bit(int i) const {
    return bitAt(F::kInteger ? i : i + F::kFractionBits);
  }
  constexpr void set_bit(int i, bool bit) {
    requireBits(i, i);
    const typename F::Raw mask = shiftLeft(static_cast<typename F::Raw>(1), i);
    raw_ = wrap<F::kWidth, F::kSigned>(bit ? raw_ | mask : raw_ & ~mask);
  }
  constexpr bool operator[](int i) const {
    return bitAt(i);
  }
  constexpr BitRef<Self> operator[](int i) {
    return BitRef<Self>(self(), i);
  }
  constexpr bool bit(int i) const {
    return bitAt(i);
  }
  constexpr BitRef<Self> bit(int i) {
    return BitRef<Self>(self(), i);
  }

  /// Bits high..low, not interpreted; without arguments, all of them.
  constexpr RangeRef<Self> range(int high, int low) {
    return RangeRef<Self>(self(), high, low);
  }
  constexpr RangeRef<Self> range() {
    return range(F::kWidth - 1, 0);
  }
  constexpr RangeRef<Self> operator()(int high, int low) {
    return range(high, low);
  }
  constexpr ap_uint<F::kWidth> range(int high, int low) const {
    requireBits(high, low);
    using Bits = Unsigned<typename F::Raw>;
    const Bits shifted = shiftRight(wrap<F::kWidth, false>(value()), low);
    const Bits mask = static_cast<Bits>(shiftLeft(Bits(1), high - low + 1) - 1);
    return Raw::make<ap_uint<F::kWidth>>(static_cast<Bits>(shifted & mask));
  }
  constexpr ap_uint<F::kWidth> range() const {
    return range(F::kWidth - 1, 0);
  }
  constexpr ap_uint<F::kWidth> operator()(int high, int low) const {
    return range(high, low);
  }

  /// Bits that can be assigned to, those of this number above those of v.
  template <typename T>
  constexpr auto concat(T&& v) {
    return (self(), static_cast<T&&>(v));
  }
  template <typename T>
  constexpr auto concat(const T& v) const {
    return (self(), v);
  }

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
  constexpr Self& operator<<=(int n) {
    return self() = self() << n;
  }
  constexpr Self& operator>>=(int n) {
    return self() = self() >> n;
  }

  constexpr Self& operator++() {
    return *this += true;
  }
  constexpr Self& operator--() {
    return *this -= true;
  }
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

 protected:
  Self load() const volatile {
    return Raw::make<Self>(loaded(raw_));
  }
  void assign(const Self& v) volatile {
    store(raw_, Raw::of(v));
  }

 private:
  friend struct Raw;
  friend class RangeRef<Self>;
  template <typename Other>
  friend class Number;

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
    raw_ = F::kDropsLate ? static_cast<typename F::Raw>(bits) : wrap<F::kWidth, F::kSigned>(bits);
    return self();
  }
  template <typename T>
  constexpr Self& add(const T& v, std::true_type) {
    using Bits = Unsigned<typename F::Raw>;
    return store(static_cast<Bits>(static_cast<Bits>(raw_) + modular(v)));
  }
  template <typename T>
  constexpr Self& add(const T& v, std::false_type) {
    return self() = self() + v;
  }
  template <typename T>
  constexpr Self& subtract(const T& v, std::true_type) {
    using Bits = Unsigned<typename F::Raw>;
    return store(static_cast<Bits>(static_cast<Bits>(raw_) - modular(v)));
  }
  template <typename T>
  constexpr Self& subtract(const T& v, std::false_type) {
    return self() = self() - v;
  }

  constexpr bool bitAt(int i) const {
    requireBits(i, i);
    return (shiftRight(value(), i) & 1) != 0;
  }
  constexpr Unsigned<typename F::Raw> unsignedBits() const {
    return static_cast<Unsigned<typename F::Raw>>(wrap<F::kWidth, false>(value()));
  }
  static constexpr Unsigned<typename F::Raw> ones() {
    using Bits = Unsigned<typename F::Raw>;
    return shiftRight(static_cast<Bits>(-1), bitsOf<Bits>() - F::kWidth);
  }

  template <typename T, If<IsNative<T>::value> = 0>
  static T loaded(const volatile T& raw) {
    return raw;
  }
  template <int kWords, bool kSigned>
  static Wide<kWords, kSigned> loaded(const volatile Wide<kWords, kSigned>& raw) {
    return Wide<kWords, kSigned>::load(raw);
  }
  template <typename T, If<IsNative<T>::value> = 0>
  static void store(volatile T& to, const T& raw) {
    to = raw;
  }
  template <int kWords, bool kSigned>
  static void store(volatile Wide<kWords, kSigned>& to, const Wide<kWords, kSigned>& raw) {
    Wide<kWords, kSigned>::store(to, raw);
  }

  constexpr typename F::Raw value() const {
    return F::kDropsLate ? wrap<F::kWidth, F::kSigned>(raw_) : raw_;
  }
  constexpr Self& self() {
    return static_cast<Self&>(*this);
  }
  constexpr const Self& self() const {
    return static_cast<const Self&>(*this);
  }
  static constexpr void requireBits(int high, int low) {
    require(0 <= low && low <= high && high < F::kWidth, "ap_fixed, ap_int: bit index outside the type");
  }

  // both are the same integer: nothing is stored twice, and constants use the first
 public:
  union {
    typename F::Raw raw_;
    StoredBits<F> V;
  };
};

}  // namespace ap_detail

#endif
