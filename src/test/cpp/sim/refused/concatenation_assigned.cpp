/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: const ap_uint<
#include "ap_int.h"

void split(ap_uint<4> a, ap_uint<4> b) {
  (a, b) = ap_uint<8>(5);
}
