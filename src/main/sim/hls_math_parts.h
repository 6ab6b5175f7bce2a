/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The functions of hls_math.h that take numbers apart, give results in more than one place, or work on bits.
#ifndef MNIST_HLS_SIM_HLS_MATH_PARTS_H
#define MNIST_HLS_SIM_HLS_MATH_PARTS_H

#include "hls_math_fixed.h"
#include "hls_math_real.h"

namespace hls {

/// T is double, float or half.
#define MNIST_HLS_SIM_PARTS(T, suffix, prefix)                                                         \
  inline void prefix##sincos##suffix(T x, T* sine, T* cosine) {                                        \
    *sine = sin(x);                                                                                    \
    *cosine = cos(x);                                                                                  \
  }                                                                                                    \
  inline T prefix##modf##suffix(T x, T* whole) {                                                       \
    *whole = trunc(x);                                                                                 \
    return isinf(x) != 0 ? copysign(T(0), x) : copysign(T(x - *whole), x);                             \
  }                                                                                                    \
  inline T prefix##fract##suffix(T x, T* whole) {                                                      \
    *whole = floor(x);                                                                                 \
    return isinf(x) != 0 ? copysign(T(0), x) : fmin(T(x - *whole), hls_detail::nextafter(T(1), T(0))); \
  }                                                                                                    \
  inline T prefix##frexp##suffix(T x, int* exponent) {                                                 \
    return T(std::frexp(static_cast<double>(x), exponent));                                            \
  }                                                                                                    \
  inline T prefix##remquo##suffix(T x, T y, int* quotient) {                                           \
    return T(std::remquo(static_cast<double>(x), static_cast<double>(y), quotient));                   \
  }                                                                                                    \
  inline T prefix##lgamma_r##suffix(T x, int* sign) {                                                  \
    *sign = hls_detail::gammaSign(static_cast<double>(x));                                             \
    return lgamma(x);                                                                                  \
  }                                                                                                    \
  inline T prefix##nextafter##suffix(T x, T y) {                                                       \
    return hls_detail::nextafter(x, y);                                                                \
  }                                                                                                    \
  inline T prefix##bitselect##suffix(T x, T y, T z) {                                                  \
    return hls_detail::bitselect(x, y, z);                                                             \
  }
MNIST_HLS_SIM_PARTS(double, , )
MNIST_HLS_SIM_PARTS(float, , )
MNIST_HLS_SIM_PARTS(half, , )
MNIST_HLS_SIM_PARTS(float, f, )
MNIST_HLS_SIM_PARTS(half, , half_)
#undef MNIST_HLS_SIM_PARTS

template <typename T>
T cast_IEEE754(double x, bool saturates = false) {
  return hls_detail::cast<T>(x, saturates);
}
template <typename T>
T cast_IEEE754(float x, bool saturates = false) {
  return hls_detail::cast<T>(static_cast<double>(x), saturates);
}
template <typename T>
T cast_IEEE754(half x, bool saturates = false) {
  return hls_detail::cast<T>(static_cast<double>(x), saturates);
}

inline int fpclassify(double x) {
  return std::fpclassify(x);
}
inline int fpclassify(float x) {
  return std::fpclassify(x);
}
/// Other numbers are normal in half than in double.
inline int fpclassify(half x) {
  const int kind = std::fpclassify(static_cast<double>(x));
  return kind == FP_NORMAL && isnormal(x) == 0 ? FP_SUBNORMAL : kind;
}
inline int fpclassifyf(float x) {
  return fpclassify(x);
}
inline int half_fpclassify(half x) {
  return fpclassify(x);
}

template <typename T, hls_detail::IfNumber<T> = 0>
void sincos(const T& x, typename hls_detail::Sine<T>::Type* sine, typename hls_detail::Sine<T>::Type* cosine) {
  *sine = sin(x);
  *cosine = cos(x);
}
/// Both parts have the sign of x.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type modf(const T& x, T* whole) {
  using Plain = typename ap_detail::Plain<T>::Type;
  *whole = trunc(x);
  return hls_detail::cut<typename hls_detail::Same<T>::Type>(Plain(x) - Plain(*whole));
}
/// The part above the next whole number below.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type fract(const T& x) {
  constexpr int kBits = ap_detail::max(ap_detail::Format<T>::kIntegerBits, 1) + 2;
  return hls_detail::cut<typename hls_detail::Same<T>::Type>(typename ap_detail::Plain<T>::Type(x) -
                                                             ap_fixed<kBits, kBits>(x));
}
/// The exponent has the type of the number, as the vendor's; without integer bits it is 0.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type frexp(const T& x, T* exponent) {
  using To = typename hls_detail::Same<T>::Type;
  int power = 0;
  const double mantissa = std::frexp(hls_detail::real(x), &power);
  const bool split = ap_detail::Format<T>::kIntegerBits >= 0;
  *exponent = hls_detail::nearest<To>(split ? power : 0);
  return split ? hls_detail::nearest<To>(mantissa) : To(x);
}
/// The quotient is rounded to nearest, a tie to even; as the vendor's, both results are 0 where y is.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type remquo(const T& x, const T& y, int* quotient) {
  using To = typename hls_detail::Same<T>::Type;
  using Wide = ap_detail::Storage<ap_detail::Format<T>::kWidth + 2, true>;
  const Wide a = static_cast<Wide>(ap_detail::Raw::of(x));
  const Wide b = static_cast<Wide>(ap_detail::Raw::of(y));
  *quotient = 0;
  if (b == Wide(0)) {
    return To(0);
  }
  const Wide divisor = ap_detail::isNegative(b) ? static_cast<Wide>(-b) : b;
  const Wide dividend = ap_detail::isNegative(a) ? static_cast<Wide>(-a) : a;
  const Wide floor = static_cast<Wide>(dividend / divisor);
  const Wide rest = static_cast<Wide>(dividend - floor * divisor);
  const Wide twice = static_cast<Wide>(rest + rest);
  const bool up = divisor < twice || (twice == divisor && (floor & Wide(1)) != Wide(0));
  const int nearest = static_cast<int>(floor) + (up ? 1 : 0);
  const Wide left = up ? static_cast<Wide>(rest - divisor) : rest;
  *quotient = ap_detail::isNegative(a) != ap_detail::isNegative(b) ? -nearest : nearest;
  using Raw = typename ap_detail::Format<T>::Raw;
  return hls_detail::stored<To>(static_cast<Raw>(ap_detail::isNegative(a) ? static_cast<Wide>(-left) : left));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type lgamma_r(const T& x, int* sign) {
  *sign = hls_detail::gammaSign(hls_detail::real(x));
  return lgamma(x);
}

/// The neighbor of x in the direction of y.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type nextafter(const T& x, const T& y) {
  using Raw = typename ap_detail::Format<T>::Raw;
  const Raw raw = ap_detail::Raw::of(x);
  return hls_detail::stored<typename hls_detail::Same<T>::Type>(static_cast<Raw>(x < y   ? raw + 1
                                                                                 : y < x ? raw - 1
                                                                                         : raw));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type nexttoward(const T& x, const T& y) {
  return nextafter(x, y);
}
/// Bits of y where those of z are set, else of x.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type bitselect(const T& x, const T& y, const T& z) {
  return hls_detail::cut<typename hls_detail::Same<T>::Type>((z & y) | (~z & x));
}
/// Whether any bit is set, or all are.
template <typename T, ap_detail::If<ap_detail::IsOwn<T>::value> = 0>
bool any(const T& x) {
  return x.or_reduce();
}
template <typename T, ap_detail::If<ap_detail::IsOwn<T>::value> = 0>
bool all(const T& x) {
  return x.and_reduce();
}
template <typename T, hls_detail::IfNumber<T> = 0>
bool signbit(const T& x) {
  return x < 0;
}

}  // namespace hls

#endif
