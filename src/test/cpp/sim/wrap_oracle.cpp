/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// AP_WRAP_SM and saturated bits beside SystemC (IEEE 1666): every number of some bits more than the format has, from a
/// wider format and from a double. Exit status 0 if all agree.
#define SC_INCLUDE_FX
#include <cstdio>
#include <systemc>

#include "ap_fixed.h"

namespace {

long compared = 0;
long different = 0;

template <typename T, typename Oracle>
void compare(Oracle oracle) {
  const int fraction = T::width - T::iwidth;
  for (int raw = -2000; raw <= 2000; ++raw) {
    const double value = raw / 8.0;
    oracle = value;
    const double expected = oracle.to_double();
    const T fromDouble = value;
    const T fromFixed = ap_fixed<24, 20>(value);
    T shifted = ap_fixed<20, 17>(value);
    const T fromText = ap_fixed<24, 20>(value).to_string(10).c_str();
    compared += 4;
    if (fromDouble != expected || fromFixed != expected || shifted != expected || fromText != expected) {
      ++different;
      std::printf("W %d, I %d, fraction bits %d, mode %d: %f gives %f, SystemC %f\n", T::width, T::iwidth, fraction,
                  static_cast<int>(T::omode), value, fromDouble.to_double(), expected);
    }
  }
}

template <int W, int I, ap_q_mode Q, int N>
void withBits() {
  const auto q = static_cast<sc_dt::sc_q_mode>(Q);
  compare<ap_fixed<W, I, Q, AP_WRAP, N>>(sc_dt::sc_fix(W, I, q, sc_dt::SC_WRAP, N));
  compare<ap_ufixed<W, I, Q, AP_WRAP, N>>(sc_dt::sc_ufix(W, I, q, sc_dt::SC_WRAP, N));
  compare<ap_fixed<W, I, Q, AP_WRAP_SM, N>>(sc_dt::sc_fix(W, I, q, sc_dt::SC_WRAP_SM, N));
}

template <int W, int I, ap_q_mode Q>
void format() {
  withBits<W, I, Q, 0>();
  withBits<W, I, Q, 1>();
  withBits<W, I, Q, 2>();
  withBits<W, I, Q, W - 1>();
  withBits<W, I, Q, W>();
}

}  // namespace

int sc_main(int, char**) {
  format<3, 3, AP_TRN>();
  format<5, 3, AP_RND>();
  format<6, 8, AP_RND_ZERO>();
  format<8, 4, AP_RND_CONV>();
  format<9, 4, AP_TRN_ZERO>();
  format<17, 5, AP_RND_INF>();
  std::printf("%ld compared, %ld different\n", compared, different);
  return compared > 0 && different == 0 ? 0 : 1;
}
