/// Generated for the network sample in test, for xc7z020clg400-1; edit the templates instead.
///
/// Planned:
///   1549 cycles between images, 4736 cycles for one, at 10 ns: 64558 images per second
///   196 multipliers for 271920 multiply-accumulates per image
#ifndef CNN_NET_CONFIG_HPP
#define CNN_NET_CONFIG_HPP

#include "ap_axi_sdata.h"
#include "ap_fixed.h"
#include "ap_int.h"
#include "hls_stream.h"
#include "mnist_hls/streams.hpp"

namespace cnn_net {

using PixelBeat = ap_axiu<8, 0, 0, 0>;
using LogitBeat = ap_axiu<16, 0, 0, 0>;

/// What goes in and comes out.
struct Network {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Logit = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawLogit = ap_int<16>;
  using ExtendedLogit = ap_int<16>;
  static constexpr int kRows = 28;
  static constexpr int kRowPixels = 28;
  static constexpr int kPixels = 784;
  static constexpr int kPixelTables = 1;
  static constexpr int kClasses = 10;
  static constexpr int kLogitChannels = 10;
};

/// conv1: conv 1x28x28 -> 6x24x24 with ReLU, 86400 products on 75 multipliers, 1152 cycles per image
struct Conv1 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Weight = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawWeight = ap_int<16>;
  using Accumulator = ap_fixed<38, 22>;
  using RawAccumulator = ap_int<38>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Relu;
  static constexpr int kInChannels = 1;
  static constexpr int kInHeight = 28;
  static constexpr int kInWidth = 28;
  static constexpr int kOutHeight = 24;
  static constexpr int kOutWidth = 24;
  static constexpr int kKernelHeight = 5;
  static constexpr int kKernelWidth = 5;
  static constexpr int kStrideHeight = 1;
  static constexpr int kStrideWidth = 1;
  static constexpr int kDilationHeight = 1;
  static constexpr int kDilationWidth = 1;
  static constexpr int kPadTop = 0;
  static constexpr int kPadBottom = 0;
  static constexpr int kPadLeft = 0;
  static constexpr int kPadRight = 0;
  static constexpr long long kPadValue = 0;
  static constexpr int kPositions = 576;
  static constexpr int kFanIn = 25;
  static constexpr int kOutputs = 6;
  static constexpr int kInLanes = 1;
  static constexpr int kSimd = 25;
  static constexpr int kPe = 3;
  static_assert(kFanIn == kInChannels * kKernelHeight * kKernelWidth,
                "a convolution sees its whole window");
  static_assert(kPositions == kOutHeight * kOutWidth,
                "one vector per output pixel");
  static_assert(Accumulator::width - Accumulator::iwidth >=
                    Input::width - Input::iwidth + Weight::width - Weight::iwidth,
                "a product must not lose a bit");
};

/// pool1: maxpool 6x24x24 -> 6x12x12, 1152 cycles per image
struct Pool1 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Linear;
  static constexpr int kInChannels = 6;
  static constexpr int kInHeight = 24;
  static constexpr int kInWidth = 24;
  static constexpr int kOutHeight = 12;
  static constexpr int kOutWidth = 12;
  static constexpr int kKernelHeight = 2;
  static constexpr int kKernelWidth = 2;
  static constexpr int kStrideHeight = 2;
  static constexpr int kStrideWidth = 2;
  static constexpr int kDilationHeight = 1;
  static constexpr int kDilationWidth = 1;
  static constexpr int kPadTop = 0;
  static constexpr int kPadBottom = 0;
  static constexpr int kPadLeft = 0;
  static constexpr int kPadRight = 0;
  static constexpr long long kPadValue = -32768;
  static constexpr int kLanes = 3;
};

/// conv2: conv 6x12x12 -> 16x8x8 with ReLU, 153600 products on 100 multipliers, 1536 cycles per image
struct Conv2 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Weight = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawWeight = ap_int<16>;
  using Accumulator = ap_fixed<41, 25>;
  using RawAccumulator = ap_int<41>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Relu;
  static constexpr int kInChannels = 6;
  static constexpr int kInHeight = 12;
  static constexpr int kInWidth = 12;
  static constexpr int kOutHeight = 8;
  static constexpr int kOutWidth = 8;
  static constexpr int kKernelHeight = 5;
  static constexpr int kKernelWidth = 5;
  static constexpr int kStrideHeight = 1;
  static constexpr int kStrideWidth = 1;
  static constexpr int kDilationHeight = 1;
  static constexpr int kDilationWidth = 1;
  static constexpr int kPadTop = 0;
  static constexpr int kPadBottom = 0;
  static constexpr int kPadLeft = 0;
  static constexpr int kPadRight = 0;
  static constexpr long long kPadValue = 0;
  static constexpr int kPositions = 64;
  static constexpr int kFanIn = 150;
  static constexpr int kOutputs = 16;
  static constexpr int kInLanes = 3;
  static constexpr int kSimd = 25;
  static constexpr int kPe = 4;
  static_assert(kFanIn == kInChannels * kKernelHeight * kKernelWidth,
                "a convolution sees its whole window");
  static_assert(kPositions == kOutHeight * kOutWidth,
                "one vector per output pixel");
  static_assert(Accumulator::width - Accumulator::iwidth >=
                    Input::width - Input::iwidth + Weight::width - Weight::iwidth,
                "a product must not lose a bit");
};

/// pool2: maxpool 16x8x8 -> 16x4x4, 256 cycles per image
struct Pool2 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Linear;
  static constexpr int kInChannels = 16;
  static constexpr int kInHeight = 8;
  static constexpr int kInWidth = 8;
  static constexpr int kOutHeight = 4;
  static constexpr int kOutWidth = 4;
  static constexpr int kKernelHeight = 2;
  static constexpr int kKernelWidth = 2;
  static constexpr int kStrideHeight = 2;
  static constexpr int kStrideWidth = 2;
  static constexpr int kDilationHeight = 1;
  static constexpr int kDilationWidth = 1;
  static constexpr int kPadTop = 0;
  static constexpr int kPadBottom = 0;
  static constexpr int kPadLeft = 0;
  static constexpr int kPadRight = 0;
  static constexpr long long kPadValue = -32768;
  static constexpr int kLanes = 4;
};

/// dense1: dense 16x4x4 -> 120 with ReLU, 30720 products on 20 multipliers, 1536 cycles per image
struct Dense1 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Weight = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawWeight = ap_int<16>;
  using Accumulator = ap_fixed<42, 26>;
  using RawAccumulator = ap_int<42>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Relu;
  static constexpr int kPositions = 1;
  static constexpr int kFanIn = 256;
  static constexpr int kOutputs = 120;
  static constexpr int kInLanes = 4;
  static constexpr int kSimd = 4;
  static constexpr int kPe = 5;
  static_assert(Accumulator::width - Accumulator::iwidth >=
                    Input::width - Input::iwidth + Weight::width - Weight::iwidth,
                "a product must not lose a bit");
};

/// dense2: dense 120 -> 10, 1200 products on 1 multipliers, 1200 cycles per image
struct Dense2 {
  using Input = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawInput = ap_int<16>;
  using Weight = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using RawWeight = ap_int<16>;
  using Accumulator = ap_fixed<40, 24>;
  using RawAccumulator = ap_int<40>;
  using Output = ap_fixed<16, 8, AP_RND, AP_SAT>;
  using Activation = mnist_hls::Linear;
  static constexpr int kPositions = 1;
  static constexpr int kFanIn = 120;
  static constexpr int kOutputs = 10;
  static constexpr int kInLanes = 5;
  static constexpr int kSimd = 1;
  static constexpr int kPe = 1;
  static_assert(Accumulator::width - Accumulator::iwidth >=
                    Input::width - Input::iwidth + Weight::width - Weight::iwidth,
                "a product must not lose a bit");
};

}  // namespace cnn_net

void cnn(hls::stream<cnn_net::PixelBeat>& pixels_in, hls::stream<cnn_net::LogitBeat>& logits_out);

#endif
