/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: AP_WRAP with N > 0 saturated bits is not supported
#include "ap_fixed.h"

ap_ufixed<8, 4, AP_TRN, AP_WRAP, 1> value;
