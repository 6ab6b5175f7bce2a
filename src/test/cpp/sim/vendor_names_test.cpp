/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Every name that was counted in public HLS repositories, used as it is there: that it compiles, and what it gives.
/// The other tests look closer at each.
#include <sstream>
#include <string>

#include "ap_axi_sdata.h"
#include "ap_fixed.h"
#include "ap_int.h"
#include "ap_shift_reg.h"
#include "ap_utils.h"
#include "check.h"
#include "hls_burst_maxi.h"
#include "hls_half.h"
#include "hls_math.h"
#include "hls_print.h"
#include "hls_stream.h"
#include "hls_streamofblocks.h"
#include "hls_task.h"
#include "hls_vector.h"

namespace {

void bitsOfNumbers() {
  ap_uint<8> a = 0x0F;
  CHECK(!a.and_reduce() && a.or_reduce() && !a.xor_reduce() && a.test(3) && !a.sign() && !a.iszero());
  CHECK_EQUAL(a.countLeadingZeros(), 4);
  a[7] ^= 1;
  a.set(6);
  a.clear(0);
  a.invert(1);
  CHECK_EQUAL(a.to_int(), 0xCC);
  a.reverse();
  a.lrotate(2);
  a.rrotate(1);
  CHECK_EQUAL(a.to_int(), 0x66);
  ap_uint<4> high = 0;
  ap_uint<4> low = 0;
  (high, low) = a;
  CHECK_EQUAL(high.concat(low).to_int(), 0x66);
  ap_fixed<8, 4> x = 0;
  x.V = 24;
  CHECK_EQUAL(x.to_double(), 1.5);
}

void numbersAndText() {
  ap_int<12> a("0x7F", 16);
  CHECK_EQUAL(a.to_string(10), "127");
  std::istringstream in("-9");
  in >> a;
  CHECK_EQUAL(a.to_int(), -9);
  volatile ap_int<12> shared = a;
  CHECK_EQUAL(ap_int<12>(shared).to_int(), -9);
  ap_uint<4096> wide = 1;
  wide <<= 4095;
  CHECK(wide[4095] && (wide >> 4095) == 1);
  CHECK_EQUAL((ap_fixed<4, 4, AP_TRN, AP_WRAP_SM>(8).to_int()), 7);
  CHECK_EQUAL((ap_fixed<4, 4, AP_TRN, AP_WRAP, 1>(9).to_int()), 1);
  CHECK_EQUAL(static_cast<float>(half(1.5F) + half(0.25F)), 1.75F);
}

void beats() {
  ap_axiu<512, 1, 1, 1> wide;
  wide.set_data(ap_uint<512>(5) << 500);
  wide.set_keep(-1);
  wide.set_strb(-1);
  wide.set_user(1);
  wide.set_last(true);
  wide.set_id(0);
  wide.set_dest(1);
  CHECK((wide.get_data() >> 500) == 5 && wide.get_keep().and_reduce() && wide.get_last() == 1);
  ap_axis<32, 1, 1, 1> isSigned{};
  isSigned.data = -3;
  qdma_axis<64, 0, 0, 0> toHost{};
  toHost.set_data(7);
  hls::axis<ap_int<24>, 0, 0, 0> plain{};
  plain.data = 9;
  CHECK(isSigned.data == -3 && toHost.get_data() == 7 && plain.data == 9);
}

void pass(hls::stream<int>& in, hls::stream<int>& out) {
  out.write(in.read() + 1);
}

void processes() {
  hls::stream<int, 4> in;
  in.set_name("in");
  CHECK_EQUAL(in.capacity(), 4U);
  hls::stream<int> out("out");
  hls::task task(pass, in, out);
  in.write(1);
  CHECK_EQUAL(out.read(), 2);
  hls::stream_of_blocks<int[2]> blocks;
  {
    hls::write_lock<int[2]> block(blocks);
    block[0] = 3;
    block[1] = 4;
  }
  hls::read_lock<int[2]> block(blocks);
  CHECK_EQUAL(block[0] + block[1], 7);
}

void memories() {
  int words[2] = {5, 6};
  hls::burst_maxi<int> port(words);
  port.read_request(0, 2);
  const int first = port.read();
  CHECK_EQUAL(first * 10 + port.read(), 56);
  ap_shift_reg<int, 2> line;
  line.shift(1);
  line.shift(2);
  CHECK_EQUAL(line.read(), 1);
  const hls::vector<int, 2> pair = {1, 2};
  CHECK_EQUAL((pair * pair).reduce_add(), 5);
  ap_wait();
  hls::print("vendor names: %d\n", 1);
}

/// The functions in hls:: that were counted, and those beside them.
void functions() {
  const ap_fixed<16, 6> x = 2.25;
  CHECK(hls::sqrt(x) == 1.5 && hls::abs(-x) == 2.25 && hls::floor(x) == 2 && hls::ceil(x) == 3 && hls::round(x) == 2);
  CHECK(hls::exp(0.0) == 1 && hls::expf(0.0F) == 1 && hls::log(1.0) == 0 && hls::pow(2.0, 3.0) == 8);
  CHECK(hls::sin(0.0F) == 0 && hls::cos(0.0F) == 1 && hls::tanh(0.0) == 0 && hls::atan2(0.0, 1.0) == 0);
  CHECK(hls::max(1, 2) == 2 && hls::min(1.0F, 2.0F) == 1 && hls::fabsf(-1.5F) == 1.5F && hls::sqrtf(4) == 2);
  CHECK(hls::fmax(1.0F, 2.0F) == 2 && hls::isnan(0.0) == 0 && hls::half_sqrt(half(4)) == half(2));
  CHECK(hls::recip(4.0F) == 0.25F && hls::rsqrt(4.0) == 0.5 && hls::erf(0.0) == 0 && hls::lround(2.5) == 3);
}

}  // namespace

int main() {
  bitsOfNumbers();
  numbersAndText();
  beats();
  processes();
  memories();
  functions();
  return check::result();
}
