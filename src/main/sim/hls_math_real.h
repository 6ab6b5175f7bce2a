/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The functions of hls_math.h for double, float and half. Those of half are computed in double and rounded once.
#ifndef MNIST_HLS_SIM_HLS_MATH_REAL_H
#define MNIST_HLS_SIM_HLS_MATH_REAL_H

#include "hls_math_functions.h"

namespace hls {

// For each function those of float and half have names of their own too, as in sqrtf and half_sqrt.
#define MNIST_HLS_SIM_UNARY(scope, name)       \
  inline double name(double x) {               \
    return scope::name(x);                     \
  }                                            \
  inline float name(float x) {                 \
    return scope::name(x);                     \
  }                                            \
  inline half name(half x) {                   \
    return half(name(static_cast<double>(x))); \
  }                                            \
  inline float name##f(float x) {              \
    return name(x);                            \
  }                                            \
  inline half half_##name(half x) {            \
    return name(x);                            \
  }
#define MNIST_HLS_SIM_BINARY(scope, name)                              \
  inline double name(double x, double y) {                             \
    return scope::name(x, y);                                          \
  }                                                                    \
  inline float name(float x, float y) {                                \
    return scope::name(x, y);                                          \
  }                                                                    \
  inline half name(half x, half y) {                                   \
    return half(name(static_cast<double>(x), static_cast<double>(y))); \
  }                                                                    \
  inline float name##f(float x, float y) {                             \
    return name(x, y);                                                 \
  }                                                                    \
  inline half half_##name(half x, half y) {                            \
    return name(x, y);                                                 \
  }
#define MNIST_HLS_SIM_TERNARY(scope, name)                                                     \
  inline double name(double x, double y, double z) {                                           \
    return scope::name(x, y, z);                                                               \
  }                                                                                            \
  inline float name(float x, float y, float z) {                                               \
    return scope::name(x, y, z);                                                               \
  }                                                                                            \
  inline half name(half x, half y, half z) {                                                   \
    return half(name(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z))); \
  }                                                                                            \
  inline float name##f(float x, float y, float z) {                                            \
    return name(x, y, z);                                                                      \
  }                                                                                            \
  inline half half_##name(half x, half y, half z) {                                            \
    return name(x, y, z);                                                                      \
  }
/// With an integer as second operand.
#define MNIST_HLS_SIM_SCALING(scope, name, Int)   \
  inline double name(double x, Int n) {           \
    return scope::name(x, n);                     \
  }                                               \
  inline float name(float x, Int n) {             \
    return scope::name(x, n);                     \
  }                                               \
  inline half name(half x, Int n) {               \
    return half(name(static_cast<double>(x), n)); \
  }                                               \
  inline float name##f(float x, Int n) {          \
    return name(x, n);                            \
  }                                               \
  inline half half_##name(half x, Int n) {        \
    return name(x, n);                            \
  }
/// A number about a number.
#define MNIST_HLS_SIM_PROPERTY(name, Result)  \
  inline Result name(double x) {              \
    return static_cast<Result>(std::name(x)); \
  }                                           \
  inline Result name(float x) {               \
    return static_cast<Result>(std::name(x)); \
  }                                           \
  inline Result name##f(float x) {            \
    return name(x);                           \
  }
#define MNIST_HLS_SIM_PROPERTY_OF_HALF(name, Result) \
  MNIST_HLS_SIM_PROPERTY(name, Result)               \
  inline Result name(half x) {                       \
    return name(static_cast<double>(x));             \
  }                                                  \
  inline Result half_##name(half x) {                \
    return name(x);                                  \
  }
#define MNIST_HLS_SIM_RELATION(name, condition) \
  inline int name(double x, double y) {         \
    return (condition) ? 1 : 0;                 \
  }                                             \
  inline int name(float x, float y) {           \
    return (condition) ? 1 : 0;                 \
  }                                             \
  inline int name(half x, half y) {             \
    return (condition) ? 1 : 0;                 \
  }                                             \
  inline int name##f(float x, float y) {        \
    return name(x, y);                          \
  }                                             \
  inline int half_##name(half x, half y) {      \
    return name(x, y);                          \
  }

MNIST_HLS_SIM_UNARY(std, sqrt)
MNIST_HLS_SIM_UNARY(std, cbrt)
MNIST_HLS_SIM_UNARY(hls_detail, recip)
MNIST_HLS_SIM_UNARY(hls_detail, rsqrt)
MNIST_HLS_SIM_UNARY(std, exp)
MNIST_HLS_SIM_UNARY(std, exp2)
MNIST_HLS_SIM_UNARY(hls_detail, exp10)
MNIST_HLS_SIM_UNARY(std, expm1)
MNIST_HLS_SIM_UNARY(std, log)
MNIST_HLS_SIM_UNARY(std, log2)
MNIST_HLS_SIM_UNARY(std, log10)
MNIST_HLS_SIM_UNARY(std, log1p)
MNIST_HLS_SIM_UNARY(std, logb)
MNIST_HLS_SIM_UNARY(std, sin)
MNIST_HLS_SIM_UNARY(std, cos)
MNIST_HLS_SIM_UNARY(std, tan)
MNIST_HLS_SIM_UNARY(std, asin)
MNIST_HLS_SIM_UNARY(std, acos)
MNIST_HLS_SIM_UNARY(std, atan)
MNIST_HLS_SIM_UNARY(std, sinh)
MNIST_HLS_SIM_UNARY(std, cosh)
MNIST_HLS_SIM_UNARY(std, tanh)
MNIST_HLS_SIM_UNARY(std, asinh)
MNIST_HLS_SIM_UNARY(std, acosh)
MNIST_HLS_SIM_UNARY(std, atanh)
MNIST_HLS_SIM_UNARY(hls_detail, sinpi)
MNIST_HLS_SIM_UNARY(hls_detail, cospi)
MNIST_HLS_SIM_UNARY(hls_detail, tanpi)
MNIST_HLS_SIM_UNARY(hls_detail, asinpi)
MNIST_HLS_SIM_UNARY(hls_detail, acospi)
MNIST_HLS_SIM_UNARY(hls_detail, atanpi)
MNIST_HLS_SIM_UNARY(std, erf)
MNIST_HLS_SIM_UNARY(std, erfc)
MNIST_HLS_SIM_UNARY(std, tgamma)
MNIST_HLS_SIM_UNARY(std, lgamma)
MNIST_HLS_SIM_UNARY(std, floor)
MNIST_HLS_SIM_UNARY(std, ceil)
MNIST_HLS_SIM_UNARY(std, trunc)
MNIST_HLS_SIM_UNARY(std, round)
MNIST_HLS_SIM_UNARY(std, rint)
MNIST_HLS_SIM_UNARY(std, nearbyint)
MNIST_HLS_SIM_UNARY(std, fabs)
MNIST_HLS_SIM_UNARY(std, abs)

MNIST_HLS_SIM_BINARY(std, pow)
MNIST_HLS_SIM_BINARY(hls_detail, powr)
MNIST_HLS_SIM_BINARY(std, atan2)
MNIST_HLS_SIM_BINARY(hls_detail, atan2pi)
MNIST_HLS_SIM_BINARY(std, hypot)
MNIST_HLS_SIM_BINARY(std, fmod)
MNIST_HLS_SIM_BINARY(std, remainder)
MNIST_HLS_SIM_BINARY(std, fmin)
MNIST_HLS_SIM_BINARY(std, fmax)
MNIST_HLS_SIM_BINARY(std, fdim)
MNIST_HLS_SIM_BINARY(hls_detail, maxmag)
MNIST_HLS_SIM_BINARY(hls_detail, minmag)
MNIST_HLS_SIM_BINARY(std, copysign)
MNIST_HLS_SIM_BINARY(hls_detail, divide)
MNIST_HLS_SIM_TERNARY(std, fma)
MNIST_HLS_SIM_TERNARY(hls_detail, mad)
MNIST_HLS_SIM_SCALING(hls_detail, pown, int)
MNIST_HLS_SIM_SCALING(hls_detail, rootn, int)
MNIST_HLS_SIM_SCALING(std, ldexp, int)
MNIST_HLS_SIM_SCALING(std, scalbn, int)
MNIST_HLS_SIM_SCALING(std, scalbln, long)

MNIST_HLS_SIM_PROPERTY_OF_HALF(isnan, int)
MNIST_HLS_SIM_PROPERTY_OF_HALF(isinf, int)
MNIST_HLS_SIM_PROPERTY_OF_HALF(isfinite, int)
MNIST_HLS_SIM_PROPERTY_OF_HALF(signbit, int)
MNIST_HLS_SIM_PROPERTY_OF_HALF(ilogb, int)
MNIST_HLS_SIM_PROPERTY_OF_HALF(lround, long)
MNIST_HLS_SIM_PROPERTY_OF_HALF(llround, long long)
MNIST_HLS_SIM_PROPERTY_OF_HALF(lrint, long)
MNIST_HLS_SIM_PROPERTY_OF_HALF(llrint, long long)
MNIST_HLS_SIM_PROPERTY(isnormal, int)
/// Other numbers are normal in half than in double.
inline int isnormal(half x) {
  return isfinite(x) != 0 && std::fabs(static_cast<float>(x)) >= 6.103515625e-05F ? 1 : 0;
}
inline int half_isnormal(half x) {
  return isnormal(x);
}

MNIST_HLS_SIM_RELATION(isequal, x == y)
MNIST_HLS_SIM_RELATION(isnotequal, x != y)
MNIST_HLS_SIM_RELATION(isgreater, x > y)
MNIST_HLS_SIM_RELATION(isgreaterequal, x >= y)
MNIST_HLS_SIM_RELATION(isless, x < y)
MNIST_HLS_SIM_RELATION(islessequal, x <= y)
MNIST_HLS_SIM_RELATION(islessgreater, x<y || x> y)
MNIST_HLS_SIM_RELATION(isordered, x == x && y == y)
MNIST_HLS_SIM_RELATION(isunordered, x != x || y != y)

#undef MNIST_HLS_SIM_UNARY
#undef MNIST_HLS_SIM_BINARY
#undef MNIST_HLS_SIM_TERNARY
#undef MNIST_HLS_SIM_SCALING
#undef MNIST_HLS_SIM_PROPERTY
#undef MNIST_HLS_SIM_PROPERTY_OF_HALF
#undef MNIST_HLS_SIM_RELATION

inline double nan(const char* payload) {
  return std::nan(payload);
}
inline float nanf(const char* payload) {
  return std::nanf(payload);
}
inline half half_nan(const char*) {
  return std::numeric_limits<half>::quiet_NaN();
}

template <typename T>
T max(T x, T y) {
  return x > y ? x : y;
}
template <typename T>
T min(T x, T y) {
  return x < y ? x : y;
}

}  // namespace hls

#endif
