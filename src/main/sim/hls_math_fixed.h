/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The functions of hls_math.h for ap_fixed, ap_ufixed, ap_int, ap_uint and native integers. The types of the results are
/// the vendor's. Where a result has no finite expansion it is computed in double, rounded to nearest (integers towards
/// zero) and saturated: the vendor's last bits may differ.
#ifndef MNIST_HLS_SIM_HLS_MATH_FIXED_H
#define MNIST_HLS_SIM_HLS_MATH_FIXED_H

#include "ap_fixed.h"
#include "hls_math_real.h"

namespace hls_detail {

using ap_detail::Format;
template <typename T>
using IfNumber = ap_detail::If<ap_detail::IsNumber<T>::value>;

/// A number type with these bits, or a native integer if the operand is one.
template <typename T, bool kOwn = ap_detail::IsOwn<T>::value>
struct Same {
  using Type = T;
};
template <typename T>
struct Same<T, true> : ap_detail::Plain<T> {};

template <typename T, int W, int I>
using Resized = typename ap_detail::ResultOf<W, I, Format<T>::kSigned, Format<T>::kInteger>::Type;

/// Types of results that do not have the operand's format.
template <typename T, bool kInteger = Format<T>::kInteger>
struct Sine : Same<T> {};
template <typename T>
struct Sine<T, false> {
  using Type = Resized<T, Format<T>::kFractionBits + 2, 2>;
};
template <typename T>
struct ArcSine {
  static_assert(!Format<T>::kInteger && Format<T>::kSigned,
                "hls_math.h: asin and acos take ap_fixed or floating point");
  using Type = Resized<T, Format<T>::kFractionBits + 3, 3>;
};
template <typename T, bool kInteger = Format<T>::kInteger>
struct ArcTangent {
  static constexpr int kWidth = Format<T>::kSigned ? 2 : 1;
  using Type = Resized<T, kWidth, kWidth>;
};
template <typename T>
struct ArcTangent<T, false> {
  using Type = Resized<T, Format<T>::kWidth, 2>;
};
template <typename T, bool kInteger = Format<T>::kInteger>
struct ArcTangent2 {
  static constexpr int kWidth = Format<T>::kSigned ? 3 : 2;
  using Type = Resized<T, kWidth, kWidth>;
};
template <typename T>
struct ArcTangent2<T, false> {
  using Type = Resized<T, Format<T>::kWidth, 3>;
};

template <typename T>
double real(const T& x) {
  return ap_detail::asDouble(typename ap_detail::Plain<T>::Type(x));
}

template <typename To, ap_detail::If<ap_detail::IsOwn<To>::value> = 0>
To stored(typename Format<To>::Raw raw) {
  return ap_detail::Raw::make<To>(raw);
}
template <typename To, ap_detail::If<std::is_integral<To>::value> = 0>
To stored(To raw) {
  return raw;
}

/// As the vendor's: the sine and the cosine of an integer are 0, also where the cosine is 1.
template <typename T>
double wave(double v) {
  return Format<T>::kInteger ? 0 : v;
}

template <typename To>
To nearest(double v) {
  using F = Format<To>;
  constexpr ap_q_mode kMode = F::kInteger ? AP_TRN_ZERO : AP_RND_CONV;
  using Saturated = ap_detail::FormatOf<F::kWidth, F::kIntegerBits, F::kSigned, kMode, AP_SAT, F::kInteger>;
  ap_detail::require(v == v, "hls_math.h: the function has no value for this number");
  return stored<To>(ap_detail::convertDouble<Saturated>(v));
}

/// The exact value, cut to the type as by an assignment.
template <typename To, typename From>
To cut(const From& v) {
  return stored<To>(ap_detail::convert<Format<To>, Format<From>>(ap_detail::Raw::of(v)));
}

template <ap_q_mode Q, typename T>
typename Same<T>::Type whole(const T& x) {
  constexpr int kBits = ap_detail::max(Format<T>::kIntegerBits, 1) + 1;
  return cut<typename Same<T>::Type>(ap_fixed<kBits + 1, kBits + 1, Q>(x));
}

}  // namespace hls_detail

namespace hls {

#define MNIST_HLS_SIM_UNARY(name, Result)                      \
  template <typename T, hls_detail::IfNumber<T> = 0>           \
  typename hls_detail::Result<T>::Type name(const T& x) {      \
    using To = typename hls_detail::Result<T>::Type;           \
    return hls_detail::nearest<To>(name(hls_detail::real(x))); \
  }
#define MNIST_HLS_SIM_BINARY(name, Result)                                          \
  template <typename T, hls_detail::IfNumber<T> = 0>                                \
  typename hls_detail::Result<T>::Type name(const T& x, const T& y) {               \
    using To = typename hls_detail::Result<T>::Type;                                \
    return hls_detail::nearest<To>(name(hls_detail::real(x), hls_detail::real(y))); \
  }
#define MNIST_HLS_SIM_SCALING(name, Int)                          \
  template <typename T, hls_detail::IfNumber<T> = 0>              \
  typename hls_detail::Same<T>::Type name(const T& x, Int n) {    \
    using To = typename hls_detail::Same<T>::Type;                \
    return hls_detail::nearest<To>(name(hls_detail::real(x), n)); \
  }
#define MNIST_HLS_SIM_WHOLE(name, mode)                 \
  template <typename T, hls_detail::IfNumber<T> = 0>    \
  typename hls_detail::Same<T>::Type name(const T& x) { \
    return hls_detail::whole<mode>(x);                  \
  }
/// An exact value, cut to the type of the operands.
#define MNIST_HLS_SIM_EXACT(name, value)                            \
  template <typename T, hls_detail::IfNumber<T> = 0>                \
  typename hls_detail::Same<T>::Type name(const T& x, const T& y) { \
    using To = typename hls_detail::Same<T>::Type;                  \
    return value;                                                   \
  }
#define MNIST_HLS_SIM_RELATION(name, op)             \
  template <typename T, hls_detail::IfNumber<T> = 0> \
  bool name(const T& x, const T& y) {                \
    return x op y;                                   \
  }

MNIST_HLS_SIM_UNARY(sqrt, Same)
MNIST_HLS_SIM_UNARY(cbrt, Same)
MNIST_HLS_SIM_UNARY(recip, Same)
MNIST_HLS_SIM_UNARY(rsqrt, Same)
MNIST_HLS_SIM_UNARY(exp, Same)
MNIST_HLS_SIM_UNARY(exp2, Same)
MNIST_HLS_SIM_UNARY(exp10, Same)
MNIST_HLS_SIM_UNARY(expm1, Same)
MNIST_HLS_SIM_UNARY(log, Same)
MNIST_HLS_SIM_UNARY(log2, Same)
MNIST_HLS_SIM_UNARY(log10, Same)
MNIST_HLS_SIM_UNARY(log1p, Same)
MNIST_HLS_SIM_UNARY(logb, Same)
MNIST_HLS_SIM_UNARY(tan, Same)
MNIST_HLS_SIM_UNARY(asin, ArcSine)
MNIST_HLS_SIM_UNARY(acos, ArcSine)
MNIST_HLS_SIM_UNARY(atan, ArcTangent)
MNIST_HLS_SIM_UNARY(sinh, Same)
MNIST_HLS_SIM_UNARY(cosh, Same)
MNIST_HLS_SIM_UNARY(tanh, Same)
MNIST_HLS_SIM_UNARY(asinh, Same)
MNIST_HLS_SIM_UNARY(acosh, Same)
MNIST_HLS_SIM_UNARY(atanh, Same)
MNIST_HLS_SIM_UNARY(tanpi, Same)
MNIST_HLS_SIM_UNARY(asinpi, Same)
MNIST_HLS_SIM_UNARY(acospi, Same)
MNIST_HLS_SIM_UNARY(atanpi, Same)
MNIST_HLS_SIM_UNARY(erf, Same)
MNIST_HLS_SIM_UNARY(erfc, Same)
MNIST_HLS_SIM_UNARY(lgamma, Same)
MNIST_HLS_SIM_UNARY(tgamma, Same)
MNIST_HLS_SIM_UNARY(ilogb, Same)
MNIST_HLS_SIM_BINARY(pow, Same)
MNIST_HLS_SIM_BINARY(powr, Same)
MNIST_HLS_SIM_BINARY(atan2, ArcTangent2)
MNIST_HLS_SIM_BINARY(atan2pi, Same)
MNIST_HLS_SIM_BINARY(hypot, Same)
MNIST_HLS_SIM_BINARY(remainder, Same)
MNIST_HLS_SIM_SCALING(pown, int)
MNIST_HLS_SIM_SCALING(rootn, int)
MNIST_HLS_SIM_SCALING(ldexp, int)
MNIST_HLS_SIM_SCALING(scalbn, int)
MNIST_HLS_SIM_SCALING(scalbln, long)

MNIST_HLS_SIM_WHOLE(floor, AP_TRN)
MNIST_HLS_SIM_WHOLE(trunc, AP_TRN_ZERO)
MNIST_HLS_SIM_WHOLE(round, AP_RND_INF)
MNIST_HLS_SIM_WHOLE(rint, AP_RND_CONV)
MNIST_HLS_SIM_WHOLE(nearbyint, AP_RND_CONV)
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type ceil(const T& x) {
  using Opposite = typename ap_detail::Negated<typename ap_detail::Plain<T>::Type>::Type;
  return hls_detail::cut<typename hls_detail::Same<T>::Type>(-floor(Opposite(-Opposite(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type fabs(const T& x) {
  using Plain = typename ap_detail::Plain<T>::Type;
  using To = typename hls_detail::Same<T>::Type;
  return x < 0 ? hls_detail::cut<To>(-Plain(x)) : hls_detail::cut<To>(x);
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type abs(const T& x) {
  return fabs(x);
}

MNIST_HLS_SIM_EXACT(fmin, hls_detail::cut<To>(x < y ? x : y))
MNIST_HLS_SIM_EXACT(fmax, hls_detail::cut<To>(x < y ? y : x))
MNIST_HLS_SIM_EXACT(minmag, hls_detail::cut<To>(hls_detail::real(fabs(y)) < hls_detail::real(fabs(x)) ? y : x))
MNIST_HLS_SIM_EXACT(maxmag, hls_detail::cut<To>(hls_detail::real(fabs(x)) < hls_detail::real(fabs(y)) ? y : x))
MNIST_HLS_SIM_EXACT(fdim, x > y ? hls_detail::cut<To>(typename ap_detail::Plain<T>::Type(x) - y) : To(0))
MNIST_HLS_SIM_EXACT(divide, hls_detail::cut<To>(typename ap_detail::Plain<T>::Type(x) / y))
MNIST_HLS_SIM_EXACT(copysign, (x < 0) == (y < 0) ? hls_detail::cut<To>(x)
                                                 : hls_detail::cut<To>(-typename ap_detail::Plain<T>::Type(x)))
/// The remainder has the sign of x; both operands have the same binary point, so that it is that of the raw values.
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type fmod(const T& x, const T& y) {
  using Raw = typename ap_detail::Format<T>::Raw;
  const Raw divisor = ap_detail::Raw::of(y);
  ap_detail::require(divisor != 0, "hls_math.h: division by zero");
  return hls_detail::stored<typename hls_detail::Same<T>::Type>(static_cast<Raw>(ap_detail::Raw::of(x) % divisor));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type mad(const T& x, const T& y, const T& z) {
  using Plain = typename ap_detail::Plain<T>::Type;
  return hls_detail::cut<typename hls_detail::Same<T>::Type>(Plain(x) * Plain(y) + Plain(z));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Same<T>::Type fma(const T& x, const T& y, const T& z) {
  return mad(x, y, z);
}

template <typename T, hls_detail::IfNumber<T> = 0>
long long llround(const T& x) {
  return static_cast<long long>(ap_detail::Raw::of(ap_int<64>(hls_detail::whole<AP_RND_INF>(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
long long llrint(const T& x) {
  return static_cast<long long>(ap_detail::Raw::of(ap_int<64>(hls_detail::whole<AP_RND_CONV>(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
long lround(const T& x) {
  return static_cast<long>(llround(x));
}
template <typename T, hls_detail::IfNumber<T> = 0>
long lrint(const T& x) {
  return static_cast<long>(llrint(x));
}

/// The result has the operand's width and two integer bits; an integer's is an integer.
template <typename T, hls_detail::IfNumber<T> = 0>
auto sinpi(const T& x) {
  using F = ap_detail::Format<T>;
  using To = std::conditional_t<F::kInteger, typename hls_detail::Same<T>::Type,
                                hls_detail::Resized<T, F::kInteger ? 3 : F::kWidth, F::kInteger ? 3 : 2>>;
  return hls_detail::nearest<To>(hls_detail::wave<T>(sinpi(hls_detail::real(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
auto cospi(const T& x) {
  return hls_detail::nearest<decltype(sinpi(x))>(hls_detail::wave<T>(cospi(hls_detail::real(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Sine<T>::Type sin(const T& x) {
  return hls_detail::nearest<typename hls_detail::Sine<T>::Type>(hls_detail::wave<T>(sin(hls_detail::real(x))));
}
template <typename T, hls_detail::IfNumber<T> = 0>
typename hls_detail::Sine<T>::Type cos(const T& x) {
  return hls_detail::nearest<typename hls_detail::Sine<T>::Type>(hls_detail::wave<T>(cos(hls_detail::real(x))));
}
MNIST_HLS_SIM_RELATION(isequal, ==)
MNIST_HLS_SIM_RELATION(isnotequal, !=)
MNIST_HLS_SIM_RELATION(isgreater, >)
MNIST_HLS_SIM_RELATION(isgreaterequal, >=)
MNIST_HLS_SIM_RELATION(isless, <)
MNIST_HLS_SIM_RELATION(islessequal, <=)
MNIST_HLS_SIM_RELATION(islessgreater, !=)

#undef MNIST_HLS_SIM_UNARY
#undef MNIST_HLS_SIM_BINARY
#undef MNIST_HLS_SIM_SCALING
#undef MNIST_HLS_SIM_WHOLE
#undef MNIST_HLS_SIM_EXACT
#undef MNIST_HLS_SIM_RELATION

}  // namespace hls

#endif
