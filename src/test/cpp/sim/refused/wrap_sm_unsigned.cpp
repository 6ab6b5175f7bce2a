/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: AP_WRAP_SM is defined for signed formats only
#include "ap_fixed.h"

ap_ufixed<8, 4, AP_TRN, AP_WRAP_SM> value;
