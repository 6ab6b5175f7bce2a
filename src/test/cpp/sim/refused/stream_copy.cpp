/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// expected: deleted
#include "hls_stream.h"

hls::stream<int> copy(hls::stream<int>& in) {
  return in;
}
