/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Integers of any width, for simulation on a host compiler: arithmetic as published for the vendor's ap_int and ap_uint.
/// Also what they have in common with ap_fixed and ap_ufixed: storage, conversions, bits, operators.
#ifndef MNIST_HLS_SIM_AP_INT_H
#define MNIST_HLS_SIM_AP_INT_H

#include <type_traits>
#ifndef __SYNTHESIS__
#include <iosfwd>
#endif

#include "ap_format.h"

template <int W>
class ap_int;
template <int W>
class ap_uint;
template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_fixed;
template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_ufixed;
class half;

namespace ap_detail {

template <typename Self>
class BitRef;
template <typename Self>
class RangeRef;

/// Format of a type that takes part in fixed-point arithmetic; not defined for any other.
template <typename T, typename = void>
struct Format {};
template <int W>
struct Format<ap_int<W>> : FormatOf<W, W, true, AP_TRN_ZERO, AP_WRAP, true> {};
template <int W>
struct Format<ap_uint<W>> : FormatOf<W, W, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
struct Format<ap_fixed<W, I, Q, O, N>> : FormatOf<W, I, true, Q, O, false> {};
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
struct Format<ap_ufixed<W, I, Q, O, N>> : FormatOf<W, I, false, Q, O, false> {};
template <typename Self>
struct Format<BitRef<Self>> : FormatOf<1, 1, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <typename Self>
struct Format<RangeRef<Self>>
    : FormatOf<Format<Self>::kWidth, Format<Self>::kWidth, false, AP_TRN_ZERO, AP_WRAP, true> {};
template <typename T>
constexpr int nativeWidth() {
  return std::is_same<T, bool>::value ? 1 : bitsOf<T>();
}
template <typename T>
struct Format<T, std::enable_if_t<std::is_integral<T>::value>>
    : FormatOf<nativeWidth<T>(), nativeWidth<T>(), std::is_signed<T>::value, AP_TRN_ZERO, AP_WRAP, true> {};

template <typename T, typename = void>
struct IsNumber : std::false_type {};
template <typename T>
struct IsNumber<T, std::enable_if_t<(Format<T>::kWidth > 0)>> : std::true_type {};

/// One of the types of these headers, native integers excluded.
template <typename T>
struct IsOwn : std::integral_constant<bool, IsNumber<T>::value && !std::is_integral<T>::value> {};

template <typename T, bool kIsNumber = IsNumber<T>::value>
struct IsFraction : std::false_type {};
template <typename T>
struct IsFraction<T, true> : std::integral_constant<bool, !Format<T>::kInteger> {};

template <bool kCondition>
using If = std::enable_if_t<kCondition, int>;

/// Both are numbers and at least one is of these headers: the operators below apply.
template <typename A, typename B>
using IfNumbers = If<IsNumber<A>::value && IsNumber<B>::value && (IsOwn<A>::value || IsOwn<B>::value)>;

/// A fraction meets a floating-point number.
template <typename A, typename B>
using IfMixed = If<(IsFraction<A>::value && std::is_floating_point<B>::value) ||
                   (std::is_floating_point<A>::value && IsFraction<B>::value)>;

template <int W, int I, bool S, bool kIsInteger>
struct ResultOf;
template <int W, int I>
struct ResultOf<W, I, true, true> {
  using Type = ap_int<W>;
};
template <int W, int I>
struct ResultOf<W, I, false, true> {
  using Type = ap_uint<W>;
};
template <int W, int I>
struct ResultOf<W, I, true, false> {
  using Type = ap_fixed<W, I>;
};
template <int W, int I>
struct ResultOf<W, I, false, false> {
  using Type = ap_ufixed<W, I>;
};

/// Result types of the operators on A and B: nothing is lost in any of them.
template <typename A, typename B>
struct Results {
  using L = Format<A>;
  using R = Format<B>;
  static constexpr bool kInteger = L::kInteger && R::kInteger;
  static constexpr bool kSigned = L::kSigned || R::kSigned;
  static constexpr int kIntegerBits =
      max(L::kIntegerBits + (R::kSigned && !L::kSigned), R::kIntegerBits + (L::kSigned && !R::kSigned));
  static constexpr int kFractionBits = max(L::kFractionBits, R::kFractionBits);

  template <int kExtraBits, bool S>
  using Aligned =
      typename ResultOf<kIntegerBits + kExtraBits + kFractionBits, kIntegerBits + kExtraBits, S, kInteger>::Type;
  using Common = Aligned<0, kSigned>;
  using Sum = Aligned<1, kSigned>;
  using Difference = Aligned<1, true>;
  using Product = typename ResultOf<L::kWidth + R::kWidth, L::kIntegerBits + R::kIntegerBits, kSigned, kInteger>::Type;
  using Quotient = typename ResultOf<L::kWidth + max(R::kFractionBits, 0) + R::kSigned,
                                     L::kIntegerBits + R::kFractionBits + R::kSigned, kSigned, kInteger>::Type;
  using Remainder = typename ResultOf<min(L::kWidth, R::kWidth + (!R::kSigned && L::kSigned)),
                                      min(L::kWidth, R::kWidth + (!R::kSigned && L::kSigned)), L::kSigned, true>::Type;
};

/// The only way to and from the stored integer, so that user code keeps to the vendor's interface.
struct Raw {
  template <typename T, If<std::is_integral<T>::value> = 0>
  static constexpr T of(T v) {
    return v;
  }
  template <typename T, If<IsOwn<T>::value> = 0>
  static constexpr typename Format<T>::Raw of(const T& v) {
    return v.value();
  }
  template <typename T>
  static constexpr T make(typename Format<T>::Raw v) {
    T result{};
    result.raw_ = v;
    return result;
  }
  /// v in the raw format of the wider type T
  template <typename T, typename From>
  static constexpr typename Format<T>::Raw in(const From& v) {
    return convert<Format<T>, Format<From>>(of(v));
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
    return get_bit(i);
  }
  constexpr void set(int i, bool bit = true) {
    set_bit(i, bit);
  }
  constexpr void clear(int i) {
    set_bit(i, false);
  }
  constexpr void invert(int i) {
    set_bit(i, !get_bit(i));
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
      odd ^= get_bit(i);
    }
    return odd;
  }
  constexpr bool xnor_reduce() const {
    return !xor_reduce();
  }
  constexpr int countLeadingZeros() const {
    int count = 0;
    while (count < F::kWidth && !get_bit(F::kWidth - 1 - count)) {
      ++count;
    }
    return count;
  }
  /// The lowest bit becomes the highest.
  constexpr Self& reverse() {
    const Self before = self();
    for (int i = 0; i < F::kWidth; ++i) {
      set_bit(i, before.get_bit(F::kWidth - 1 - i));
    }
    return self();
  }
  constexpr Self& lrotate(int n) {
    require(0 <= n && n < F::kWidth, "ap_fixed, ap_int: rotation by more bits than there are");
    const Self before = self();
    for (int i = 0; i < F::kWidth; ++i) {
      set_bit((i + n) % F::kWidth, before.get_bit(i));
    }
    return self();
  }
  constexpr Self& rrotate(int n) {
    require(0 <= n && n < F::kWidth, "ap_fixed, ap_int: rotation by more bits than there are");
    return lrotate((F::kWidth - n) % F::kWidth);
  }

  constexpr bool get_bit(int i) const {
    requireBits(i, i);
    return (shiftRight(value(), i) & 1) != 0;
  }
  constexpr void set_bit(int i, bool bit) {
    requireBits(i, i);
    const typename F::Raw mask = shiftLeft(static_cast<typename F::Raw>(1), i);
    raw_ = wrap<F::kWidth, F::kSigned>(bit ? raw_ | mask : raw_ & ~mask);
  }
  constexpr bool operator[](int i) const {
    return get_bit(i);
  }
  constexpr BitRef<Self> operator[](int i) {
    return BitRef<Self>(self(), i);
  }
  constexpr bool bit(int i) const {
    return get_bit(i);
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
  using Modular = std::integral_constant<bool, F::kOverflow == AP_WRAP && Format<T>::kFractionBits <= F::kFractionBits>;

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

  constexpr Unsigned<typename F::Raw> unsignedBits() const {
    return static_cast<Unsigned<typename F::Raw>>(wrap<F::kWidth, false>(value()));
  }
  static constexpr Unsigned<typename F::Raw> ones() {
    using Bits = Unsigned<typename F::Raw>;
    return shiftRight(static_cast<Bits>(-1), bitsOf<Bits>() - F::kWidth);
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

  typename F::Raw raw_;
};

/// One bit of a number.
template <typename Self>
class BitRef {
 public:
  constexpr BitRef(Self& number, int index) : number_(number), index_(index) {}
  BitRef(const BitRef&) = default;
  constexpr operator bool() const { return number_.get_bit(index_); }
  constexpr bool to_bool() const { return *this; }
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
    const Bits old = length() == F::kWidth ? Bits(0) : static_cast<Bits>(number_.raw_);
    const Bits kept = static_cast<Bits>(old & ~shiftLeft(mask, low_));
    number_.raw_ = wrap<F::kWidth, F::kSigned>(static_cast<Bits>(kept | bits));
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
  constexpr typename Format<RangeRef>::Raw value() const { return Raw::of(get()); }

  Self& number_;
  int high_;
  int low_;
};

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

/// What a stream prints for a number.
template <typename A>
constexpr double printable(const A& a, std::true_type) {
  return a.to_double();
}
template <typename A>
constexpr auto printable(const A& a, std::false_type) {
  static_assert(Format<A>::kWidth <= 64, "ap_int: only integers of up to 64 bits are printed");
  return static_cast<std::conditional_t<Format<A>::kSigned, long long, unsigned long long>>(Raw::of(a));
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
using IfSignedBits =
    If<Format<S>::kInteger && Format<S>::kSigned &&
       (std::is_same<B, ap_int<Format<B>::kWidth>>::value || std::is_same<B, ap_uint<Format<B>::kWidth>>::value)>;

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

/// Concatenation of integers, as the vendor's: a's bits above b's. The result cannot be assigned to.
template <typename A, typename B, ap_detail::IfNumbers<A, B> = 0, ap_detail::If<ap_detail::Results<A, B>::kInteger> = 0>
constexpr const ap_uint<ap_detail::Format<A>::kWidth + ap_detail::Format<B>::kWidth> operator,(const A& a, const B& b) {
  constexpr int kLow = ap_detail::Format<B>::kWidth;
  using R = ap_uint<ap_detail::Format<A>::kWidth + kLow>;
  using T = typename ap_detail::Format<R>::Raw;
  const T low = static_cast<T>(ap_detail::wrap<kLow, false>(ap_detail::Raw::of(b)));
  const T high = ap_detail::shiftLeft(static_cast<T>(ap_detail::Raw::of(a)), kLow);
  return ap_detail::Raw::make<R>(ap_detail::wrap<ap_detail::Format<R>::kWidth, false>(static_cast<T>(high | low)));
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

#ifndef __SYNTHESIS__
template <typename Char, typename Traits, typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const A& a) {
  return out << ap_detail::printable(a, ap_detail::IsFraction<A>());
}
#endif

/// \tparam W bits, the sign among them
template <int W>
class ap_int : public ap_detail::Number<ap_int<W>> {
 public:
  using ap_detail::Number<ap_int>::Number;
  ap_int() = default;
  /// As the vendor's: of more than 64 bits, the lowest ones.
  constexpr operator ap_detail::Storage<ap_detail::min(W, 64), true>() const {
    return static_cast<ap_detail::Storage<ap_detail::min(W, 64), true>>(ap_detail::Raw::of(*this));
  }
  constexpr explicit operator bool() const { return this->to_bool(); }
};

/// \tparam W bits
template <int W>
class ap_uint : public ap_detail::Number<ap_uint<W>> {
 public:
  using ap_detail::Number<ap_uint>::Number;
  ap_uint() = default;
  /// As the vendor's: of more than 64 bits, the lowest ones.
  constexpr operator ap_detail::Storage<ap_detail::min(W, 64), false>() const {
    return static_cast<ap_detail::Storage<ap_detail::min(W, 64), false>>(ap_detail::Raw::of(*this));
  }
  constexpr explicit operator bool() const { return this->to_bool(); }
};

#endif
