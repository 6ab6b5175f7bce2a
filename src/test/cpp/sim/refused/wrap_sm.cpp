/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: AP_WRAP_SM is not supported
#include "ap_fixed.h"

ap_fixed<8, 4, AP_TRN, AP_WRAP_SM> value;
