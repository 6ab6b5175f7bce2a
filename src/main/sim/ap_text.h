/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Numbers from text and as text.
#ifndef MNIST_HLS_SIM_AP_TEXT_H
#define MNIST_HLS_SIM_AP_TEXT_H

#include <iosfwd>
#include <string>

#include "ap_number.h"

namespace ap_detail {

constexpr bool isRadix(int radix) {
  return radix == 2 || radix == 8 || radix == 10 || radix == 16;
}

/// Radix that a prefix names, as in 0x1F; 0 without one.
inline int radixOfPrefix(const char* text) {
  text += *text == '-' || *text == '+' ? 1 : 0;
  if (text[0] != '0') {
    return 0;
  }
  switch (text[1]) {
    case 'b':
    case 'B':
      return 2;
    case 'o':
    case 'O':
      return 8;
    case 'd':
    case 'D':
      return 10;
    case 'x':
    case 'X':
      return 16;
    default:
      return 0;
  }
}

/// Value of a digit, -1 if it is none.
inline int digitValue(char digit, int radix) {
  const int value = digit >= '0' && digit <= '9'   ? digit - '0'
                    : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                    : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                   : radix;
  return value < radix ? value : -1;
}

/// Digits of an unsigned number, without leading zeros.
template <typename Bits>
std::string digitsOf(Bits v, int radix) {
  const Bits base = static_cast<Bits>(radix);
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[static_cast<int>(v % base)]);
    v = static_cast<Bits>(v / base);
  } while (v != static_cast<Bits>(0));
  return digits;
}

/// With sign and prefix. As the vendor's, a zero stands before a digit that begins with a set bit, so that it is no sign,
/// unless all bits of the type are there.
template <typename Bits>
std::string wholeText(Bits v, int width, int radix, bool negative) {
  const std::string digits = digitsOf(v, radix);
  const std::string sign = negative ? "-" : "";
  if (radix == 10) {
    return sign + digits;
  }
  const int step = radix == 2 ? 1 : radix == 8 ? 3 : 4;
  const bool startsWithOne = digitValue(digits[0], radix) >= radix / 2;
  const bool padded = !negative && startsWithOne && static_cast<int>(digits.size()) * step < width;
  return sign + (radix == 2 ? "0b" : radix == 8 ? "0o" : "0x") + (padded ? "0" : "") + digits;
}

/// Digits behind the point of a number below 1. \param v the number times 2^fractionBits
template <typename Bits>
std::string fractionText(Bits v, int fractionBits, int radix) {
  const Bits mask = static_cast<Bits>(shiftLeft(Bits(1), fractionBits) - Bits(1));
  const int step = radix == 2 ? 1 : radix == 8 ? 3 : 4;
  std::string digits;
  for (int bits = 0; radix == 10 ? v != static_cast<Bits>(0) : bits < fractionBits; bits += step) {
    v = static_cast<Bits>(v * static_cast<Bits>(radix));
    digits += "0123456789abcdef"[static_cast<int>(shiftRight(v, fractionBits))];
    v = static_cast<Bits>(v & mask);
  }
  return digits;
}

/// All digits of the value. \param isSigned whether a negative number has a minus rather than a high bit
template <typename F>
std::string textOf(typename F::Raw raw, int radix, bool isSigned) {
  require(isRadix(radix), "ap_fixed, ap_int: the radix is not 2, 8, 10 or 16");
  constexpr int kFraction = max(F::kFractionBits, 0);
  constexpr int kWhole = F::kInteger ? F::kWidth : max(F::kIntegerBits, 0) + 1;
  // four more bits have room for a digit
  using Number = Storage<kWhole + kFraction + 4, true>;
  using Bits = Unsigned<Number>;
  const Number scaled = shiftLeft(static_cast<Number>(raw), max(-F::kFractionBits, 0));
  const bool negative = isSigned && isNegative(scaled);
  const Number magnitude = negative ? static_cast<Number>(-scaled) : scaled;
  const Bits mask = static_cast<Bits>(shiftLeft(Bits(1), kFraction) - Bits(1));
  const Bits fraction = static_cast<Bits>(static_cast<Bits>(magnitude) & mask);
  const Bits all = static_cast<Bits>(wrap<kWhole + kFraction, false>(magnitude));
  const Bits whole = F::kIntegerBits > 0 ? shiftRight(all, kFraction) : Bits(0);
  const std::string text = wholeText(whole, kWhole, radix, negative);
  return fraction == Bits(0) ? text : text + '.' + fractionText(fraction, kFraction, radix) + (radix == 16 ? "p0" : "");
}

/// The bits of a fraction, highest first, from its digits: each doubling carries one out.
inline bool doubled(std::string& digits, int radix) {
  int carry = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    const int twice = 2 * digits[i] + carry;
    carry = twice >= radix ? 1 : 0;
    digits[i] = static_cast<char>(twice - carry * radix);
  }
  return carry != 0;
}

/// Reads a number exactly, then quantizes and cuts it as an assignment does.
/// \return whether the whole text is a number of this radix
template <typename F>
bool parse(const char* text, int radix, typename F::Raw& result) {
  constexpr int kFraction = max(F::kFractionBits, 0);
  constexpr int kWhole = max(F::kIntegerBits, 1) + 4;
  // two more places: what decides a tie, and whether anything follows
  using From = FormatOf<kWhole + kFraction + 3, kWhole + 1, true, AP_TRN, AP_WRAP, false>;
  using Bits = Unsigned<typename From::Raw>;
  const bool negative = *text == '-';
  const bool prefixed = radixOfPrefix(text) == radix;
  text += (negative || *text == '+' ? 1 : 0) + (prefixed ? 2 : 0);
  Bits bits = 0;
  bool tooLarge = false;
  bool hasDigits = false;
  for (; digitValue(*text, radix) >= 0; ++text) {
    hasDigits = true;
    bits = static_cast<Bits>(bits * static_cast<Bits>(radix) + static_cast<Bits>(digitValue(*text, radix)));
    tooLarge = tooLarge || shiftRight(bits, kWhole - 1) != Bits(0);
    bits = static_cast<Bits>(bits & static_cast<Bits>(shiftLeft(Bits(1), kWhole - 1) - Bits(1)));
  }
  if (tooLarge && !F::kWraps) {
    bits = static_cast<Bits>(bits | shiftLeft(Bits(1), kWhole - 2));
  }
  std::string fraction;
  if (*text == '.' && !F::kInteger) {
    for (++text; digitValue(*text, radix) >= 0; ++text) {
      hasDigits = true;
      fraction += static_cast<char>(digitValue(*text, radix));
    }
  }
  for (int i = 0; i <= kFraction; ++i) {
    bits = static_cast<Bits>(shiftLeft(bits, 1) | Bits(doubled(fraction, radix) ? 1 : 0));
  }
  const bool rest = fraction.find_first_not_of('\0') != std::string::npos;
  bits = static_cast<Bits>(shiftLeft(bits, 1) | Bits(rest ? 1 : 0));
  const typename From::Raw exact = static_cast<typename From::Raw>(bits);
  result = convert<F, From>(negative ? static_cast<typename From::Raw>(-exact) : exact);
  return hasDigits && *text == '\0' && isRadix(radix);
}

template <typename F>
typename F::Raw parsed(const char* text, int radix) {
  typename F::Raw result{};
  require(parse<F>(text, radix, result), "ap_fixed, ap_int: the text is not a number of this radix");
  return result;
}

template <typename Self>
Number<Self>::Number(const char* text) : V{parsed<F>(text, radixOfPrefix(text) == 0 ? 10 : radixOfPrefix(text))} {}
template <typename Self>
Number<Self>::Number(const char* text, int radix) : V{parsed<F>(text, radix)} {}
template <typename Self>
std::string Number<Self>::to_string(int radix, bool isSigned) const {
  // as the vendor's: binary digits are the stored bits
  return textOf<F>(value(), radix, isSigned && radix != 2);
}

struct Fraction {};
struct NativeInteger {};
struct WideInteger {};
template <typename A>
using Printing = std::conditional_t<!Format<A>::kInteger, Fraction,
                                    std::conditional_t<Format<A>::kWidth <= 64, NativeInteger, WideInteger>>;

template <typename Stream, typename A>
void print(Stream& out, const A& a, Fraction) {
  out << a.to_double();
}
template <typename Stream, typename A>
void print(Stream& out, const A& a, NativeInteger) {
  out << static_cast<std::conditional_t<Format<A>::kSigned, long long, unsigned long long>>(Raw::of(a));
}
/// Radix that a stream asks for.
template <typename Stream>
int radixOf(const Stream& stream) {
  const auto base = stream.flags() & Stream::basefield;
  return base == Stream::hex ? 16 : base == Stream::oct ? 8 : 10;
}
template <typename Stream, typename A>
void print(Stream& out, const A& a, WideInteger) {
  out << textOf<Format<A>>(Raw::of(a), radixOf(out), Format<A>::kSigned).c_str();
}

template <typename Stream, typename Self>
void read(Stream& in, Number<Self>& v, std::true_type) {
  std::string word;
  if (in >> word) {
    const int prefix = radixOfPrefix(word.c_str());
    typename Format<Self>::Raw raw{};
    if (parse<Format<Self>>(word.c_str(), prefix != 0 ? prefix : radixOf(in), raw)) {
      static_cast<Self&>(v) = Raw::make<Self>(raw);
    } else {
      in.setstate(Stream::failbit);
    }
  }
}
template <typename Stream, typename Self>
void read(Stream& in, Number<Self>& v, std::false_type) {
  double number = 0;
  if (in >> number) {
    static_cast<Self&>(v) = Self(number);
  }
}

}  // namespace ap_detail

template <typename Char, typename Traits, typename A, ap_detail::If<ap_detail::IsOwn<A>::value> = 0>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const A& a) {
  ap_detail::print(out, a, ap_detail::Printing<A>());
  return out;
}
/// An integer in the radix of its prefix or of the stream, a fraction as a double.
template <typename Traits, typename Self>
std::basic_istream<char, Traits>& operator>>(std::basic_istream<char, Traits>& in, ap_detail::Number<Self>& v) {
  ap_detail::read(in, v, std::integral_constant<bool, ap_detail::Format<Self>::kInteger>());
  return in;
}

#endif
