/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Reads images of which several pixels come at a time.
#ifndef MNIST_HLS_WIDE_PIXELS_HPP
#define MNIST_HLS_WIDE_PIXELS_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// The largest number that divides both.
constexpr int CommonDivisor(int a, int b) {
  return b == 0 ? a : CommonDivisor(b, a % b);
}

/// How beats of kBeatPixels bytes become words of kInputLanes values, of which a row has whole ones.
template <typename Network>
struct WidePixelsShape {
  static constexpr int kBeats = (Network::kPixels + Network::kBeatPixels - 1) / Network::kBeatPixels;
  // Values that have come and are in no word yet: fewer than a word before a beat comes.
  static constexpr int kWaiting = Network::kInputLanes + Network::kBeatPixels - 1;
  // A word begins only at places that are so far from each other: at one, if it consists of whole beats.
  static constexpr int kStep = CommonDivisor(Network::kInputLanes, Network::kBeatPixels);

  static_assert(Network::kBeatPixels <= Network::kInputLanes, "a beat completes at most one word");
  static_assert(Network::kRowPixels % Network::kInputLanes == 0, "a row must consist of whole words");
  static_assert(Network::kBeatPixels % Network::kPixelTables == 0,
                "the channel of each byte of a beat must be the same in all beats");
};

/// Takes a beat in, and gives a word if that completes it.
/// \param bytes   the first pixel lowest; those behind the end of the image count for nothing
/// \param waiting the values that came last, the newest last
/// \param count   of those that are in no word yet; 0 at the start
/// \param tables  the network's input for each of the 256 pixel values: one table for all channels, or one for each. All
///                pixels of a beat are looked up in the same cycle, so that there are as many copies of it.
template <typename Network>
void TakeBeat(const ap_uint<8 * Network::kBeatPixels>& bytes,
              typename Network::Input (&waiting)[WidePixelsShape<Network>::kWaiting], int& count,
              hls::stream<Lanes<typename Network::Input, Network::kInputLanes>>& out,
              const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
#pragma HLS INLINE
  using Shape = WidePixelsShape<Network>;
Shift:  // a shift register has no multiplexer in front of it, a write by index has
  for (int i = 0; i < Shape::kWaiting - Network::kBeatPixels; ++i) {
#pragma HLS UNROLL
    waiting[i] = waiting[i + Network::kBeatPixels];
  }
LookUp:
  for (int pixel = 0; pixel < Network::kBeatPixels; ++pixel) {
#pragma HLS UNROLL
    const ap_uint<8> value = bytes.range(8 * pixel + 7, 8 * pixel);
    waiting[Shape::kWaiting - Network::kBeatPixels + pixel] =
        FromRaw<typename Network::Input>(tables[pixel % Network::kPixelTables][value.to_uint()]);
  }
  count += Network::kBeatPixels;
  if (count >= Network::kInputLanes) {
    Lanes<typename Network::Input, Network::kInputLanes> word MNIST_HLS_UNWRITTEN;
  Places:
    for (int more = 0; more < Network::kBeatPixels; more += Shape::kStep) {
#pragma HLS UNROLL
    Word:
      for (int lane = 0; lane < Network::kInputLanes; ++lane) {
#pragma HLS UNROLL
        const int place = Shape::kWaiting - Network::kInputLanes - more + lane;
        if (count == Network::kInputLanes + more) {
          word.lane[lane] = waiting[place];
        }
      }
    }
    out.write(word);
    count -= Network::kInputLanes;
  }
}

/// Reads one image from an AXI4-Stream, kBeatPixels pixels per beat; within a pixel channel by channel. The image has a
/// fixed size, so neither TLAST nor TKEEP is needed to find its end: bytes of the last beat that are behind it are left.
template <typename Network, typename Beat>
void ReadPixelsStream(hls::stream<Beat>& in, hls::stream<Lanes<typename Network::Input, Network::kInputLanes>>& out,
                      const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  typename Network::Input waiting[WidePixelsShape<Network>::kWaiting] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = waiting complete
  int count = 0;
Beats:
  for (int index = 0; index < WidePixelsShape<Network>::kBeats; ++index) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelsStream");
    const Beat beat = in.read();
    const ap_uint<8 * Network::kBeatPixels> bytes = beat.data;
    TakeBeat<Network>(bytes, waiting, count, out, tables);
  }
}

/// As ReadPixelsStream, from external memory.
/// \param in row by row, pixel by pixel, channel by channel
template <typename Network>
void ReadPixelsMemory(const ap_uint<8 * Network::kBeatPixels>* in,
                      hls::stream<Lanes<typename Network::Input, Network::kInputLanes>>& out,
                      const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  typename Network::Input waiting[WidePixelsShape<Network>::kWaiting] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = waiting complete
  int count = 0;
Beats:
  for (int index = 0; index < WidePixelsShape<Network>::kBeats; ++index) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelsMemory");
    const ap_uint<8 * Network::kBeatPixels> bytes = in[index];
    TakeBeat<Network>(bytes, waiting, count, out, tables);
  }
}

/// As ReadPixelsStream, from an array of which kBeatPixels neighbors can be read in a cycle.
/// \param in within a row pixel by pixel, channel by channel
template <typename Network>
void ReadPixelsArray(const ap_uint<8> (*in)[Network::kRowPixels],
                     hls::stream<Lanes<typename Network::Input, Network::kInputLanes>>& out,
                     const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  static_assert(Network::kRowPixels % Network::kBeatPixels == 0, "no beat may belong to two rows");
  typename Network::Input waiting[WidePixelsShape<Network>::kWaiting] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = waiting complete
  int count = 0;
Rows:
  for (int row = 0; row < Network::kRows; ++row) {
  Beats:
    for (int pixel = 0; pixel < Network::kRowPixels; pixel += Network::kBeatPixels) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("ReadPixelsArray");
      ap_uint<8 * Network::kBeatPixels> bytes = 0;
    Neighbors:
      for (int next = 0; next < Network::kBeatPixels; ++next) {
#pragma HLS UNROLL
        bytes.range(8 * next + 7, 8 * next) = in[row][pixel + next];
      }
      TakeBeat<Network>(bytes, waiting, count, out, tables);
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
