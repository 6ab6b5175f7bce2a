/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: % is defined for integers only
#include "ap_fixed.h"

ap_fixed<8, 4> remainder(ap_fixed<8, 4> x) {
  return x % 3;
}
