/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// The multiplications of a convolution or a dense layer.
#ifndef MNIST_HLS_MATRIX_VECTOR_HPP
#define MNIST_HLS_MATRIX_VECTOR_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// How a layer's matrix is folded onto kPe x kSimd multipliers.
template <typename Layer>
struct MatrixVectorShape {
  static constexpr int kInputFolds = Layer::kFanIn / Layer::kSimd;
  static constexpr int kOutputFolds = Layer::kOutputs / Layer::kPe;
  static constexpr int kFolds = kInputFolds * kOutputFolds;
  static constexpr int kCycles = Layer::kPositions * kFolds;

  static_assert(Layer::kFanIn % Layer::kSimd == 0, "kSimd must divide kFanIn: the last group of inputs would be short");
  static_assert(Layer::kOutputs % Layer::kPe == 0,
                "kPe must divide kOutputs: the last group of outputs would be short");
  static_assert(Layer::kPe * Layer::kSimd <= 4096, "more than 4096 multipliers in one layer: lower kPe or kSimd");
};

/// Sums of products, each by a multiplier of its own.
/// \tparam Product makes one of them
template <typename Product>
struct SingleProducts {
  template <typename Layer>
  static void Sum(const typename Layer::RawWeight (&weights)[Layer::kPe][Layer::kSimd],
                  const Lanes<typename Layer::Input, Layer::kSimd>& inputs,
                  typename Layer::Accumulator (&sums)[Layer::kPe]) {
#pragma HLS INLINE
  Sums:
    for (int pe = 0; pe < Layer::kPe; ++pe) {
#pragma HLS UNROLL
      typename Layer::Accumulator sum = 0;
    Simd:
      for (int lane = 0; lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
        sum += Product::Of(FromRaw<typename Layer::Weight>(weights[pe][lane]), inputs.lane[lane]);
      }
      sums[pe] = sum;
    }
  }
};

/// Multiplies the layer's matrix with the vector of each position, kPe outputs and kSimd inputs per cycle.
///
/// The vector comes in once, during the first group of outputs, and is kept for the others. The accumulators are wide
/// enough for every possible input, so that only Finish() loses bits.
///
/// \tparam Layer  shape (kPositions vectors per image, kFanIn, kOutputs), folding (kSimd, kPe), kRelu; types Input,
///                Weight, Accumulator, Output, and the raw integers RawWeight and RawAccumulator
/// \tparam Products makes the sums of a cycle's products
/// \param weights one word per cycle, in the order of use: group of outputs, group of inputs
/// \param bias    in the accumulator's format; one word per group of outputs
template <typename Layer, typename Products = SingleProducts<AnyProduct>>
void MatrixVector(
    hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
    hls::stream<Lanes<typename Layer::Output, Layer::kPe>>& out,
    const typename Layer::RawWeight (&weights)[MatrixVectorShape<Layer>::kFolds][Layer::kPe][Layer::kSimd],
    const typename Layer::RawAccumulator (&bias)[MatrixVectorShape<Layer>::kOutputFolds][Layer::kPe]) {
// All weights of a cycle lie side by side in one word of one memory.
#pragma HLS ARRAY_RESHAPE variable = weights complete dim = 2
#pragma HLS ARRAY_RESHAPE variable = weights complete dim = 3
#pragma HLS ARRAY_RESHAPE variable = bias complete dim = 2
  using Shape = MatrixVectorShape<Layer>;
  using Accumulator = typename Layer::Accumulator;
  using Word = Lanes<typename Layer::Input, Layer::kSimd>;

  Word kept[Shape::kInputFolds] MNIST_HLS_UNWRITTEN;  // the vector of this position
#pragma HLS AGGREGATE variable = kept
  Accumulator sums[Layer::kPe] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = sums complete

  // Nothing stands between the loops, so that the tool makes one of them and the pipeline never runs empty.
  int fold = 0;
Positions:
  for (int position = 0; position < Layer::kPositions; ++position) {
  OutputFolds:
    for (int output_fold = 0; output_fold < Shape::kOutputFolds; ++output_fold) {
    InputFolds:
      for (int input_fold = 0; input_fold < Shape::kInputFolds; ++input_fold) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("MatrixVector");
        Word inputs;
        if (output_fold == 0) {
          inputs = in.read();
          kept[input_fold] = inputs;
        } else {
          inputs = kept[input_fold];
        }

        Accumulator products[Layer::kPe];
#pragma HLS ARRAY_PARTITION variable = products complete
        Products::template Sum<Layer>(weights[fold], inputs, products);
        Lanes<typename Layer::Output, Layer::kPe> outputs;
      Pe:
        for (int pe = 0; pe < Layer::kPe; ++pe) {
#pragma HLS UNROLL
          // One addition closes the loop from cycle to cycle; the sums of products above are pipelined before it.
          const Accumulator start = input_fold == 0 ? FromRaw<Accumulator>(bias[output_fold][pe]) : sums[pe];
          sums[pe] = start + products[pe];
          outputs.lane[pe] = Finish<Layer>(sums[pe]);
        }
        if (input_fold == Shape::kInputFolds - 1) {
          out.write(outputs);
        }
        fold = fold == Shape::kFolds - 1 ? 0 : fold + 1;
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
