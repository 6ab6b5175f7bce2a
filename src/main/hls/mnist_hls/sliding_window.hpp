/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Turns an image into the windows that a convolution or an overlapping pooling looks at.
#ifndef MNIST_HLS_SLIDING_WINDOW_HPP
#define MNIST_HLS_SLIDING_WINDOW_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// How long a sliding window takes: one slot per pixel of the padded image, and one more if the last pixel completes a
/// window. In its slot a pixel comes in while the window that the pixel before it completed goes out.
template <typename Layer>
struct SlidingWindowShape {
  static constexpr int kRows = Layer::kPadTop + Layer::kInHeight + Layer::kPadBottom;
  static constexpr int kPixelWords = Layer::kInChannels / Layer::kInLanes;
  static constexpr int kColumns = PaddedColumns(Layer::kPadLeft + Layer::kInWidth + Layer::kPadRight, kPixelWords);
  static constexpr int kWindow = Layer::kKernelHeight * Layer::kKernelWidth * Layer::kInChannels;
  // Rows and columns from the first to the last that a window looks at; with dilation it skips some between.
  static constexpr int kReachHeight = (Layer::kKernelHeight - 1) * Layer::kDilationHeight + 1;
  static constexpr int kReachWidth = (Layer::kKernelWidth - 1) * Layer::kDilationWidth + 1;
  static constexpr int kRegisters = Layer::kKernelHeight * kReachWidth * Layer::kInChannels;
  static constexpr int kWindowWords = kWindow / Layer::kSimd;
  static constexpr int kWindowSlot = kWindowWords > kPixelWords ? kWindowWords : kPixelWords;

  static constexpr int kWindows = Layer::kOutHeight * Layer::kOutWidth;
  static constexpr int kLastWindowRow = (Layer::kOutHeight - 1) * Layer::kStrideHeight + kReachHeight;
  static constexpr int kLastWindowColumn = (Layer::kOutWidth - 1) * Layer::kStrideWidth + kReachWidth;
  static constexpr bool kEndsWithWindow = kLastWindowRow == kRows && kLastWindowColumn == kColumns;
  static constexpr int kCycles = kRows * kColumns * kPixelWords +
                                 (kWindows - (kEndsWithWindow ? 1 : 0)) * (kWindowSlot - kPixelWords) +
                                 (kEndsWithWindow ? kWindowWords : 0);

  static_assert(Layer::kInChannels % Layer::kInLanes == 0, "kInLanes must divide kInChannels");
  static_assert(kWindow % Layer::kSimd == 0, "kSimd must divide the window: its last word would be short");
  static_assert(kRegisters <= 1024, "the window lives in registers, of which there may be 1024");
  static_assert(kLastWindowRow <= kRows && kLastWindowColumn <= kColumns, "the windows do not fit the padded image");
};

/// Sends each window as kWindowWords words, its values in the order kernel row, kernel column, channel.
///
/// \tparam Layer shape (kInChannels, kInHeight, kInWidth, kKernel*, kStride*, kDilation*, kPad*, kOut*), lanes of a word
///               that comes in (kInLanes) and goes out (kSimd), types of a value (Input) and its bits (RawInput), bits of
///               the padding (kPadValue)
template <typename Layer>
void SlidingWindow(hls::stream<Lanes<typename Layer::Input, Layer::kInLanes>>& in,
                   hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& out) {
  using Shape = SlidingWindowShape<Layer>;
  using Value = typename Layer::Input;
  constexpr int kChannels = Layer::kInChannels;
  constexpr int kLanes = Layer::kInLanes;
  constexpr int kSimd = Layer::kSimd;
  constexpr int kKernelRow = Layer::kKernelWidth * kChannels;
  constexpr int kReachRow = Shape::kReachWidth * kChannels;
  constexpr int kLines = Shape::kReachHeight - 1;
  constexpr int kLineWords = Shape::kColumns * Shape::kPixelWords;

  // The rows above the current one, a memory of its own each: all are read and written in every cycle.
  Lanes<Value, kLanes> lines[kLines > 0 ? kLines : 1][kLineWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = lines
#pragma HLS ARRAY_PARTITION variable = lines complete dim = 1
#pragma HLS DEPENDENCE variable = lines inter false
  // A word is written where it was read in the same cycle; that place is next used one row later.

  // The pixel that comes in, and those above it.
  Value column[Layer::kKernelHeight][kChannels] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = column complete dim = 0
  Value window[Shape::kRegisters] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = window complete
  // What is left to send; a shift register, because reading by index needs a multiplexer.
  Value leaving[Shape::kWindow] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = leaving complete

  int row = 0;
  int pixel = 0;  // column of the image
  int word = 0;   // within the slot
  int line_word = 0;
  int rows_to_window = Shape::kReachHeight - 1;
  int pixels_to_window = Shape::kReachWidth - 1;
  bool sending = false;  // the pixel before this one completed a window

Cycles:
  for (int cycle = 0; cycle < Shape::kCycles; ++cycle) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("SlidingWindow");

    if (sending && word < Shape::kWindowWords) {
      Lanes<Value, kSimd> sent;
    Send:
      for (int lane = 0; lane < kSimd; ++lane) {
#pragma HLS UNROLL
        sent.lane[lane] = leaving[lane];
      }
    Advance:
      for (int i = 0; i < Shape::kWindow - kSimd; ++i) {
#pragma HLS UNROLL
        leaving[i] = leaving[i + kSimd];
      }
      out.write(sent);
    }

    const bool more_pixels = row < Shape::kRows;
    if (more_pixels && word < Shape::kPixelWords) {
      const bool inside = row >= Layer::kPadTop && row < Layer::kPadTop + Layer::kInHeight &&
                          pixel >= Layer::kPadLeft && pixel < Layer::kPadLeft + Layer::kInWidth;
      Lanes<Value, kLanes> newest[Shape::kReachHeight];
#pragma HLS ARRAY_PARTITION variable = newest complete
      if (inside) {
        newest[kLines] = in.read();
      } else {
      Pad:
        for (int lane = 0; lane < kLanes; ++lane) {
#pragma HLS UNROLL
          newest[kLines].lane[lane] = FromRaw<Value>(typename Layer::RawInput(Layer::kPadValue));
        }
      }
    Lines:
      for (int line = 0; line < kLines; ++line) {
#pragma HLS UNROLL
        newest[line] = lines[line][line_word];
      }
    Raise:
      for (int line = 0; line < kLines; ++line) {
#pragma HLS UNROLL
        lines[line][line_word] = newest[line + 1];
      }
    Column:
      for (int line = 0; line < Layer::kKernelHeight; ++line) {
#pragma HLS UNROLL
      Shift:
        for (int channel = 0; channel < kChannels - kLanes; ++channel) {
#pragma HLS UNROLL
          column[line][channel] = column[line][channel + kLanes];
        }
      Append:
        for (int lane = 0; lane < kLanes; ++lane) {
#pragma HLS UNROLL
          column[line][kChannels - kLanes + lane] = newest[line * Layer::kDilationHeight].lane[lane];
        }
      }
      line_word = line_word == kLineWords - 1 ? 0 : line_word + 1;
    }

    if (word != (sending ? Shape::kWindowSlot : Shape::kPixelWords) - 1) {
      ++word;
    } else if (more_pixels) {
      word = 0;
    WindowRows:
      for (int line = 0; line < Layer::kKernelHeight; ++line) {
#pragma HLS UNROLL
      Left:
        for (int i = 0; i < kReachRow - kChannels; ++i) {
#pragma HLS UNROLL
          window[line * kReachRow + i] = window[line * kReachRow + i + kChannels];
        }
      Right:
        for (int channel = 0; channel < kChannels; ++channel) {
#pragma HLS UNROLL
          window[line * kReachRow + kReachRow - kChannels + channel] = column[line][channel];
        }
      }
    Leave:
      for (int line = 0; line < Layer::kKernelHeight; ++line) {
#pragma HLS UNROLL
      LeaveTaps:
        for (int tap = 0; tap < Layer::kKernelWidth; ++tap) {
#pragma HLS UNROLL
        LeaveChannels:
          for (int channel = 0; channel < kChannels; ++channel) {
#pragma HLS UNROLL
            leaving[line * kKernelRow + tap * kChannels + channel] =
                window[line * kReachRow + tap * Layer::kDilationWidth * kChannels + channel];
          }
        }
      }
      sending = rows_to_window == 0 && pixels_to_window == 0 && pixel < Shape::kLastWindowColumn;
      if (pixel != Shape::kColumns - 1) {
        ++pixel;
        pixels_to_window = pixels_to_window == 0 ? Layer::kStrideWidth - 1 : pixels_to_window - 1;
      } else {
        pixel = 0;
        pixels_to_window = Shape::kReachWidth - 1;
        ++row;
        rows_to_window = rows_to_window == 0 ? Layer::kStrideHeight - 1 : rows_to_window - 1;
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
