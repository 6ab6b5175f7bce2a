/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Misuse that must end a simulation with a message and a failing exit status; the argument chooses which.
#include <cstring>
#include <limits>

#include "ap_fixed.h"
#include "ap_int.h"
#include "hls_stream.h"

int main(int argc, char** argv) {
  const auto is = [&](const char* name) { return argc > 1 && std::strcmp(argv[1], name) == 0; };
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
  if (is("division")) {
    return (integer / zero).to_int();
  }
  if (is("remainder")) {
    return (integer % zero).to_int();
  }
  return 0;
}
