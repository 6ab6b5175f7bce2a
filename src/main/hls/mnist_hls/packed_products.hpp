/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Two narrow products by one slice.
#ifndef MNIST_HLS_PACKED_PRODUCTS_HPP
#define MNIST_HLS_PACKED_PRODUCTS_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Bits of an integer where all are signed, as a slice's are.
template <typename Raw>
struct SignedBits;

template <int kWidth>
struct SignedBits<ap_int<kWidth>> {
  static constexpr int kBits = kWidth;
  static constexpr bool kSigned = true;
};

template <int kWidth>
struct SignedBits<ap_uint<kWidth>> {
  static constexpr int kBits = kWidth + 1;
  static constexpr bool kSigned = false;
};

/// Sums of products by half as many slices. An output and the next one take the same input, so that their two weights
/// lie one above the other in the wider operand, and both products in the result:
///
///     (second * 2^kLow + first) * input + 2^(kLow - 1)
///
/// The slice has adders for both additions. The last one pays for a negative lower product what it would borrow from the
/// upper one: the upper half is exact as it stands, the lower one with its highest bit flipped.
///
/// \tparam kWide   bits of the wider operand of the device's slices
/// \tparam kNarrow bits of the other one
template <int kWide, int kNarrow>
struct PackedProducts {
  /// How a result is divided.
  template <typename Layer>
  struct Halves {
    using Weight = SignedBits<typename Layer::RawWeight>;
    using Input = SignedBits<typename Layer::RawInput>;

    /// Two operands without a sign, or one, have no product of the largest magnitude that their widths would allow.
    static constexpr int kProduct = Weight::kBits + Input::kBits - (Weight::kSigned && Input::kSigned ? 0 : 1);
    /// As high as the upper weight can lie; the sum of both weights has one bit more than that.
    static constexpr int kLow = kWide - 1 - Layer::Weight::width;
    /// Where the lower half has a bit to spare, a slice adds its product to that of another one.
    static constexpr int kTogether = kLow > kProduct ? 2 : 1;
    static constexpr int kResult = kWide + Input::kBits + 1;
    static constexpr int kFraction =
        Layer::Weight::width - Layer::Weight::iwidth + Layer::Input::width - Layer::Input::iwidth;

    static_assert(Layer::kPe % 2 == 0, "two outputs share a multiplier: kPe must be even");
    static_assert(kProduct <= kLow, "the lower product would reach into the upper one: use narrower weights or inputs");
    static_assert(Input::kBits <= kNarrow, "the input is wider than the slice's narrower operand");
  };

  template <typename Layer>
  static void Sum(const typename Layer::RawWeight (&weights)[Layer::kPe][Layer::kSimd],
                  const Lanes<typename Layer::Input, Layer::kSimd>& inputs,
                  typename Layer::Accumulator (&sums)[Layer::kPe]) {
#pragma HLS INLINE
    using Half = Halves<Layer>;
    constexpr int kLow = Half::kLow;
    constexpr int kHigh = Half::kResult - kLow;
    constexpr long long kBorrow = 1LL << (kLow - 1);
  Pairs:
    for (int pe = 0; pe < Layer::kPe; pe += 2) {
#pragma HLS UNROLL
      typename Layer::Accumulator first = 0;
      typename Layer::Accumulator second = 0;
    Slices:
      for (int slice = 0; slice < Layer::kSimd; slice += Half::kTogether) {
#pragma HLS UNROLL
        ap_int<Half::kResult> result = kBorrow;
      Together:
        for (int lane = slice; lane < slice + Half::kTogether && lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
          const ap_int<kWide> upper = weights[pe + 1][lane];
          const ap_int<kWide> both = (upper << kLow) + weights[pe][lane];
          result += both * ToRaw<typename Layer::RawInput>(inputs.lane[lane]);
        }
        const ap_uint<kLow> low = result;
        const ap_int<kLow> flipped = low ^ ap_uint<kLow>(kBorrow);
        const ap_int<kHigh> high = result >> kLow;
        first += FromRaw<ap_fixed<kLow, kLow - Half::kFraction>>(flipped);
        second += FromRaw<ap_fixed<kHigh, kHigh - Half::kFraction>>(high);
      }
      sums[pe] = first;
      sums[pe + 1] = second;
    }
  }
};

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
