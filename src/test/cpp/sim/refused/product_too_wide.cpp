/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: more than 128 bits are not supported
#include "ap_int.h"

int twice(ap_int<64> a, ap_int<65> b) {
  return (a * b).to_int();
}
