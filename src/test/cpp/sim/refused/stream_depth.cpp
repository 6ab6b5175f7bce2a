/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: the depth of an hls::stream must be positive
#include "hls_stream.h"

hls::stream<int, -1> stream;
