/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Products of lookup tables.
#ifndef MNIST_HLS_FABRIC_PRODUCT_HPP
#define MNIST_HLS_FABRIC_PRODUCT_HPP

namespace mnist_hls {

/// A product of lookup tables, however wide it is: it leaves the slices to layers that need them more.
struct FabricProduct {
  template <typename Weight, typename Input>
  static auto Of(const Weight& weight, const Input& input) -> decltype(weight * input) {
#pragma HLS INLINE
    const auto product = weight * input;
// Each generation of the tools has words of its own.
#ifdef __VITIS_HLS__
#pragma HLS BIND_OP variable = product op = mul impl = fabric
#else
#pragma HLS RESOURCE variable = product core = Mul_LUT
#endif
    return product;
  }
};

}  // namespace mnist_hls

#endif
