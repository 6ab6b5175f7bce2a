/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Where the paths of a network part and come together again.
#ifndef MNIST_HLS_JOIN_HPP
#define MNIST_HLS_JOIN_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Sends every word to two readers: a channel has one.
/// \tparam kWords words per image
template <typename Value, int kWords, int kLanes>
void Duplicate(hls::stream<Lanes<Value, kLanes>>& in, hls::stream<Lanes<Value, kLanes>>& left,
               hls::stream<Lanes<Value, kLanes>>& right) {
Words:
  for (int word = 0; word < kWords; ++word) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("Duplicate");
    const Lanes<Value, kLanes> values = in.read();
    left.write(values);
    right.write(values);
  }
}

/// Adds two images, value by value: binary points are aligned exactly, the sum is rounded once.
///
/// \tparam Layer kWords words per image of kLanes values; types Left, Right, Accumulator, Output; Activation
template <typename Layer>
void AddStreams(hls::stream<Lanes<typename Layer::Left, Layer::kLanes>>& left,
                hls::stream<Lanes<typename Layer::Right, Layer::kLanes>>& right,
                hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out) {
Words:
  for (int word = 0; word < Layer::kWords; ++word) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("AddStreams");
    const Lanes<typename Layer::Left, Layer::kLanes> a = left.read();
    const Lanes<typename Layer::Right, Layer::kLanes> b = right.read();
    Lanes<typename Layer::Output, Layer::kLanes> sums;
  Add:
    for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
      const typename Layer::Accumulator sum = a.lane[lane] + b.lane[lane];
      sums.lane[lane] = Finish<Layer>(sum);
    }
    out.write(sums);
  }
}

/// Brings values of one of two formats to that of both.
template <typename Layer, typename Value>
Lanes<typename Layer::Output, Layer::kLanes> InCommonFormat(const Lanes<Value, Layer::kLanes>& values) {
#pragma HLS INLINE
  Lanes<typename Layer::Output, Layer::kLanes> results;
Convert:
  for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
    const typename Layer::Accumulator exact = values.lane[lane];
    results.lane[lane] = Finish<Layer>(exact);
  }
  return results;
}

/// Joins two images channel by channel: of each pixel first the left one's channels, then the right one's.
///
/// \tparam Layer kPixels pixels of kLeftWords and kRightWords words of kLanes values; types Left, Right, Accumulator,
///               Output; Activation
template <typename Layer>
void ConcatStreams(hls::stream<Lanes<typename Layer::Left, Layer::kLanes>>& left,
                   hls::stream<Lanes<typename Layer::Right, Layer::kLanes>>& right,
                   hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out) {
  constexpr int kPixelWords = Layer::kLeftWords + Layer::kRightWords;
Pixels:
  for (int pixel = 0; pixel < Layer::kPixels; ++pixel) {
  PixelWords:
    for (int word = 0; word < kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("ConcatStreams");
      if (word < Layer::kLeftWords) {
        out.write(InCommonFormat<Layer, typename Layer::Left>(left.read()));
      } else {
        out.write(InCommonFormat<Layer, typename Layer::Right>(right.read()));
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
