/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Misuse that must end a simulation with a message and a failing exit status; the argument chooses which.
#include <cstring>
#include <limits>

#include "ap_axi_sdata.h"
#include "ap_fixed.h"
#include "ap_int.h"
#include "ap_shift_reg.h"
#include "ap_utils.h"
#include "hls_burst_maxi.h"
#include "hls_math.h"
#include "hls_stream.h"
#include "hls_streamofblocks.h"
#include "hls_task.h"
#include "hls_vector.h"

namespace {

void pass(hls::stream<int>& in, hls::stream<int>& out) {
  out.write(in.read());
}

/// Misuse of what is beside numbers and streams.
void misuse(const char* what) {
  const auto is = [=](const char* name) { return std::strcmp(what, name) == 0; };
  int words[4] = {0, 0, 0, 0};
  hls::burst_maxi<int> memory(words);
  if (is("starved")) {
    hls::stream<int> in("in");
    hls::stream<int> out("out");
    hls::task task(pass, in, out);
    out.read();
  }
  if (is("blocks-empty")) {
    hls::stream_of_blocks<int[2]> blocks("rows");
    hls::read_lock<int[2]> block(blocks);
  }
  if (is("blocks-left")) {
    hls::stream_of_blocks<int[2]> blocks("rows");
    hls::write_lock<int[2]> block(blocks);
  }
  if (is("shift-register")) {
    ap_shift_reg<int, 4> line;
    line.shift(1, 4);
  }
  if (is("vector")) {
    hls::vector<int, 4> vector = 1;
    vector[4] = 1;
  }
  if (is("signal")) {
    ap_axiu<8, 0, 0, 0> beat{};
    beat.set_user(1);
  }
  if (is("burst")) {
    memory.read();
  }
  if (is("burst-order")) {
    memory.write_request(0, 2);
    memory.read_request(1, 1);
  }
  if (is("response")) {
    memory.write_request(0, 2);
    memory.write(1);
    memory.write_response();
  }
  if (is("wait")) {
    ap_wait_until(words[0] != 0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto is = [&](const char* name) { return argc > 1 && std::strcmp(argv[1], name) == 0; };
  misuse(argc > 1 ? argv[1] : "");
  hls::stream<int, 2> stream("pixels");
  ap_fixed<8, 4> fraction = 1.5;
  ap_int<8> integer = 5;
  ap_uint<4> zero = argc > 99 ? 1 : 0;
  if (is("read-empty")) {
    return stream.read();
  }
  if (is("left-over")) {
    stream.write(1);
  }
  if (is("overfull")) {
    for (int i = 0; i < 3; ++i) {
      stream.write(i);
    }
  }
  if (is("nan")) {
    fraction = std::numeric_limits<double>::quiet_NaN();
  }
  if (is("bit-index")) {
    integer[7 + argc] = true;
  }
  if (is("range-order")) {
    return fraction.range(2, 1 + argc).to_int();
  }
  if (is("text")) {
    integer = "1G";
  }
  if (is("root")) {
    return hls::sqrt(ap_fixed<8, 4>(-1)).to_int();
  }
  if (is("division")) {
    return (integer / zero).to_int();
  }
  if (is("remainder")) {
    return (integer % zero).to_int();
  }
  return 0;
}
