/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: deleted
#include "ap_fixed.h"

ap_fixed<8, 4> value = 0.5L;
