/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
#include "hls_stream.h"

#include "check.h"

namespace {

struct Pixel {
  int value;
  bool last;
};

void keepsOrder() {
  hls::stream<int> stream("order");
  int next = 0;
  // the ring wraps and grows while it holds elements
  for (int i = 0; i < 1000; ++i) {
    stream.write(i);
    stream << i;
    if (i % 3 == 0) {
      CHECK_EQUAL(stream.read(), next++ / 2);
    }
  }
  CHECK_EQUAL(stream.size(), 1666U);
  CHECK_EQUAL(stream.max_size(), 1667U);
  while (!stream.empty()) {
    int value = -1;
    stream >> value;
    CHECK_EQUAL(value, next++ / 2);
  }
  CHECK_EQUAL(next, 2000);
  CHECK_EQUAL(stream.max_size(), 1667U);
}

void neverBlocks() {
  hls::stream<Pixel> stream;
  Pixel pixel = {7, true};
  CHECK(!stream.read_nb(pixel) && pixel.value == 7);
  CHECK(stream.write_nb(Pixel{8, false}) && !stream.full());
  CHECK(stream.read_nb(pixel) && pixel.value == 8 && !pixel.last && stream.empty());
}

void produce(hls::stream<int>& out) {
  for (int i = 0; i < 4; ++i) {
    out.write(i);
  }
}

void hasDepth() {
  hls::stream<int, 4> stream("depth");
  produce(stream);
#ifdef MNIST_HLS_ENFORCE_DEPTH
  CHECK(stream.full() && !stream.write_nb(4));
#else
  CHECK(!stream.full());
#endif
  for (int i = 0; i < 4; ++i) {
    CHECK_EQUAL(stream.read(), i);
  }
}

}  // namespace

int main() {
  keepsOrder();
  neverBlocks();
  hasDepth();
  return check::result();
}
