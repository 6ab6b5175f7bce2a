/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: range() takes bits: assign an integer type
#include "ap_fixed.h"

void set(ap_fixed<8, 4>& x, ap_fixed<8, 4> y) {
  x.range() = y;
}
