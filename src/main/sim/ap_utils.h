/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Functions that shape the schedule of hardware: in simulation they do nothing.
#ifndef MNIST_HLS_SIM_AP_UTILS_H
#define MNIST_HLS_SIM_AP_UTILS_H

#include "ap_int.h"

inline void ap_wait() {}
inline void ap_wait_n(unsigned) {}

/// Time stands still within a call: a condition that does not hold never will.
inline void ap_wait_until(bool condition) {
  ap_detail::require(condition, "ap_wait_until: the condition does not hold");
}

/// A value that passes through a register of its own.
template <typename T>
T reg(T value) {
  return value;
}

namespace hls {
using ::reg;
}  // namespace hls

#endif
