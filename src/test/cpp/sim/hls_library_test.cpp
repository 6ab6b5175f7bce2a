/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Vectors, shift registers, streams of blocks and the small headers.
#include "ap_shift_reg.h"
#include "ap_utils.h"
#include "check.h"
#include "hls_print.h"
#include "hls_stream.h"
#include "hls_streamofblocks.h"
#include "hls_vector.h"

namespace {

using Four = hls::vector<int, 4>;

void vectors() {
  const Four a = {1, 2, 3, 4};
  const Four b = 10;
  CHECK(a + b == Four({11, 12, 13, 14}));
  CHECK(b - a == Four({9, 8, 7, 6}) && a * 3 == Four({3, 6, 9, 12}) && 12 / a == Four({12, 6, 4, 3}));
  CHECK(b % a == Four({0, 0, 1, 2}) && (a & 1) == Four({1, 0, 1, 0}) && (a << 1) == Four({2, 4, 6, 8}));
  CHECK(-a == Four({-1, -2, -3, -4}) && ~a == Four({-2, -3, -4, -5}));
  CHECK(a.reduce_add() == 10 && a.reduce_mult() == 24 && a.reduce_or() == 7 && a.reduce_xor() == 4);
  CHECK_EQUAL((hls::vector<int, 3>({7, 3, 2})).reduce_and(), 2);
  CHECK_EQUAL((hls::vector<int, 5>({1, 2, 4, 8, 16})).reduce_add(), 31);
  CHECK(a < b && b > a && a <= a && a != b && !(a < a) && Four({1, 2, 3, 5}) > a);
  CHECK(Four({1, 2}) == Four({1, 2, 2, 2}));
  Four c = a;
  c += 1;
  CHECK(c++ == Four({2, 3, 4, 5}) && ++c == Four({4, 5, 6, 7}));
  c[3] = 0;
  int sum = 0;
  for (const int element : c) {
    sum += element;
  }
  CHECK_EQUAL(sum, 15);
  CHECK_EQUAL(c.size(), 4U);
  // each operator's results are cut to the elements' type
  const hls::vector<ap_uint<8>, 2> narrow = {200, 100};
  CHECK((narrow + narrow)[0] == 144 && (narrow + narrow)[1] == 200);
}

void shiftRegisters() {
  ap_shift_reg<int, 4> line;
  for (int i = 1; i <= 4; ++i) {
    line.shift(i);
  }
  CHECK_EQUAL(line.read(), 1);
  CHECK_EQUAL(line.read(0), 4);
  CHECK_EQUAL(line.shift(5), 1);
  CHECK_EQUAL(line.shift(6, 1), 4);
  CHECK_EQUAL(line.shift(7, 0, false), 6);
  CHECK_EQUAL(line.read(0), 6);
}

void namesAndCapacities() {
  hls::stream<int> plain("plain");
  plain.set_name("renamed");
  hls::stream<int, 16> deep("deep");
  CHECK_EQUAL(plain.capacity(), 2U);
  CHECK_EQUAL(deep.capacity(), 16U);
  hls::stream<int>& asParameter = deep;
  CHECK_EQUAL(asParameter.capacity(), 16U);
}

using Block = int[2][3];

void produce(hls::stream_of_blocks<Block>& out) {
  for (int i = 0; i < 4; ++i) {
    hls::write_lock<Block> block(out);
    block[1][2] = i;
    Block& array = block;
    array[0][0] = 10 * i;
  }
}

void consume(hls::stream_of_blocks<Block>& in) {
  for (int i = 0; i < 4; ++i) {
    CHECK(!in.empty());
    hls::read_lock<Block> block(in);
    CHECK_EQUAL(block[1][2], i);
    CHECK_EQUAL(block[0][0], 10 * i);
  }
  CHECK(in.empty());
}

void blocks() {
  hls::stream_of_blocks<Block> plain("plain");
  produce(plain);
  CHECK(!plain.full());
  consume(plain);
  hls::stream_of_blocks<Block, 4> deep;
  produce(deep);
  consume(deep);
}

void schedule() {
  ap_wait();
  ap_wait_n(3);
  ap_wait_until(true);
  CHECK_EQUAL(hls::reg(7), 7);
  hls::print("value %d\n", 3);
  hls::print("value %g\n", 0.5);
  hls::print("no 100% value\n");
}

}  // namespace

int main() {
  vectors();
  shiftRegisters();
  namesAndCapacities();
  blocks();
  schedule();
  return check::result();
}
