/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Integers that are too wide for a native one, with the operators of native ones: what ap_native.h stores such numbers in.
#ifndef MNIST_HLS_SIM_AP_WIDE_H
#define MNIST_HLS_SIM_AP_WIDE_H

#include <cstdint>
#include <type_traits>

namespace ap_detail {

template <int kWords, bool kSigned>
class Wide;

template <typename T>
struct IsNative : std::integral_constant<bool, std::is_integral<T>::value> {};
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Uint128;
template <>
struct IsNative<Int128> : std::true_type {};
template <>
struct IsNative<Uint128> : std::true_type {};
#endif

/// The lowest word of a * b + c + carry; the carry becomes the highest one.
constexpr std::uint64_t multiplyAdd(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t& carry) {
#ifdef __SIZEOF_INT128__
  const Uint128 sum = static_cast<Uint128>(a) * b + c + carry;
  carry = static_cast<std::uint64_t>(sum >> 64);
  return static_cast<std::uint64_t>(sum);
#else
  const std::uint64_t kLow = 0xFFFFFFFF;
  const std::uint64_t low = (a & kLow) * (b & kLow);
  const std::uint64_t middle1 = (a >> 32) * (b & kLow) + (low >> 32);
  const std::uint64_t middle2 = (a & kLow) * (b >> 32) + (middle1 & kLow);
  const std::uint64_t product = (middle2 << 32) | (low & kLow);
  const std::uint64_t withC = product + c;
  const std::uint64_t sum = withC + carry;
  carry = (a >> 32) * (b >> 32) + (middle1 >> 32) + (middle2 >> 32) + (withC < product ? 1 : 0) + (sum < withC ? 1 : 0);
  return sum;
#endif
}

/// Arithmetic modulo 2^(64 kWords), in two's complement if signed.
/// \tparam kWords words of 64 bits  \tparam kSigned whether the highest bit is a sign
template <int kWords, bool kSigned>
class Wide {
 public:
  Wide() = default;

  template <typename T, std::enable_if_t<IsNative<T>::value, int> = 0>
  constexpr Wide(T v) : words_() {
    const bool negative = v < static_cast<T>(1) && v != static_cast<T>(0);
    words_[0] = static_cast<std::uint64_t>(v);
    // in two steps, since a word may have no more than 64 bits
    words_[1] = sizeof(T) > 8 ? static_cast<std::uint64_t>((v >> (sizeof(T) * 2)) >> (sizeof(T) * 2)) : 0;
    for (int i = sizeof(T) > 8 ? 2 : 1; i < kWords; ++i) {
      words_[i] = negative ? ~std::uint64_t(0) : 0;
    }
  }
  template <int kOther, bool kOtherSigned, std::enable_if_t<kOther != kWords || kOtherSigned != kSigned, int> = 0>
  constexpr explicit Wide(const Wide<kOther, kOtherSigned>& v) : words_() {
    for (int i = 0; i < kWords; ++i) {
      words_[i] = v.word(i);
    }
  }
  /// The value of an object that somebody else may change.
  static Wide load(const volatile Wide& v) {
    Wide result;
    for (int i = 0; i < kWords; ++i) {
      result.words_[i] = v.words_[i];
    }
    return result;
  }
  static void store(volatile Wide& to, const Wide& v) {
    for (int i = 0; i < kWords; ++i) {
      to.words_[i] = v.words_[i];
    }
  }

  /// The lowest bits.
  template <typename T, std::enable_if_t<std::is_integral<T>::value && !std::is_same<T, bool>::value, int> = 0>
  constexpr explicit operator T() const {
    return static_cast<T>(words_[0]);
  }
#ifdef __SIZEOF_INT128__
  constexpr explicit operator Uint128() const {
    return (static_cast<Uint128>(words_[1]) << 64) | words_[0];
  }
  constexpr explicit operator Int128() const {
    return static_cast<Int128>(static_cast<Uint128>(*this));
  }
#endif

  /// Word i of the number as it continues to the left.
  constexpr std::uint64_t word(int i) const {
    return i < kWords ? words_[i] : isNegative() ? ~std::uint64_t(0) : 0;
  }
  constexpr bool isNegative() const {
    return kSigned && words_[kWords - 1] >> 63 != 0;
  }
  /// Bits without leading zeros.
  constexpr int bits() const {
    int i = kWords - 1;
    while (i > 0 && words_[i] == 0) {
      --i;
    }
    int result = 64 * i;
    for (std::uint64_t rest = words_[i]; rest != 0; rest >>= 1) {
      ++result;
    }
    return result;
  }

  constexpr Wide operator~() const {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      result.words_[i] = ~words_[i];
    }
    return result;
  }
  constexpr Wide operator-() const {
    return ~*this + Wide(1);
  }

  friend constexpr Wide operator+(const Wide& a, const Wide& b) {
    Wide result(0);
    std::uint64_t carry = 0;
    for (int i = 0; i < kWords; ++i) {
      const std::uint64_t sum = a.words_[i] + b.words_[i];
      result.words_[i] = sum + carry;
      carry = (sum < a.words_[i] || result.words_[i] < sum) ? 1 : 0;
    }
    return result;
  }
  friend constexpr Wide operator-(const Wide& a, const Wide& b) {
    Wide result(0);
    std::uint64_t borrow = 0;
    for (int i = 0; i < kWords; ++i) {
      const std::uint64_t difference = a.words_[i] - b.words_[i];
      result.words_[i] = difference - borrow;
      borrow = (difference > a.words_[i] || result.words_[i] > difference) ? 1 : 0;
    }
    return result;
  }
  friend constexpr Wide operator*(const Wide& a, const Wide& b) {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      std::uint64_t carry = 0;
      for (int j = 0; j < kWords - i; ++j) {
        result.words_[i + j] = multiplyAdd(a.words_[i], b.words_[j], result.words_[i + j], carry);
      }
    }
    return result;
  }
  /// Towards zero.
  friend constexpr Wide operator/(const Wide& a, const Wide& b) {
    const Wide quotient = divide(magnitude(a), magnitude(b)).quotient;
    return a.isNegative() != b.isNegative() ? -quotient : quotient;
  }
  friend constexpr Wide operator%(const Wide& a, const Wide& b) {
    const Wide remainder = divide(magnitude(a), magnitude(b)).remainder;
    return a.isNegative() ? -remainder : remainder;
  }

  friend constexpr Wide operator&(const Wide& a, const Wide& b) {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      result.words_[i] = a.words_[i] & b.words_[i];
    }
    return result;
  }
  friend constexpr Wide operator|(const Wide& a, const Wide& b) {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      result.words_[i] = a.words_[i] | b.words_[i];
    }
    return result;
  }
  friend constexpr Wide operator^(const Wide& a, const Wide& b) {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      result.words_[i] = a.words_[i] ^ b.words_[i];
    }
    return result;
  }

  /// \param n from 0 to 64 kWords - 1
  friend constexpr Wide operator<<(const Wide& v, int n) {
    Wide result(0);
    for (int i = kWords - 1; i >= n / 64; --i) {
      const std::uint64_t low = i > n / 64 && n % 64 != 0 ? v.words_[i - n / 64 - 1] >> (64 - n % 64) : 0;
      result.words_[i] = (v.words_[i - n / 64] << (n % 64)) | low;
    }
    return result;
  }
  friend constexpr Wide operator>>(const Wide& v, int n) {
    Wide result(0);
    for (int i = 0; i < kWords; ++i) {
      const std::uint64_t high = n % 64 != 0 ? v.word(i + n / 64 + 1) << (64 - n % 64) : 0;
      result.words_[i] = (v.word(i + n / 64) >> (n % 64)) | high;
    }
    return result;
  }

  friend constexpr bool operator==(const Wide& a, const Wide& b) {
    for (int i = 0; i < kWords; ++i) {
      if (a.words_[i] != b.words_[i]) {
        return false;
      }
    }
    return true;
  }
  friend constexpr bool operator<(const Wide& a, const Wide& b) {
    if (a.isNegative() != b.isNegative()) {
      return a.isNegative();
    }
    for (int i = kWords - 1; i >= 0; --i) {
      if (a.words_[i] != b.words_[i]) {
        return a.words_[i] < b.words_[i];
      }
    }
    return false;
  }
  friend constexpr bool operator!=(const Wide& a, const Wide& b) {
    return !(a == b);
  }
  friend constexpr bool operator>(const Wide& a, const Wide& b) {
    return b < a;
  }
  friend constexpr bool operator<=(const Wide& a, const Wide& b) {
    return !(b < a);
  }
  friend constexpr bool operator>=(const Wide& a, const Wide& b) {
    return !(a < b);
  }

 private:
  static_assert(kWords > 1, "a single word is a native integer");
  struct Division {
    Wide quotient;
    Wide remainder;
  };

  /// Read as an unsigned number, it is right for the lowest value too.
  static constexpr Wide magnitude(const Wide& v) {
    return v.isNegative() ? -v : v;
  }
  static constexpr bool lessUnsigned(const Wide& a, const Wide& b) {
    return Wide<kWords, false>(a) < Wide<kWords, false>(b);
  }

  /// Of unsigned numbers, by a word of half the size where the divisor is one, which every conversion to text needs.
  static constexpr Division divide(const Wide& a, const Wide& b) {
    Division result = {Wide(0), Wide(0)};
    if (b.bits() <= 32) {
      std::uint64_t rest = 0;
      for (int i = 2 * kWords - 1; i >= 0; --i) {
        const int shift = i % 2 * 32;
        rest = (rest << 32) | ((a.words_[i / 2] >> shift) & 0xFFFFFFFF);
        result.quotient.words_[i / 2] |= rest / b.words_[0] << shift;
        rest %= b.words_[0];
      }
      result.remainder.words_[0] = rest;
      return result;
    }
    for (int i = a.bits() - 1; i >= 0; --i) {
      const bool carry = result.remainder.words_[kWords - 1] >> 63 != 0;
      result.remainder = result.remainder << 1;
      result.remainder.words_[0] |= (a.words_[i / 64] >> (i % 64)) & 1;
      if (carry || !lessUnsigned(result.remainder, b)) {
        result.remainder = result.remainder - b;
        result.quotient.words_[i / 64] |= std::uint64_t(1) << (i % 64);
      }
    }
    return result;
  }

  std::uint64_t words_[static_cast<unsigned>(kWords)];
};

}  // namespace ap_detail

#endif
