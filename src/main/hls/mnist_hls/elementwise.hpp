/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Functions of each value by itself, where no layer before them can take them up.
#ifndef MNIST_HLS_ELEMENTWISE_HPP
#define MNIST_HLS_ELEMENTWISE_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Clamps and converts.
///
/// \tparam Layer kWords words per image of kLanes values; types Input and Output; Activation
template <typename Layer>
void Activate(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
              hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out) {
Words:
  for (int word = 0; word < Layer::kWords; ++word) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("Activate");
    const Lanes<typename Layer::Input, Layer::kLanes> values = in.read();
    Lanes<typename Layer::Output, Layer::kLanes> results;
  Lanes:
    for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
      results.lane[lane] = Finish<Layer>(values.lane[lane]);
    }
    out.write(results);
  }
}

/// Multiplies negative values with their channel's slope, exactly, then clamps and converts.
///
/// \tparam Layer  kPixels pixels of kPixelWords words of kLanes values; types Input, Slope and its bits RawSlope,
///                Accumulator, Output; Activation
/// \param slopes  one word per word of a pixel
template <typename Layer>
void ActivateSlopes(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
                    hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out,
                    const typename Layer::RawSlope (&slopes)[Layer::kPixelWords][Layer::kLanes]) {
#pragma HLS ARRAY_RESHAPE variable = slopes complete dim = 2
  using Accumulator = typename Layer::Accumulator;
Pixels:
  for (int pixel = 0; pixel < Layer::kPixels; ++pixel) {
  PixelWords:
    for (int word = 0; word < Layer::kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("ActivateSlopes");
      const Lanes<typename Layer::Input, Layer::kLanes> values = in.read();
      Lanes<typename Layer::Output, Layer::kLanes> results;
    Lanes:
      for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
        const typename Layer::Input zero = 0;
        const Accumulator same = values.lane[lane];
        const Accumulator sloped = FromRaw<typename Layer::Slope>(slopes[word][lane]) * values.lane[lane];
        const Accumulator exact = values.lane[lane] < zero ? sloped : same;
        results.lane[lane] = Finish<Layer>(exact);
      }
      out.write(results);
    }
  }
}

/// Looks each value up: it is converted to an index, with the rounding and the saturation of Index.
///
/// \tparam Layer  kWords words per image of kLanes values, at most two, because a memory has two ports; types Input, Index
///                and its bits RawIndex, Output and its bits RawOutput; kEntries indices
/// \param entries results, by the index's bits read without a sign
template <typename Layer>
void LookUp(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
            hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out,
            const typename Layer::RawOutput (&entries)[Layer::kEntries]) {
  static_assert(Layer::kLanes <= 2, "a memory answers two lanes in a cycle");
  static_assert(Layer::kEntries == 1 << Layer::Index::width, "one entry for each index");
Words:
  for (int word = 0; word < Layer::kWords; ++word) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("LookUp");
    const Lanes<typename Layer::Input, Layer::kLanes> values = in.read();
    Lanes<typename Layer::Output, Layer::kLanes> results;
  Lanes:
    for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
      const typename Layer::Index index = values.lane[lane];
      const typename Layer::RawIndex bits = ToRaw<typename Layer::RawIndex>(index);
      const ap_uint<Layer::Index::width> place = bits;
      results.lane[lane] = FromRaw<typename Layer::Output>(entries[place.to_uint()]);
    }
    out.write(results);
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
