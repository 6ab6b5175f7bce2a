/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Fixed-point numbers of any width, for simulation on a host compiler: arithmetic as published for the vendor's ap_fixed
/// and ap_ufixed. Results of expressions are exact.
#ifndef MNIST_HLS_SIM_AP_FIXED_H
#define MNIST_HLS_SIM_AP_FIXED_H

#include "ap_int.h"

/// \tparam W bits  \tparam I bits left of the binary point, the sign among them; any integer
/// \tparam Q quantization  \tparam O overflow, both of values assigned to this type  \tparam N highest bits that saturate where AP_WRAP or AP_WRAP_SM wraps
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
class ap_fixed : public ap_detail::Number<ap_fixed<W, I, Q, O, N>> {
 public:
  using ap_detail::Number<ap_fixed>::Number;
  ap_fixed() = default;
  /// Templates, since with a copy constructor or assignment of their own numbers were not copied like memory.
  template <int = 0>
  ap_fixed(const volatile ap_fixed& v) : ap_fixed(v.load()) {}
  template <int = 0>
  void operator=(const ap_fixed& v) volatile {
    this->assign(v);
  }
  template <typename T, ap_detail::If<std::is_arithmetic<T>::value> = 0>
  constexpr operator T() const {
    return ap_detail::native<T>(*this);
  }
};

/// As ap_fixed, without a sign.
template <int W, int I, ap_q_mode Q, ap_o_mode O, int N>
class ap_ufixed : public ap_detail::Number<ap_ufixed<W, I, Q, O, N>> {
 public:
  using ap_detail::Number<ap_ufixed>::Number;
  ap_ufixed() = default;
  /// Templates, since with a copy constructor or assignment of their own numbers were not copied like memory.
  template <int = 0>
  ap_ufixed(const volatile ap_ufixed& v) : ap_ufixed(v.load()) {}
  template <int = 0>
  void operator=(const ap_ufixed& v) volatile {
    this->assign(v);
  }
  template <typename T, ap_detail::If<std::is_arithmetic<T>::value> = 0>
  constexpr operator T() const {
    return ap_detail::native<T>(*this);
  }
};

#endif
