/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Beats of an AXI4-Stream with side channels, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_AP_AXI_SDATA_H
#define MNIST_HLS_SIM_AP_AXI_SDATA_H

#include "ap_int.h"

/// \tparam D, U, TI, TD bits of TDATA, TUSER, TID and TDEST; a side channel of 0 bits does not exist in hardware
template <int D, int U = 0, int TI = 0, int TD = 0>
struct ap_axiu {
  ap_uint<D> data;
  ap_uint<(D + 7) / 8> keep;
  ap_uint<(D + 7) / 8> strb;
  ap_uint<(U > 0 ? U : 1)> user;
  ap_uint<1> last;
  ap_uint<(TI > 0 ? TI : 1)> id;
  ap_uint<(TD > 0 ? TD : 1)> dest;
};

#endif
