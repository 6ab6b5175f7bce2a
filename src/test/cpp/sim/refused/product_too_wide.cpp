/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: more than 32,768 bits are not supported
#include "ap_int.h"

int twice(ap_int<20000> a, ap_int<20000> b) {
  return (a * b).to_int();
}
