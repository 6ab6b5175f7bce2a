/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: no arithmetic between ap_fixed and floating point
#include "ap_fixed.h"

void turn(ap_fixed<8, 4>& x) {
  x = 1.0 - x;
}
