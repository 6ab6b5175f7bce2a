/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: more than 32,768 bits are not supported
#include "ap_fixed.h"

bool less(ap_fixed<64, -30000> a, ap_fixed<64, 10000> b) {
  return a < b;
}
