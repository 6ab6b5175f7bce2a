/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Integers of any width, for simulation on a host compiler: arithmetic as published for the vendor's ap_int and ap_uint.
#ifndef MNIST_HLS_SIM_AP_INT_H
#define MNIST_HLS_SIM_AP_INT_H

#include "ap_bits.h"
#include "ap_comparison.h"
#include "ap_concatenation.h"
#include "ap_number.h"
#include "ap_operators.h"
#ifndef __SYNTHESIS__
#include "ap_text.h"
#endif

/// \tparam W bits, the sign among them
template <int W>
class ap_int : public ap_detail::Number<ap_int<W>> {
 public:
  using ap_detail::Number<ap_int>::Number;
  ap_int() = default;
  /// Templates, since with a copy constructor or assignment of their own numbers were not copied like memory.
  template <int = 0>
  ap_int(const volatile ap_int& v) : ap_int(v.load()) {}
  template <int = 0>
  void operator=(const ap_int& v) volatile {
    this->assign(v);
  }
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
  /// Templates, since with a copy constructor or assignment of their own numbers were not copied like memory.
  template <int = 0>
  ap_uint(const volatile ap_uint& v) : ap_uint(v.load()) {}
  template <int = 0>
  void operator=(const ap_uint& v) volatile {
    this->assign(v);
  }
  /// As the vendor's: of more than 64 bits, the lowest ones.
  constexpr operator ap_detail::Storage<ap_detail::min(W, 64), false>() const {
    return static_cast<ap_detail::Storage<ap_detail::min(W, 64), false>>(ap_detail::Raw::of(*this));
  }
  constexpr explicit operator bool() const { return this->to_bool(); }
};

// needs the types themselves
#include "ap_bit_assignment.h"

#endif
