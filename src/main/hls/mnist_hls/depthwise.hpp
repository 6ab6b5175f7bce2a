/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// A convolution of each channel by itself.
#ifndef MNIST_HLS_DEPTHWISE_HPP
#define MNIST_HLS_DEPTHWISE_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Multiplies each value of a window with its weight and sums channel by channel, kSimd channels per cycle. A window of one
/// value is a scale and a shift per channel.
///
/// The accumulators are wide enough for every possible input, so that only Finish() loses bits.
///
/// \tparam Layer  kPositions windows of kArea values of kInChannels channels, in the order kernel row, kernel column,
///                channel; each channel gives kMultiplier; types Input, Weight, Accumulator, Output, and the raw integers
///                RawWeight and RawAccumulator; Activation
/// \tparam Product makes one product
/// \param weights one word per cycle, in the order of use: place in the window, word of the pixel; a channel's multiples
///                are neighbors
/// \param bias    in the accumulator's format; one word per word of a pixel
template <typename Layer, typename Product = AnyProduct>
void DepthwiseWindows(hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
                      hls::stream<Lanes<typename Layer::Output, Layer::kSimd * Layer::kMultiplier>>& out,
                      const typename Layer::RawWeight (&weights)[Layer::kArea * (Layer::kInChannels / Layer::kSimd)]
                                                                [Layer::kSimd * Layer::kMultiplier],
                      const typename Layer::RawAccumulator (
                          &bias)[Layer::kInChannels / Layer::kSimd][Layer::kSimd * Layer::kMultiplier]) {
// All weights of a cycle lie side by side in one word of one memory.
#pragma HLS ARRAY_RESHAPE variable = weights complete dim = 2
#pragma HLS ARRAY_RESHAPE variable = bias complete dim = 2
  static_assert(Layer::kInChannels % Layer::kSimd == 0, "kSimd must divide kInChannels: no word belongs to two pixels");
  using Accumulator = typename Layer::Accumulator;
  constexpr int kPixelWords = Layer::kInChannels / Layer::kSimd;
  constexpr int kOutLanes = Layer::kSimd * Layer::kMultiplier;

  // This window's sums, for each word of a pixel: a shift register, so that the loop closes over one addition.
  Lanes<Accumulator, kOutLanes> sums[kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = sums
#pragma HLS ARRAY_PARTITION variable = sums complete

  // Nothing stands between the loops, so that the tool makes one of them and the pipeline never runs empty.
  int weight_word = 0;
Positions:
  for (int position = 0; position < Layer::kPositions; ++position) {
  Taps:
    for (int tap = 0; tap < Layer::kArea; ++tap) {
    PixelWords:
      for (int word = 0; word < kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("DepthwiseWindows");
        const Lanes<typename Layer::Input, Layer::kSimd> values = in.read();
        Lanes<Accumulator, kOutLanes> now;
        Lanes<typename Layer::Output, kOutLanes> results;
      Products:
        for (int lane = 0; lane < kOutLanes; ++lane) {
#pragma HLS UNROLL
          const Accumulator product = Product::Of(FromRaw<typename Layer::Weight>(weights[weight_word][lane]),
                                                  values.lane[lane / Layer::kMultiplier]);
          const Accumulator start = tap == 0 ? FromRaw<Accumulator>(bias[word][lane]) : sums[0].lane[lane];
          now.lane[lane] = start + product;
          results.lane[lane] = Finish<Layer>(now.lane[lane]);
        }
      Shift:
        for (int i = 0; i < kPixelWords - 1; ++i) {
#pragma HLS UNROLL
          sums[i] = sums[i + 1];
        }
        sums[kPixelWords - 1] = now;
        if (tap == Layer::kArea - 1) {
          out.write(results);
        }
        weight_word = weight_word == Layer::kArea * kPixelWords - 1 ? 0 : weight_word + 1;
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
