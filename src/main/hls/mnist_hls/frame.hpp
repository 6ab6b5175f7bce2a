/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Larger and smaller images of the same values.
#ifndef MNIST_HLS_FRAME_HPP
#define MNIST_HLS_FRAME_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Puts zeros around an image.
///
/// \tparam Layer shape (kInHeight, kInWidth, kPadTop, kPadBottom, kPadLeft, kPadRight), kPixelWords words per pixel of
///               kLanes values; type Input
template <typename Layer>
void PadImage(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
              hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& out) {
Rows:
  for (int row = 0; row < Layer::kPadTop + Layer::kInHeight + Layer::kPadBottom; ++row) {
  Columns:
    for (int column = 0; column < Layer::kPadLeft + Layer::kInWidth + Layer::kPadRight; ++column) {
    PixelWords:
      for (int word = 0; word < Layer::kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("PadImage");
        const bool inside = row >= Layer::kPadTop && row < Layer::kPadTop + Layer::kInHeight &&
                            column >= Layer::kPadLeft && column < Layer::kPadLeft + Layer::kInWidth;
        Lanes<typename Layer::Input, Layer::kLanes> values;
        if (inside) {
          values = in.read();
        } else {
        Zero:
          for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
            values.lane[lane] = 0;
          }
        }
        out.write(values);
      }
    }
  }
}

/// Drops rows and columns at the edges of an image.
///
/// \tparam Layer shape (kInHeight, kInWidth, kOutHeight, kOutWidth, kCropTop, kCropLeft), kPixelWords words per pixel of
///               kLanes values; type Input
template <typename Layer>
void CropImage(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
               hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& out) {
Rows:
  for (int row = 0; row < Layer::kInHeight; ++row) {
  Columns:
    for (int column = 0; column < Layer::kInWidth; ++column) {
    PixelWords:
      for (int word = 0; word < Layer::kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("CropImage");
        const Lanes<typename Layer::Input, Layer::kLanes> values = in.read();
        const bool kept = row >= Layer::kCropTop && row < Layer::kCropTop + Layer::kOutHeight &&
                          column >= Layer::kCropLeft && column < Layer::kCropLeft + Layer::kOutWidth;
        if (kept) {
          out.write(values);
        }
      }
    }
  }
}

/// Repeats the rows and the columns of an image.
///
/// \tparam Layer shape (kInHeight, kInWidth), how often a row (kRows) and a column (kColumns) is there afterwards,
///               kPixelWords words per pixel of kLanes values; type Input
template <typename Layer>
void UpsampleImage(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
                   hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& out) {
  using Word = Lanes<typename Layer::Input, Layer::kLanes>;
  constexpr int kOutWidth = Layer::kInWidth * Layer::kColumns;
  constexpr int kPaddedWidth = PaddedColumns(kOutWidth, Layer::kPixelWords);

  // The row that is repeated.
  Word line[Layer::kInWidth * Layer::kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = line
#pragma HLS DEPENDENCE variable = line inter false
  // A word is written in the first of the rows and read in the others, at least kRowDistance cycles later.

  // The pixel that is repeated: a shift register.
  Word pixel[Layer::kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = pixel
#pragma HLS ARRAY_PARTITION variable = pixel complete
InRows:
  for (int in_row = 0; in_row < Layer::kInHeight; ++in_row) {
  Rows:
    for (int row = 0; row < Layer::kRows; ++row) {
      int repeat = 0;
      int place = 0;
    Columns:
      for (int column = 0; column < kPaddedWidth; ++column) {
      PixelWords:
        for (int word = 0; word < Layer::kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
          MNIST_HLS_TRIP("UpsampleImage");
          if (column < kOutWidth) {
            Word values = pixel[0];
            if (repeat == 0) {
              if (row == 0) {
                values = in.read();
                line[place] = values;
              } else {
                values = line[place];
              }
              ++place;
            }
          Shift:
            for (int i = 0; i < Layer::kPixelWords - 1; ++i) {
#pragma HLS UNROLL
              pixel[i] = pixel[i + 1];
            }
            pixel[Layer::kPixelWords - 1] = values;
            out.write(values);
          }
          if (word == Layer::kPixelWords - 1) {
            repeat = repeat == Layer::kColumns - 1 ? 0 : repeat + 1;
          }
        }
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
