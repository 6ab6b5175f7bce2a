/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The products of a convolution or a dense layer with constants, as a graph of adders.
#ifndef MNIST_HLS_CONSTANT_MATRIX_HPP
#define MNIST_HLS_CONSTANT_MATRIX_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// A number times a power of two, in as many bits more: wires only. A shift by itself keeps the width and loses bits.
/// \tparam kShift places to the left
template <int kShift, int kWidth>
ap_uint<kWidth + kShift> Left(const ap_uint<kWidth>& value) {
#pragma HLS INLINE
  const ap_uint<kWidth + kShift> wide = value;
  return wide << kShift;
}

/// The same of a signed number.
/// \tparam kShift places to the left
template <int kShift, int kWidth>
ap_int<kWidth + kShift> Left(const ap_int<kWidth>& value) {
#pragma HLS INLINE
  const ap_int<kWidth + kShift> wide = value;
  return wide << kShift;
}

/// The bits of a signed number.
template <int kWidth, int kInteger, ap_q_mode kRounding, ap_o_mode kOverflow>
ap_int<kWidth> RawLane(const ap_fixed<kWidth, kInteger, kRounding, kOverflow>& value) {
#pragma HLS INLINE
  return ToRaw<ap_int<kWidth>>(value);
}

/// The bits of an unsigned number.
template <int kWidth, int kInteger, ap_q_mode kRounding, ap_o_mode kOverflow>
ap_uint<kWidth> RawLane(const ap_ufixed<kWidth, kInteger, kRounding, kOverflow>& value) {
#pragma HLS INLINE
  return ToRaw<ap_uint<kWidth>>(value);
}

/// Multiplies the layer's matrix with the vector of each position, one vector per cycle.
///
/// The sums may pass the ends of the accumulator on their way, because their last bits are right all the same; with the
/// bias they are within them, so that only Finish() loses bits.
///
/// \tparam Layer  shape (kPositions vectors per image, kFanIn, kOutputs); kSimd and kPe, which are the same two; types
///                Input, Accumulator, Output, and the raw integer RawAccumulator; Activation
/// \tparam Adders Multiply() makes the products of a vector, raw, at the accumulator's binary point
/// \param bias    in the accumulator's format
template <typename Layer, typename Adders>
void ConstantMatrix(hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
                    hls::stream<Lanes<typename Layer::Output, Layer::kPe>>& out,
                    const typename Layer::RawAccumulator (&bias)[1][Layer::kPe]) {
#pragma HLS ARRAY_RESHAPE variable = bias complete dim = 2
  static_assert(Layer::kSimd == Layer::kFanIn, "the graph takes a whole vector in one cycle: kSimd must be kFanIn");
  static_assert(Layer::kPe == Layer::kOutputs, "the graph gives all outputs in one cycle: kPe must be kOutputs");
  using RawAccumulator = typename Layer::RawAccumulator;
Positions:
  for (int position = 0; position < Layer::kPositions; ++position) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ConstantMatrix");
    const Lanes<typename Layer::Input, Layer::kSimd> inputs = in.read();
    RawAccumulator products[Layer::kPe];
#pragma HLS ARRAY_PARTITION variable = products complete
    Adders::Multiply(inputs, products);
    Lanes<typename Layer::Output, Layer::kPe> outputs;
  Outputs:
    for (int output = 0; output < Layer::kPe; ++output) {
#pragma HLS UNROLL
      const RawAccumulator sum = bias[0][output] + products[output];
      outputs.lane[output] = Finish<Layer>(FromRaw<typename Layer::Accumulator>(sum));
    }
    out.write(outputs);
  }
}

/// Multiplies the layer's matrix with the vectors of kWindows neighboring windows per cycle, as ConstantMatrix does with
/// one: kWindows copies of the graph side by side. The results are pixels side by side.
///
/// \tparam Layer  as for ConstantMatrix; besides kInChannels, kKernelHeight, kKernelWidth, kStrideWidth, kDilationWidth,
///                kPatchWidth and kWindows of the patches that come in, as WindowPatches sends them
/// \tparam Adders as for ConstantMatrix
/// \param bias    in the accumulator's format
template <typename Layer, typename Adders>
void ConstantMatrixPatches(
    hls::stream<Lanes<typename Layer::Input, Layer::kKernelHeight * Layer::kPatchWidth * Layer::kInChannels>>& in,
    hls::stream<Lanes<typename Layer::Output, Layer::kWindows * Layer::kPe>>& out,
    const typename Layer::RawAccumulator (&bias)[1][Layer::kPe]) {
#pragma HLS ARRAY_RESHAPE variable = bias complete dim = 2
  static_assert(Layer::kSimd == Layer::kFanIn, "the graph takes a whole vector in one cycle: kSimd must be kFanIn");
  static_assert(Layer::kPe == Layer::kOutputs, "the graph gives all outputs in one cycle: kPe must be kOutputs");
  static_assert(Layer::kPositions % Layer::kWindows == 0, "an image must consist of whole patches");
  using RawAccumulator = typename Layer::RawAccumulator;
  constexpr int kChannels = Layer::kInChannels;
  constexpr int kPatch = Layer::kKernelHeight * Layer::kPatchWidth * kChannels;
  constexpr int kKernelRow = Layer::kKernelWidth * kChannels;
Patches:
  for (int position = 0; position < Layer::kPositions; position += Layer::kWindows) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("ConstantMatrixPatches");
    const Lanes<typename Layer::Input, kPatch> patch = in.read();
    Lanes<typename Layer::Output, Layer::kWindows * Layer::kPe> outputs;
  Windows:
    for (int window = 0; window < Layer::kWindows; ++window) {
#pragma HLS UNROLL
      Lanes<typename Layer::Input, Layer::kSimd> inputs;
    Cut:  // wires only
      for (int i = 0; i < Layer::kSimd; ++i) {
#pragma HLS UNROLL
        const int column = window * Layer::kStrideWidth + i % kKernelRow / kChannels * Layer::kDilationWidth;
        inputs.lane[i] = patch.lane[(i / kKernelRow * Layer::kPatchWidth + column) * kChannels + i % kChannels];
      }
      RawAccumulator products[Layer::kPe];
#pragma HLS ARRAY_PARTITION variable = products complete
      Adders::Multiply(inputs, products);
    Outputs:
      for (int output = 0; output < Layer::kPe; ++output) {
#pragma HLS UNROLL
        const RawAccumulator sum = bias[0][output] + products[output];
        outputs.lane[window * Layer::kPe + output] = Finish<Layer>(FromRaw<typename Layer::Accumulator>(sum));
      }
    }
    out.write(outputs);
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
