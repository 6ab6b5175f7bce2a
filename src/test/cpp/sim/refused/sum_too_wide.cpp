/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: more than 128 bits are not supported
#include "ap_fixed.h"

int sum(ap_fixed<64, -64> a, ap_fixed<64, 128> b) {
  return (a + b).to_int();
}
