/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// What an HLS compiler would make hardware of: compiled with __SYNTHESIS__, it must call nothing, allocate nothing and
/// throw nothing.
#include "ap_fixed.h"
#include "ap_int.h"

using Value = ap_fixed<16, 8, AP_RND, AP_SAT>;
using Weight = ap_fixed<8, 0, AP_RND_CONV, AP_SAT>;
using Sum = ap_fixed<40, 24>;

Value dot(const Value (&values)[64], const ap_uint<8> (&weights)[64]) {
  Sum sum = 0.5;
  for (ap_uint<7> i = 0; i < 64; ++i) {
    Weight weight;
    weight.range() = weights[i];
    sum += values[i] * weight;
  }
  return sum > 0 ? Value(sum) : Value(0);
}

ap_ufixed<12, 4, AP_RND_INF, AP_SAT_SYM> bits(ap_int<24> packed, double scale) {
  const ap_ufixed<12, 4> quotient = ap_ufixed<12, 4>(packed.range(11, 0)) / (ap_uint<12>(packed >> 12) + 1);
  return packed[23] ? ap_ufixed<12, 4>(quotient << 1) : ap_ufixed<12, 4>(scale);
}
