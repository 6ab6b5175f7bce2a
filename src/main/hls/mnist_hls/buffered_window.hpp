/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Turns an image into windows too large for registers.
#ifndef MNIST_HLS_BUFFERED_WINDOW_HPP
#define MNIST_HLS_BUFFERED_WINDOW_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// How long a buffered window takes. While the windows of one output row go out of the buffer, the rows that the next
/// one needs in addition come in; before the first and after the last there is only one of the two to do.
template <typename Layer>
struct BufferedWindowShape {
  static constexpr int kPixelWords = Layer::kInChannels / Layer::kSimd;
  static constexpr int kRowWords = Layer::kInWidth * kPixelWords;
  static constexpr int kKernelRowWords = Layer::kKernelWidth * kPixelWords;
  // Rows from the first to the last that a window looks at; with dilation it skips some between.
  static constexpr int kReachHeight = (Layer::kKernelHeight - 1) * Layer::kDilationHeight + 1;
  static constexpr int kBufferRows = kReachHeight + Layer::kStrideHeight;
  static constexpr int kBufferWords = kBufferRows * kRowWords;
  static constexpr int kSentWords = Layer::kOutWidth * Layer::kKernelHeight * kKernelRowWords;
  static constexpr int kFirstRows =
      kReachHeight - Layer::kPadTop < Layer::kInHeight ? kReachHeight - Layer::kPadTop : Layer::kInHeight;

  /// Rows that have come in when there are `rows`, and those of one more output row are added.
  static constexpr int NextRows(int rows) {
    return rows + Layer::kStrideHeight < Layer::kInHeight ? rows + Layer::kStrideHeight : Layer::kInHeight;
  }

  static constexpr int Cycles() {
    int cycles = kFirstRows * kRowWords;
    int rows = kFirstRows;
    for (int sent = 1; sent <= Layer::kOutHeight; ++sent) {
      const int next = sent == Layer::kOutHeight ? Layer::kInHeight : NextRows(rows);
      const int read_words = (next - rows) * kRowWords;
      cycles += read_words > kSentWords ? read_words : kSentWords;
      rows = next;
    }
    return cycles;
  }
  static constexpr int kCycles = Cycles();

  static_assert(Layer::kInChannels % Layer::kSimd == 0, "kSimd must divide kInChannels: no word belongs to two pixels");
  static_assert(kRowWords >= kRowDistance, "a row is too short: lower kSimd");
};

/// Sends each window as words of kSimd values, in the order kernel row, kernel column, channel, like SlidingWindow, but
/// from a buffer of rows in memory.
///
/// \tparam Layer shape (kInChannels, kInHeight, kInWidth, kKernel*, kStride*, kDilation*, kPad*, kOut*), lanes of the words
///               (kSimd), types of a value (Input) and its bits (RawInput), bits of the padding (kPadValue)
template <typename Layer>
void BufferedWindow(hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
                    hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& out) {
  using Shape = BufferedWindowShape<Layer>;
  using Word = Lanes<typename Layer::Input, Layer::kSimd>;
  constexpr int kFirstLine = Layer::kPadTop == 0 ? 0 : (Shape::kBufferRows - Layer::kPadTop) * Shape::kRowWords;
  constexpr int kFirstColumn = -Layer::kPadLeft * Shape::kPixelWords;
  constexpr int kSkippedWords = (Layer::kDilationWidth - 1) * Shape::kPixelWords;  // between two taps

  // The rows of one output row, and those that the next one needs in addition, in a circle.
  Word buffer[Shape::kBufferWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = buffer
#pragma HLS DEPENDENCE variable = buffer inter false
  // A row comes in while others go out, and is at least kRowDistance words long.

  int rows = Shape::kFirstRows;  // that are there when what is to be read has been read
  int to_read = Shape::kFirstRows * Shape::kRowWords;
  int to_send = 0;
  int rows_to_send = Layer::kOutHeight;
  int fill = 0;
  int top = -Layer::kPadTop;  // row of the image in which the windows start
  int top_line = kFirstLine;  // and its place in the buffer
  int row = top;
  int line = top_line;
  int kernel_row = 0;
  int left = kFirstColumn;  // word of the row in which the window starts
  int kernel_word = 0;      // of the words that are sent of a row
  int word = 0;             // within a pixel
  int offset = 0;           // from the window's left end to the word that is sent next

Cycles:
  for (int cycle = 0; cycle < Shape::kCycles; ++cycle) {
#pragma HLS PIPELINE II = 1
    MNIST_HLS_TRIP("BufferedWindow");

    if (to_send > 0) {
      const int column = left + offset;
      const bool inside = row >= 0 && row < Layer::kInHeight && column >= 0 && column < Shape::kRowWords;
      Word sent;
      if (inside) {
        sent = buffer[line + column];
      } else {
      Pad:
        for (int lane = 0; lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
          sent.lane[lane] = FromRaw<typename Layer::Input>(typename Layer::RawInput(Layer::kPadValue));
        }
      }
      out.write(sent);
      --to_send;
      if (kernel_word != Shape::kKernelRowWords - 1) {
        ++kernel_word;
        const bool next_tap = word == Shape::kPixelWords - 1;
        word = next_tap ? 0 : word + 1;
        offset += next_tap ? kSkippedWords + 1 : 1;
      } else {
        kernel_word = 0;
        word = 0;
        offset = 0;
        if (kernel_row != Layer::kKernelHeight - 1) {
          ++kernel_row;
          row += Layer::kDilationHeight;
          line += Layer::kDilationHeight * Shape::kRowWords;
          line -= line >= Shape::kBufferWords ? Shape::kBufferWords : 0;
        } else {
          kernel_row = 0;
          row = top;
          line = top_line;
          left += Layer::kStrideWidth * Shape::kPixelWords;
        }
      }
    }

    if (to_read > 0) {
      const Word read = in.read();
      if (rows_to_send > 0) {  // the rows below the last window are dropped
        buffer[fill] = read;
      }
      fill = fill == Shape::kBufferWords - 1 ? 0 : fill + 1;
      --to_read;
    }

    if (to_send == 0 && to_read == 0) {
      if (rows_to_send != Layer::kOutHeight) {
        top += Layer::kStrideHeight;
        top_line += Layer::kStrideHeight * Shape::kRowWords;
        top_line -= top_line >= Shape::kBufferWords ? Shape::kBufferWords : 0;
      }
      --rows_to_send;
      const int next = rows_to_send == 0 ? Layer::kInHeight : Shape::NextRows(rows);
      to_read = (next - rows) * Shape::kRowWords;
      rows = next;
      to_send = Shape::kSentWords;
      row = top;
      line = top_line;
      left = kFirstColumn;
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
