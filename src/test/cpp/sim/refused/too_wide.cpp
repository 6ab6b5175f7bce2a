/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: more than 32,768 bits are not supported
#include "ap_fixed.h"

ap_fixed<32769, 4> value;
