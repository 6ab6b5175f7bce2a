/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Beats of streams, bursts on a memory port.
#include "ap_axi_sdata.h"
#include "check.h"
#include "hls_burst_maxi.h"
#include "hls_stream.h"

namespace {

template <int D, std::size_t U, std::size_t I, std::size_t T>
int bitsOf(const ap_axiu<D, U, I, T>&) {
  return D;
}

void beats() {
  ap_axiu<32, 4, 5, 6> beat;
  beat.set_data(0xDEADBEEF);
  beat.set_user(9);
  beat.set_id(31);
  beat.set_dest(33);
  beat.set_last(1);
  beat.set_strb(3);
  beat.keep_all();
  CHECK_EQUAL(beat.data.to_uint(), 0xDEADBEEFU);
  CHECK_EQUAL(beat.get_keep().to_uint(), 15U);
  CHECK_EQUAL(beat.get_strb().to_uint(), 3U);
  CHECK(beat.get_user() == 9 && beat.get_id() == 31 && beat.get_dest() == 33 && beat.get_last() == 1);
  CHECK_EQUAL(bitsOf(beat), 32);

  ap_axis<16, 1, 1, 1> isSigned;
  isSigned.data = -5;
  CHECK_EQUAL(isSigned.get_data().to_int(), -5);
  CHECK_TYPE(isSigned, hls::axis<ap_int<16>, 1, 1, 1>);

  qdma_axis<64, 0, 0, 0> toHost;
  toHost.set_data(7);
  toHost.keep_all();
  toHost.set_last(0);
  CHECK(toHost.has_keep && !toHost.has_strb && toHost.keep == 255);
}

void selectedSignals() {
  hls::axis<float, 0, 0, 0> number{};
  number.data = 1.5F;
  CHECK_EQUAL(number.keep.length(), 4);
  CHECK_EQUAL(number.get_data(), 1.5F);
  hls::axis_data<int, AXIS_ENABLE_LAST | AXIS_ENABLE_USER, 32> some;
  CHECK(some.has_data && some.has_last && some.has_user && !some.has_keep && !some.has_strb && !some.has_id);
  hls::axis_user<32, AXIS_ENABLE_LAST> only;
  CHECK(!only.has_data && only.has_user && only.has_last && !only.has_keep);
  hls::stream<ap_axiu<24>> stream("beats");
  ap_axiu<24> beat{};
  beat.data = 1 << 20;
  stream.write(beat);
  CHECK_EQUAL(stream.read().data.to_int(), 1 << 20);
}

/// Reads all, then writes, as a kernel that overlaps its bursts must not.
void twice(hls::burst_maxi<int> memory, unsigned words) {
  int sum = 0;
  memory.read_request(0, words);
  memory.read_request(1, 1);
  for (unsigned i = 0; i < words; ++i) {
    sum += memory.read();
  }
  sum += memory.read();
  memory.write_request(words, 2);
  memory.write(sum);
  memory.write(-1, 3);
  memory.write_response();
}

void bursts() {
  int memory[8] = {1, 2, 3, 4, 100, 0x12345678, 7, 8};
  twice(memory, 4);
  CHECK_EQUAL(memory[4], 12);
  CHECK_EQUAL(memory[5], 0x1234FFFF);
  CHECK_EQUAL(memory[6], 7);
}

}  // namespace

int main() {
  beats();
  selectedSignals();
  bursts();
  return check::result();
}
