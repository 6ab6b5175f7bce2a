/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Numbers that wrap with a sign of their own or with saturated bits; wrap_oracle.cpp compares more of them with SystemC.
#include "ap_fixed.h"
#include "check.h"

namespace {

template <ap_o_mode O, int N>
int wrapped(int value) {
  return ap_fixed<4, 4, AP_TRN, O, N>(value).to_int();
}

/// The same at another width: each bit is followed by as many of the same fraction.
template <ap_o_mode O, int N>
void wide() {
  for (int value = -100; value <= 100; ++value) {
    const ap_fixed<300, 4, AP_TRN, O, N> number = ap_fixed<400, 40>(value);
    CHECK_EQUAL((ap_fixed<4, 4>(number).to_int()), (wrapped<O, N>(value)));
  }
}

}  // namespace

int main() {
  // the sign becomes the lowest lost bit; the others are inverted if it changes
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 0>(8)), 7);
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 0>(11)), 4);
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 0>(16)), -1);
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 0>(7)), 7);
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 0>(-9)), -8);
  // the sign stays
  CHECK_EQUAL((wrapped<AP_WRAP, 1>(9)), 1);
  CHECK_EQUAL((wrapped<AP_WRAP, 1>(-9)), -1);
  CHECK_EQUAL((wrapped<AP_WRAP_SM, 1>(9)), 6);
  // the highest bits saturate
  CHECK_EQUAL((wrapped<AP_WRAP, 3>(16)), 6);
  CHECK_EQUAL((wrapped<AP_WRAP, 4>(99)), 7);
  CHECK_EQUAL((wrapped<AP_WRAP, 4>(-99)), -8);
  CHECK_EQUAL((ap_ufixed<4, 4, AP_TRN, AP_WRAP, 2>(16).to_int()), 12);
  CHECK_EQUAL((ap_ufixed<4, 4, AP_TRN, AP_WRAP, 2>(-1).to_int()), 3);
  ap_fixed<4, 4, AP_TRN, AP_WRAP, 1> sum = 7;
  sum += 2;
  CHECK_EQUAL(sum.to_int(), 1);
  wide<AP_WRAP, 1>();
  wide<AP_WRAP_SM, 1>();
  return check::result();
}
