/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Integers of any width up to 64 bits, for simulation on a host compiler: arithmetic as published for the vendor's
/// ap_int and ap_uint. Results of expressions are exact and may be up to 128 bits wide.
#ifndef MNIST_HLS_SIM_AP_INT_H
#define MNIST_HLS_SIM_AP_INT_H

#include "ap_number.h"

/// \tparam W bits, the sign among them
template <int W>
class ap_int : public ap_detail::Number<ap_int<W>> {
 public:
  using ap_detail::Number<ap_int>::Number;
  ap_int() = default;
  constexpr operator ap_detail::Storage<W, true>() const { return ap_detail::Raw::of(*this); }
};

/// \tparam W bits
template <int W>
class ap_uint : public ap_detail::Number<ap_uint<W>> {
 public:
  using ap_detail::Number<ap_uint>::Number;
  ap_uint() = default;
  constexpr operator ap_detail::Storage<W, false>() const { return ap_detail::Raw::of(*this); }
};

#endif
