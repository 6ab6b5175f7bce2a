/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: there must be from 0 to W saturated bits
#include "ap_fixed.h"

ap_fixed<8, 4, AP_TRN, AP_WRAP, 9> value;
