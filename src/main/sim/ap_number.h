/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// What ap_int, ap_uint, ap_fixed and ap_ufixed have in common: storage and conversions.
#ifndef MNIST_HLS_SIM_AP_NUMBER_H
#define MNIST_HLS_SIM_AP_NUMBER_H

#ifndef __SYNTHESIS__
#include <string>
#endif

#include "ap_assignment.h"
#include "ap_bit_operations.h"
#include "ap_real.h"
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
class Number : public BitOperations<Self>, public Assignments<Self> {
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
  constexpr Number(T v) : V{convert<F, Format<T>>(v)} {}
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
  Number(double v) : V{convertDouble<F>(v)} {}
  Number(float v) : V{convertDouble<F>(static_cast<double>(v))} {}
  Number(long double) = delete;
  template <typename T, If<std::is_same<T, half>::value> = 0>
  Number(const T& v) : V{convertDouble<F>(static_cast<double>(v))} {}
  template <typename Other>
  constexpr Number(const Number<Other>& v) : V{Raw::in<Self>(v.self())} {}
  template <typename Other>
  constexpr Number(const BitRef<Other>& v) : V{Raw::in<Self>(v)} {}
  template <typename Other>
  constexpr Number(const RangeRef<Other>& v) : V{Raw::in<Self>(v)} {}
  template <typename A, typename B>
  constexpr Number(const ConcatenationRef<A, B>& v) : V{Raw::in<Self>(v)} {}
  template <typename Other>
  constexpr Number(const StoredBits<Other>& v) : V{convert<F, typename StoredBits<Other>::Integer>(v.value())} {}
  /// The value of an object that somebody else may change. No copy constructor, so that numbers are copied like memory.
  template <typename Other>
  Number(const volatile Number<Other>& v) : V{Raw::in<Self>(v.load())} {}
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
  constexpr bool iszero() const {
    return is_zero();
  }
  constexpr bool is_neg() const {
    return isNegative(value());
  }
  constexpr bool sign() const {
    return is_neg();
  }

 protected:
  Self load() const volatile {
    return Raw::make<Self>(loaded(V.bits));
  }
  void assign(const Self& v) volatile {
    store(V.bits, Raw::of(v));
  }

 private:
  friend struct Raw;
  template <typename Other>
  friend class Number;

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
    return F::kDropsLate ? wrap<F::kWidth, F::kSigned>(V.bits) : V.bits;
  }
  constexpr Self& self() {
    return static_cast<Self&>(*this);
  }
  constexpr const Self& self() const {
    return static_cast<const Self&>(*this);
  }

  // all that is stored
 public:
  StoredBits<F> V;
};

}  // namespace ap_detail

#endif
