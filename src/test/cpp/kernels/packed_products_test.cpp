/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
// Two products of one multiplier are those of two multipliers, at the ends of all ranges and between them.
#include "mnist_hls/packed_products.hpp"

#include <cstdio>
#include <random>
#include <type_traits>

#include "mnist_hls/matrix_vector.hpp"

namespace {

constexpr int kCases = 3000;
int checked = 0;
int differing = 0;

/// An integer of so many bits, as its raw bits and as a number.
template <int kWidth, bool kSigned>
struct Number {
  using Raw = typename std::conditional<kSigned, ap_int<kWidth>, ap_uint<kWidth>>::type;
  using Fixed = typename std::conditional<kSigned, ap_fixed<kWidth, 2>, ap_ufixed<kWidth, 2>>::type;

  static Raw Any(std::mt19937_64& random) {
    const long long lowest = kSigned ? -(1LL << (kWidth - 1)) : 0;
    const long long values = 1LL << kWidth;
    const unsigned long long kind = random() % 4;
    if (kind < 2) {
      return Raw(kind == 0 ? lowest : lowest + values - 1);
    }
    return Raw(lowest + static_cast<long long>(random() % static_cast<unsigned long long>(values)));
  }
};

template <typename W, typename X, int kLanes>
struct TestLayer {
  using Weight = typename W::Fixed;
  using RawWeight = typename W::Raw;
  using Input = typename X::Fixed;
  using RawInput = typename X::Raw;
  using Accumulator = ap_fixed<60, 30>;
  static constexpr int kPe = 4;
  static constexpr int kSimd = kLanes;
};

/// \tparam kTogether products that a slice adds to its own, and its own
template <typename Products, typename W, typename X, int kLanes, int kTogether>
void Check() {
  using Layer = TestLayer<W, X, kLanes>;
  static_assert(Products::template Halves<Layer>::kTogether == kTogether, "slices add up other numbers of products");
  std::mt19937_64 random(kLanes);
  for (int i = 0; i < kCases; ++i) {
    typename Layer::RawWeight weights[Layer::kPe][Layer::kSimd];
    mnist_hls::Lanes<typename Layer::Input, Layer::kSimd> inputs;
    for (int lane = 0; lane < kLanes; ++lane) {
      inputs.lane[lane] = mnist_hls::FromRaw<typename Layer::Input>(X::Any(random));
      for (int pe = 0; pe < Layer::kPe; ++pe) {
        weights[pe][lane] = W::Any(random);
      }
    }
    typename Layer::Accumulator expected[Layer::kPe];
    typename Layer::Accumulator found[Layer::kPe];
    mnist_hls::SingleProducts<mnist_hls::AnyProduct>::Sum<Layer>(weights, inputs, expected);
    Products::template Sum<Layer>(weights, inputs, found);
    for (int pe = 0; pe < Layer::kPe; ++pe) {
      ++checked;
      differing += expected[pe] == found[pe] ? 0 : 1;
    }
  }
}

}  // namespace

int main() {
  using mnist_hls::PackedProducts;
  // The widest that a slice takes, and one bit less, with which it adds two of its kind.
  Check<PackedProducts<25, 18>, Number<8, true>, Number<8, true>, 3, 1>();
  Check<PackedProducts<25, 18>, Number<8, true>, Number<8, false>, 3, 1>();
  Check<PackedProducts<25, 18>, Number<7, true>, Number<9, true>, 5, 2>();
  Check<PackedProducts<25, 18>, Number<5, true>, Number<14, false>, 1, 1>();
  Check<PackedProducts<25, 18>, Number<7, false>, Number<9, false>, 3, 1>();
  Check<PackedProducts<25, 18>, Number<1, true>, Number<18, true>, 2, 2>();
  Check<PackedProducts<27, 18>, Number<9, true>, Number<8, true>, 4, 1>();
  Check<PackedProducts<27, 18>, Number<8, true>, Number<9, false>, 2, 2>();
  Check<PackedProducts<27, 24>, Number<3, true>, Number<20, false>, 3, 1>();
  std::printf("%d checked, %d differ\n", checked, differing);
  return differing == 0 ? 0 : 1;
}
