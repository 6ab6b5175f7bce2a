/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Compound assignments to named references to bits.
#ifndef MNIST_HLS_SIM_AP_BIT_ASSIGNMENT_H
#define MNIST_HLS_SIM_AP_BIT_ASSIGNMENT_H

#include "ap_bits.h"

// As the vendor's: a named reference to bits and a variable, unlike the ranges above, change the bits that are referred to.
#define MNIST_HLS_SIM_REFERENCE(op)                                                                  \
  template <typename S, typename T,                                                                  \
            ap_detail::If<ap_detail::IsApInteger<S>::value && ap_detail::IsApInteger<T>::value> = 0> \
  constexpr ap_detail::RangeRef<S>& operator op(ap_detail::RangeRef<S>& a, T& b) {                   \
    ap_uint<S::width> bits(a);                                                                       \
    bits op b;                                                                                       \
    return a = bits;                                                                                 \
  }                                                                                                  \
  template <typename S, typename T,                                                                  \
            ap_detail::If<ap_detail::IsApInteger<S>::value && ap_detail::IsApInteger<T>::value> = 0> \
  constexpr ap_detail::BitRef<S>& operator op(ap_detail::BitRef<S>& a, T& b) {                       \
    ap_uint<1> bit(a);                                                                               \
    bit op b;                                                                                        \
    return a = bit.to_bool();                                                                        \
  }
MNIST_HLS_SIM_REFERENCE(+=)
MNIST_HLS_SIM_REFERENCE(-=)
MNIST_HLS_SIM_REFERENCE(*=)
MNIST_HLS_SIM_REFERENCE(/=)
MNIST_HLS_SIM_REFERENCE(%=)
MNIST_HLS_SIM_REFERENCE(&=)
MNIST_HLS_SIM_REFERENCE(|=)
MNIST_HLS_SIM_REFERENCE(^=)
MNIST_HLS_SIM_REFERENCE(<<=)
MNIST_HLS_SIM_REFERENCE(>>=)
#undef MNIST_HLS_SIM_REFERENCE

#endif
