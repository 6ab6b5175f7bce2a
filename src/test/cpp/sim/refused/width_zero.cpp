/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: the width must be at least 1 bit
#include "ap_int.h"

ap_int<0> value;
