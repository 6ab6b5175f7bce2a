/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// What travels between the layers, how it gets there from the ports, and the two ways between a number and its bits.
#ifndef MNIST_HLS_STREAMS_HPP
#define MNIST_HLS_STREAMS_HPP
#include "ap_fixed.h"
#include "ap_int.h"
#include "hls_stream.h"

/// Called once for every cycle that a pipelined loop starts; a test counts them. Nothing in hardware.
#ifndef MNIST_HLS_TRIP
#define MNIST_HLS_TRIP(loop)
#endif

/// What a memory or register holds before it is first written. The design moves such values but never uses one, so
/// hardware pays nothing for them; in simulation they are zero, because C++ may not even copy an undefined value.
#if defined(__SYNTHESIS__) || defined(__BAMBU__)
#define MNIST_HLS_UNWRITTEN
#else
#define MNIST_HLS_UNWRITTEN = {}
#endif

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Cycles after which a row buffer's place may be used again. The kernels promise the tool that no cycle depends on the
/// ones just before it; this many cover the latency of any memory that it may choose.
constexpr int kRowDistance = 4;

/// Columns of a row: at least `columns`, and enough to keep kRowDistance with so many words per pixel.
constexpr int PaddedColumns(int columns, int pixel_words) {
  return columns * pixel_words >= kRowDistance ? columns : (kRowDistance + pixel_words - 1) / pixel_words;
}

/// One word of a stream: values that travel in the same cycle.
///
/// An image travels row by row, pixel by pixel, and within a pixel channel by channel, so that a window over
/// neighboring rows needs few lines of memory.
///
/// Memories of words need AGGREGATE: the tool makes a memory of its own of each member of a struct, in which the lanes
/// would lie one after the other.
/// \tparam kLanes how many values; it divides the number of channels, so that no word belongs to two pixels
template <typename Value, int kLanes>
struct Lanes {
  static_assert(kLanes >= 1 && kLanes <= 1024, "a word has 1 to 1024 lanes: wider ones become unroutable registers");
  Value lane[kLanes];
};

/// The number whose bits are `raw`: wires only.
/// \tparam Fixed an ap_fixed or ap_ufixed
/// \tparam Raw   an ap_int or ap_uint of the same width
template <typename Fixed, typename Raw>
Fixed FromRaw(const Raw& raw) {
#pragma HLS INLINE
  static_assert(Fixed::width == Raw::width, "raw integer and number have different widths");
  Fixed value = 0;
  value.range(Fixed::width - 1, 0) = raw;
  return value;
}

/// The bits of a number as an integer: wires only.
template <typename Raw, typename Fixed>
Raw ToRaw(const Fixed& value) {
#pragma HLS INLINE
  static_assert(Fixed::width == Raw::width, "raw integer and number have different widths");
  // Not assigned to a range: where a range is no reference but a value of its own, only its conversion compiles.
  return value.range(Fixed::width - 1, 0);
}

/// What becomes of a layer's exact result before it is rounded: nothing.
struct Linear {
  template <typename Exact>
  static Exact Apply(const Exact& exact) {
#pragma HLS INLINE
    return exact;
  }
};

/// The same: max(x, 0).
struct Relu {
  template <typename Exact>
  static Exact Apply(const Exact& exact) {
#pragma HLS INLINE
    const Exact zero = 0;
    return exact < zero ? zero : exact;
  }
};

/// The same: min(max(x, lowest), highest), as for ReLU6, hard tanh.
/// \tparam kLowest  bits of the lower end, at the binary point of the exact result
/// \tparam kHighest bits of the upper end
template <long long kLowest, long long kHighest>
struct Clip {
  static_assert(kLowest < kHighest, "nothing lies between the ends");
  template <typename Exact>
  static Exact Apply(const Exact& exact) {
#pragma HLS INLINE
    const Exact lowest = FromRaw<Exact>(ap_int<Exact::width>(kLowest));
    const Exact highest = FromRaw<Exact>(ap_int<Exact::width>(kHighest));
    return exact < lowest ? lowest : exact > highest ? highest : exact;
  }
};

/// The only place where a layer loses bits: its activation, then one rounding and one saturation, as `Output` says.
template <typename Layer, typename Exact>
typename Layer::Output Finish(const Exact& exact) {
#pragma HLS INLINE
  return typename Layer::Output(Layer::Activation::Apply(exact));
}

/// A product as the tool makes it: by a slice, unless an operand is so narrow that lookup tables are cheaper.
struct AnyProduct {
  template <typename Weight, typename Input>
  static auto Of(const Weight& weight, const Input& input) -> decltype(weight * input) {
#pragma HLS INLINE
    return weight * input;
  }
};

/// Collects narrow words into wide ones.
/// \tparam kTotal values per image
/// \tparam kFrom  lanes of a word that comes in
/// \tparam kTo    lanes of a word that goes out
template <typename Value, int kTotal, int kFrom, int kTo>
void PackLanes(hls::stream<Lanes<Value, kFrom>>& in, hls::stream<Lanes<Value, kTo>>& out) {
  static_assert(kTo % kFrom == 0, "a wide word must consist of whole narrow words");
  static_assert(kTotal % kTo == 0, "an image must consist of whole wide words");
  constexpr int kParts = kTo / kFrom;
  Lanes<Value, kTo> wide MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = wide.lane complete
Words:
  for (int word = 0; word < kTotal / kTo; ++word) {
  Parts:
    for (int part = 0; part < kParts; ++part) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("PackLanes");
      const Lanes<Value, kFrom> narrow = in.read();
    Shift:  // a shift register has no multiplexer in front of it, a write by index has
      for (int lane = 0; lane < kTo - kFrom; ++lane) {
#pragma HLS UNROLL
        wide.lane[lane] = wide.lane[lane + kFrom];
      }
    Append:
      for (int lane = 0; lane < kFrom; ++lane) {
#pragma HLS UNROLL
        wide.lane[kTo - kFrom + lane] = narrow.lane[lane];
      }
      if (part == kParts - 1) {
        out.write(wide);
      }
    }
  }
}

/// Cuts wide words into narrow ones.
/// \tparam kTotal values per image
/// \tparam kFrom  lanes of a word that comes in
/// \tparam kTo    lanes of a word that goes out
template <typename Value, int kTotal, int kFrom, int kTo>
void UnpackLanes(hls::stream<Lanes<Value, kFrom>>& in, hls::stream<Lanes<Value, kTo>>& out) {
  static_assert(kFrom % kTo == 0, "a wide word must consist of whole narrow words");
  static_assert(kTotal % kFrom == 0, "an image must consist of whole wide words");
  constexpr int kParts = kFrom / kTo;
  Lanes<Value, kFrom> wide MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = wide.lane complete
Words:
  for (int word = 0; word < kTotal / kFrom; ++word) {
  Parts:
    for (int part = 0; part < kParts; ++part) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("UnpackLanes");
      if (part == 0) {
        wide = in.read();
      }
      Lanes<Value, kTo> narrow;
    Cut:
      for (int lane = 0; lane < kTo; ++lane) {
#pragma HLS UNROLL
        narrow.lane[lane] = wide.lane[lane];
      }
    Shift:
      for (int lane = 0; lane < kFrom - kTo; ++lane) {
#pragma HLS UNROLL
        wide.lane[lane] = wide.lane[lane + kTo];
      }
      out.write(narrow);
    }
  }
}

/// The next value of a stream of words.
/// \param word what is left of the word that came last, its next value first
/// \param lane how many of its values have been taken; 0 at the start
template <typename Value, int kLanes>
Value NextLane(hls::stream<Lanes<Value, kLanes>>& in, Lanes<Value, kLanes>& word, int& lane) {
#pragma HLS INLINE
  if (lane == 0) {
    word = in.read();
  }
  const Value value = word.lane[0];
Shift:
  for (int next = 0; next < kLanes - 1; ++next) {
#pragma HLS UNROLL
    word.lane[next] = word.lane[next + 1];
  }
  lane = lane == kLanes - 1 ? 0 : lane + 1;
  return value;
}

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

/// What the network sees of a pixel value.
/// \param channel of the pixel; goes on to the next
template <typename Network>
Lanes<typename Network::Input, 1> LookUpPixel(const ap_uint<8>& value, int& channel,
                                              const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
#pragma HLS INLINE
  static_assert(Network::kPixels % Network::kPixelTables == 0, "kPixelTables must be 1 or the number of channels");
  Lanes<typename Network::Input, 1> word;
  word.lane[0] = FromRaw<typename Network::Input>(tables[channel][value.to_uint()]);
  channel = channel == Network::kPixelTables - 1 ? 0 : channel + 1;
  return word;
}

/// Reads one image from an AXI4-Stream, one pixel per beat; within a pixel channel by channel. The image has a fixed
/// size, so TLAST is not needed to find its end.
/// \param tables the network's input for each of the 256 pixel values: one table for all channels, or one for each
template <typename Network, typename Beat>
void ReadPixelStream(hls::stream<Beat>& in, hls::stream<Lanes<typename Network::Input, 1>>& out,
                     const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  int channel = 0;
Pixels:
  for (int pixel = 0; pixel < Network::kPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelStream");
    const Beat beat = in.read();
    const ap_uint<8> value = beat.data;
    out.write(LookUpPixel<Network>(value, channel, tables));
  }
}

/// As ReadPixelStream, from external memory.
/// \param in row by row, pixel by pixel, channel by channel
template <typename Network>
void ReadPixelMemory(const ap_uint<8>* in, hls::stream<Lanes<typename Network::Input, 1>>& out,
                     const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  int channel = 0;
Pixels:
  for (int pixel = 0; pixel < Network::kPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ReadPixelMemory");
    const ap_uint<8> value = in[pixel];
    out.write(LookUpPixel<Network>(value, channel, tables));
  }
}

/// As ReadPixelStream, from an array.
/// \param in within a row pixel by pixel, channel by channel
template <typename Network>
void ReadPixelArray(const ap_uint<8> (*in)[Network::kRowPixels], hls::stream<Lanes<typename Network::Input, 1>>& out,
                    const typename Network::RawInput (&tables)[Network::kPixelTables][256]) {
  int channel = 0;
Rows:
  for (int row = 0; row < Network::kRows; ++row) {
  RowPixels:
    for (int pixel = 0; pixel < Network::kRowPixels; ++pixel) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("ReadPixelArray");
      const ap_uint<8> value = in[row][pixel];
      out.write(LookUpPixel<Network>(value, channel, tables));
    }
  }
}

/// Puts the logits of a network that ends in an image into the order of the classes: channel by channel. They come pixel
/// by pixel, so that all of them have to be there before the second can leave.
/// \tparam kLanes logits per word that comes in; it divides kClasses
template <typename Network, int kLanes>
void OrderLogits(hls::stream<Lanes<typename Network::Logit, kLanes>>& in,
                 hls::stream<Lanes<typename Network::Logit, 1>>& out) {
  static_assert(Network::kClasses % kLanes == 0, "kLanes must divide kClasses");
  constexpr int kPlaces = Network::kClasses / Network::kLogitChannels;
  typename Network::Logit kept[Network::kClasses] MNIST_HLS_UNWRITTEN;
  Lanes<typename Network::Logit, kLanes> word MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = word.lane complete
  int lane_of_word = 0;
  int channel = 0;
  int index = 0;
Keep:
  for (int logit = 0; logit < Network::kClasses; ++logit) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("OrderLogits");
    kept[index] = NextLane(in, word, lane_of_word);
    if (channel == Network::kLogitChannels - 1) {  // on to the first channel of the next pixel
      channel = 0;
      index -= (Network::kLogitChannels - 1) * kPlaces - 1;
    } else {
      ++channel;
      index += kPlaces;
    }
  }
Send:
  for (int logit = 0; logit < Network::kClasses; ++logit) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("OrderLogits");
    Lanes<typename Network::Logit, 1> next;
    next.lane[0] = kept[logit];
    out.write(next);
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
    Beat beat;
    beat.keep = -1;  // every byte counts
    beat.strb = -1;
    beat.last = is_class ? 1 : 0;
    if (is_class) {
      beat.data = winner.index;
    } else {
      const typename Network::Logit logit = NextLane(in, word, lane_of_word);
      winner.Offer(logit, index);
      const typename Network::ExtendedLogit extended = ToRaw<typename Network::RawLogit>(logit);
      beat.data = extended;
    }
    out.write(beat);
  }
}

/// Writes the logits to external memory, then the class to a register.
/// \tparam kLanes logits per word that comes in
template <typename Network, int kLanes>
void WriteLogitMemory(hls::stream<Lanes<typename Network::Logit, kLanes>>& in, typename Network::Logit* out,
                      typename Network::Class& winning) {
  static_assert(Network::kClasses % kLanes == 0, "kLanes must divide kClasses");
  Lanes<typename Network::Logit, kLanes> word MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = word.lane complete
  Winner<typename Network::Logit> winner;
  winner.value = 0;
  winner.index = 0;
  int lane_of_word = 0;
Logits:
  for (int index = 0; index < Network::kClasses + 1; ++index) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("WriteLogitMemory");
    if (index == Network::kClasses) {
      winning = winner.index;
    } else {
      const typename Network::Logit logit = NextLane(in, word, lane_of_word);
      winner.Offer(logit, index);
      out[index] = logit;
    }
  }
}

/// Writes the logits to an array; it has no place for the class.
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
    out[index] = NextLane(in, word, lane_of_word);
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
