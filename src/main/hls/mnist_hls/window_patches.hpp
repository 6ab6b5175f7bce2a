/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Turns an image whose pixels come several at a time into what neighboring windows look at together.
#ifndef MNIST_HLS_WINDOW_PATCHES_HPP
#define MNIST_HLS_WINDOW_PATCHES_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// How long the patches take: one slot per row of the padded image, and one more if the last row completes windows. In
/// its slot a row comes in while the patches that the row before it completed go out.
template <typename Layer>
struct PatchesShape {
  static constexpr int kRows = Layer::kPadTop + Layer::kInHeight + Layer::kPadBottom;
  static constexpr int kRowValues = Layer::kInWidth * Layer::kInChannels;
  // Rows and columns from the first to the last that a window looks at; with dilation it skips some between.
  static constexpr int kReachHeight = (Layer::kKernelHeight - 1) * Layer::kDilationHeight + 1;
  static constexpr int kReachWidth = (Layer::kKernelWidth - 1) * Layer::kDilationWidth + 1;
  // Columns of the padded image that any window looks at.
  static constexpr int kSpan = (Layer::kOutWidth - 1) * Layer::kStrideWidth + kReachWidth;
  static constexpr int kSpanValues = kSpan * Layer::kInChannels;
  static constexpr int kPatchRow = Layer::kPatchWidth * Layer::kInChannels;
  static constexpr int kPatch = Layer::kKernelHeight * kPatchRow;
  static constexpr int kAdvance = Layer::kWindows * Layer::kStrideWidth * Layer::kInChannels;

  static constexpr int kRowWords = kRowValues / Layer::kInLanes;
  static constexpr int kPatches = Layer::kOutWidth / Layer::kWindows;
  static constexpr int kSlot = kPatches > kRowWords ? kPatches : kRowWords;
  static constexpr int kLastWindowRow = (Layer::kOutHeight - 1) * Layer::kStrideHeight + kReachHeight;
  static constexpr bool kEndsWithWindows = kLastWindowRow == kRows;
  static constexpr int kCycles = kRows * kRowWords +
                                 (Layer::kOutHeight - (kEndsWithWindows ? 1 : 0)) * (kSlot - kRowWords) +
                                 (kEndsWithWindows ? kPatches : 0);

  static_assert(Layer::kInLanes % Layer::kInChannels == 0, "a word must hold whole pixels");
  static_assert(kRowValues % Layer::kInLanes == 0, "a row must consist of whole words");
  static_assert(Layer::kOutWidth % Layer::kWindows == 0,
                "kWindows must divide kOutWidth: the last patch would be short");
  static_assert(Layer::kPatchWidth == (Layer::kWindows - 1) * Layer::kStrideWidth + kReachWidth,
                "kPatchWidth must be the columns that kWindows neighbors look at");
  static_assert(kReachHeight * kRowValues <= 1024, "the rows live in registers, of which there may be 1024");
  static_assert(Layer::kKernelHeight * kSpanValues <= 1024, "a row of windows lives in registers, too");
  static_assert(kLastWindowRow <= kRows && kSpan <= Layer::kPadLeft + Layer::kInWidth + Layer::kPadRight,
                "the windows do not fit the padded image");
};

/// Sends each row of windows as kPatches words. A patch holds what kWindows neighbors look at, once and not once per
/// window: its values in the order row, column, channel.
///
/// Whole rows are registers and not memories: a row is only a few words long, and all columns of a patch are taken in
/// the same cycle, wherever the words begin. No window falls between two words, and nothing has to be selected: rows come
/// in, and patches go out, through shift registers.
///
/// \tparam Layer shape (kInChannels, kInHeight, kInWidth, kKernel*, kStride*, kDilation*, kPad*, kOut*), lanes of a word
///               that comes in (kInLanes: whole pixels), windows and columns of a patch (kWindows, kPatchWidth), types of
///               a value (Input) and its bits (RawInput), bits of the padding (kPadValue)
template <typename Layer>
void WindowPatches(hls::stream<Lanes<typename Layer::Input, Layer::kInLanes>>& in,
                   hls::stream<Lanes<typename Layer::Input, PatchesShape<Layer>::kPatch>>& out) {
  using Shape = PatchesShape<Layer>;
  using Value = typename Layer::Input;
  constexpr int kNewest = Shape::kReachHeight - 1;

  // The rows that the next windows look at; the one that comes in is the last.
  Value rows[Shape::kReachHeight][Shape::kRowValues] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = rows complete dim = 0
  // What is left to send of a row of windows, with its padding.
  Value leaving[Layer::kKernelHeight][Shape::kSpanValues] MNIST_HLS_UNWRITTEN;
#pragma HLS ARRAY_PARTITION variable = leaving complete dim = 0

  int row = 0;
  int word = 0;  // within the slot
  int rows_to_windows = Shape::kReachHeight - 1;
  bool sending = false;  // the row before this one completed windows

Cycles:
  for (int cycle = 0; cycle < Shape::kCycles; ++cycle) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("WindowPatches");

    if (sending && word < Shape::kPatches) {
      Lanes<Value, Shape::kPatch> patch;
    Send:
      for (int line = 0; line < Layer::kKernelHeight; ++line) {
#pragma HLS UNROLL
      SendRow:
        for (int i = 0; i < Shape::kPatchRow; ++i) {
#pragma HLS UNROLL
          patch.lane[line * Shape::kPatchRow + i] = leaving[line][i];
        }
      Advance:
        for (int i = 0; i < Shape::kSpanValues - Shape::kAdvance; ++i) {
#pragma HLS UNROLL
          leaving[line][i] = leaving[line][i + Shape::kAdvance];
        }
      }
      out.write(patch);
    }

    const bool more_rows = row < Shape::kRows;
    if (more_rows && word < Shape::kRowWords) {
      Lanes<Value, Layer::kInLanes> newest;
      if (row >= Layer::kPadTop && row < Layer::kPadTop + Layer::kInHeight) {
        newest = in.read();
      } else {
      Pad:
        for (int lane = 0; lane < Layer::kInLanes; ++lane) {
#pragma HLS UNROLL
          newest.lane[lane] = FromRaw<Value>(typename Layer::RawInput(Layer::kPadValue));
        }
      }
    Shift:
      for (int i = 0; i < Shape::kRowValues - Layer::kInLanes; ++i) {
#pragma HLS UNROLL
        rows[kNewest][i] = rows[kNewest][i + Layer::kInLanes];
      }
    Append:
      for (int lane = 0; lane < Layer::kInLanes; ++lane) {
#pragma HLS UNROLL
        rows[kNewest][Shape::kRowValues - Layer::kInLanes + lane] = newest.lane[lane];
      }
    }

    if (word != (sending ? Shape::kSlot : Shape::kRowWords) - 1) {
      ++word;
    } else if (more_rows) {
      word = 0;
    Leave:
      for (int line = 0; line < Layer::kKernelHeight; ++line) {
#pragma HLS UNROLL
      LeaveRow:
        for (int i = 0; i < Shape::kSpanValues; ++i) {
#pragma HLS UNROLL
          const int source = i - Layer::kPadLeft * Layer::kInChannels;
          const bool inside = source >= 0 && source < Shape::kRowValues;
          leaving[line][i] = inside ? rows[line * Layer::kDilationHeight][inside ? source : 0]
                                    : FromRaw<Value>(typename Layer::RawInput(Layer::kPadValue));
        }
      }
    Raise:
      for (int line = 0; line < kNewest; ++line) {
#pragma HLS UNROLL
      RaiseRow:
        for (int i = 0; i < Shape::kRowValues; ++i) {
#pragma HLS UNROLL
          rows[line][i] = rows[line + 1][i];
        }
      }
      sending = rows_to_windows == 0;
      rows_to_windows = rows_to_windows == 0 ? Layer::kStrideHeight - 1 : rows_to_windows - 1;
      ++row;
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
