/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// All of a beat that a project may use: its data, the bytes that count, and the end of a packet. As in headers whose
/// integers have no implicit default, a beat cannot be made by braces.
#ifndef MNIST_HLS_TEST_MINIMAL_AXI_SDATA_H
#define MNIST_HLS_TEST_MINIMAL_AXI_SDATA_H

#include "ap_int.h"

template <int kBits>
struct Channel : ap_uint<kBits> {
  explicit Channel() : ap_uint<kBits>(0) {}
  Channel& operator=(const ap_uint<kBits>& value) {
    ap_uint<kBits>::operator=(value);
    return *this;
  }
};

template <int kBits>
struct Beat {
  Channel<kBits> data;
  Channel<kBits / 8> keep;
  Channel<kBits / 8> strb;
  Channel<1> last;
};

#endif
