/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The network's two ends: 8-bit pixels in, logits and the class out; as AXI4-Stream or as memories.
#ifndef MNIST_HLS_PORTS_HPP
#define MNIST_HLS_PORTS_HPP

#include "lanes.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// The larger logit wins; of equal ones the first.
template <typename Logit>
struct Winner {
  Logit value;
  int index;
  void Offer(const Logit& logit, int candidate) {
#pragma HLS INLINE
    if (candidate == 0 || value < logit) {
      value = logit;
      index = candidate;
    }
  }
};

/// Reads one image from an AXI4-Stream, one pixel per beat; within a pixel channel by channel. The image has a fixed
/// size, so TLAST is not needed to find its end.
/// \param table the network's input for each of the 256 pixel values
template <typename Network, typename Beat>
void ReadPixelStream(hls::stream<Beat>& in, hls::stream<Lanes<typename Network::Input, 1>>& out,
                     const typename Network::RawInput (&table)[256]) {
Pixels:
  for (int pixel = 0; pixel < Network::kPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelStream");
    const Beat beat = in.read();
    const ap_uint<8> value = beat.data;
    Lanes<typename Network::Input, 1> word;
    word.lane[0] = FromRaw<typename Network::Input>(table[value.to_uint()]);
    out.write(word);
  }
}

/// As ReadPixelStream, from external memory.
/// \param in row by row, pixel by pixel, channel by channel
template <typename Network>
void ReadPixelMemory(const ap_uint<8>* in, hls::stream<Lanes<typename Network::Input, 1>>& out,
                     const typename Network::RawInput (&table)[256]) {
Pixels:
  for (int pixel = 0; pixel < Network::kPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelMemory");
    const ap_uint<8> value = in[pixel];
    Lanes<typename Network::Input, 1> word;
    word.lane[0] = FromRaw<typename Network::Input>(table[value.to_uint()]);
    out.write(word);
  }
}

/// As ReadPixelStream, from an array.
/// \param in within a row pixel by pixel, channel by channel
template <typename Network>
void ReadPixelArray(const ap_uint<8> (*in)[Network::kRowPixels], hls::stream<Lanes<typename Network::Input, 1>>& out,
                    const typename Network::RawInput (&table)[256]) {
Rows:
  for (int row = 0; row < Network::kRows; ++row) {
  RowPixels:
    for (int pixel = 0; pixel < Network::kRowPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("ReadPixelArray");
      const ap_uint<8> value = in[row][pixel];
      Lanes<typename Network::Input, 1> word;
      word.lane[0] = FromRaw<typename Network::Input>(table[value.to_uint()]);
      out.write(word);
    }
  }
}

/// Sends one packet: the raw logits, one per beat and sign-extended, then the class, with TLAST.
/// \tparam kLanes logits per word that comes in
template <typename Network, int kLanes, typename Beat>
void WriteLogitStream(hls::stream<Lanes<typename Network::Logit, kLanes>>& in, hls::stream<Beat>& out) {
  static_assert(Network::kClasses % kLanes == 0, "kLanes must divide kClasses");
  Lanes<typename Network::Logit, kLanes> word MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = word.lane complete
  Winner<typename Network::Logit> winner;
  winner.value = 0;
  winner.index = 0;
  int lane_of_word = 0;
Beats:
  for (int index = 0; index < Network::kClasses + 1; ++index) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("WriteLogitStream");
    const bool is_class = index == Network::kClasses;
    if (lane_of_word == 0 && !is_class) {
      word = in.read();
    }
    const typename Network::Logit logit = word.lane[0];
  Shift:
    for (int lane = 0; lane < kLanes - 1; ++lane) {
#pragma HLS UNROLL
      word.lane[lane] = word.lane[lane + 1];
    }
    lane_of_word = lane_of_word == kLanes - 1 ? 0 : lane_of_word + 1;

    Beat beat;
    beat.keep = -1;  // every byte counts
    beat.strb = -1;
    beat.last = is_class ? 1 : 0;
    if (is_class) {
      beat.data = winner.index;
    } else {
      winner.Offer(logit, index);
      const typename Network::ExtendedLogit extended = ToRaw<typename Network::RawLogit>(logit);
      beat.data = extended;
    }
    out.write(beat);
  }
}

/// Writes the logits to a memory, and the class.
/// \tparam kLanes logits per word that comes in
template <typename Network, int kLanes>
void WriteLogitArray(hls::stream<Lanes<typename Network::Logit, kLanes>>& in, typename Network::Logit* out) {
  static_assert(Network::kClasses % kLanes == 0, "kLanes must divide kClasses");
  Lanes<typename Network::Logit, kLanes> word MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = word.lane complete
  int lane_of_word = 0;
Logits:
  for (int index = 0; index < Network::kClasses; ++index) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("WriteLogitArray");
    if (lane_of_word == 0) {
      word = in.read();
    }
    out[index] = word.lane[0];
  Shift:
    for (int lane = 0; lane < kLanes - 1; ++lane) {
#pragma HLS UNROLL
      word.lane[lane] = word.lane[lane + 1];
    }
    lane_of_word = lane_of_word == kLanes - 1 ? 0 : lane_of_word + 1;
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
