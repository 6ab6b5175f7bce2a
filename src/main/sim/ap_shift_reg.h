/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Shift registers, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_AP_SHIFT_REG_H
#define MNIST_HLS_SIM_AP_SHIFT_REG_H

#include "ap_native.h"

/// \tparam T type of the elements  \tparam kDepth number of elements; the newest has address 0
template <typename T, unsigned kDepth>
class ap_shift_reg {
  static_assert(kDepth > 0, "ap_shift_reg: the depth must be at least 1");

 public:
  ap_shift_reg() = default;
  explicit ap_shift_reg(const char*) {}
  ap_shift_reg(const ap_shift_reg&) = delete;
  ap_shift_reg& operator=(const ap_shift_reg&) = delete;

  /// Gives the element at the address, then, if enabled, moves all elements up by one and puts the value at address 0.
  T shift(T value, unsigned address = kDepth - 1, bool enable = true) {
    const T result = read(address);
    if (enable) {
      shift_in(value);
    }
    return result;
  }

  T read(unsigned address = kDepth - 1) const {
    ap_detail::require(address < kDepth, "ap_shift_reg: address outside the register");
    return elements_[address];
  }

 private:
  void shift_in(const T& value) {
    for (unsigned i = kDepth - 1; i > 0; --i) {
      elements_[i] = elements_[i - 1];
    }
    elements_[0] = value;
  }

  T elements_[kDepth];
};

#endif
