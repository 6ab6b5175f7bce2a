/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Max and average pooling.
#ifndef MNIST_HLS_POOL_HPP
#define MNIST_HLS_POOL_HPP

#include "streams.hpp"

// Labels are for the synthesis reports and for directives.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-label"

namespace mnist_hls {

/// Reduces a window to its largest value.
template <typename Layer>
struct Largest {
  using Partial = typename Layer::Input;
  static Partial Start(const typename Layer::Input& value) { return value; }
  static Partial Join(const Partial& a, const Partial& b) { return a < b ? b : a; }
  static typename Layer::Output Result(const Partial& all) { return Finish<Layer>(all); }
};

/// Reduces a window to its mean: the exact sum times a reciprocal, rounded once.
template <typename Layer>
struct Mean {
  using Partial = typename Layer::Sum;
  static Partial Start(const typename Layer::Input& value) { return value; }
  static Partial Join(const Partial& a, const Partial& b) { return a + b; }
  static typename Layer::Output Result(const Partial& all) {
    const typename Layer::RawReciprocal reciprocal = +Layer::kReciprocal;  // + : a value, not a reference to a constant
    const typename Layer::Accumulator mean = all * FromRaw<typename Layer::Reciprocal>(reciprocal);
    return Finish<Layer>(mean);
  }
};

/// Pools windows that touch but do not overlap, as the image passes by. Rows and columns that fill no window are
/// dropped.
///
/// \tparam Layer     shape (kInChannels, kInHeight, kInWidth, kKernelHeight, kKernelWidth, kOutHeight, kOutWidth), lanes
///                   of the words in and out (kLanes), types Input and Output
/// \tparam Reduction Largest<Layer> or Mean<Layer>
template <typename Layer, typename Reduction>
void PoolTiles(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
               hls::stream<Lanes<typename Layer::Output, Layer::kLanes>>& out) {
  static_assert(Layer::kInChannels % Layer::kLanes == 0, "kLanes must divide kInChannels");
  static_assert(Layer::kOutHeight == Layer::kInHeight / Layer::kKernelHeight, "windows overlap or leave gaps: rows");
  static_assert(Layer::kOutWidth == Layer::kInWidth / Layer::kKernelWidth, "windows overlap or leave gaps: columns");
  using Partial = Lanes<typename Reduction::Partial, Layer::kLanes>;
  constexpr int kPixelWords = Layer::kInChannels / Layer::kLanes;
  constexpr int kPlaces = Layer::kOutWidth * kPixelWords;
  constexpr int kColumns = PaddedColumns(Layer::kInWidth, kPixelWords);

  // This row of the window, for each word of a pixel: a shift register, so that the loop closes over one addition.
  Partial across[kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = across
#pragma HLS ARRAY_PARTITION variable = across complete
  // The rows of the window so far.
  Partial above[kPlaces] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = above
#pragma HLS DEPENDENCE variable = above inter false
  // A place is read and written in the last column of a window only, so the next use is at least one row later.

  // Nothing stands between the loops, so that the tool makes one of them and the pipeline never runs empty.
  int window_row = 0;
  int window_column = 0;
  int place = 0;
Rows:
  for (int row = 0; row < Layer::kInHeight; ++row) {
  Columns:
    for (int column = 0; column < kColumns; ++column) {
    PixelWords:
      for (int word = 0; word < kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("PoolTiles");
        Lanes<typename Layer::Input, Layer::kLanes> values MNIST_HLS_UNWRITTEN;
        if (column < Layer::kInWidth) {
          values = in.read();
        }
        const bool last_column = window_column == Layer::kKernelWidth - 1 && column < Layer::kInWidth;
        const Partial row_so_far = across[0];
        const Partial rows_so_far = above[place];
        Partial row_now;
        Partial rows_now;
        Lanes<typename Layer::Output, Layer::kLanes> results;
      Reduce:
        for (int lane = 0; lane < Layer::kLanes; ++lane) {
#pragma HLS UNROLL
          const typename Reduction::Partial value = Reduction::Start(values.lane[lane]);
          row_now.lane[lane] = window_column == 0 ? value : Reduction::Join(row_so_far.lane[lane], value);
          rows_now.lane[lane] =
              window_row == 0 ? row_now.lane[lane] : Reduction::Join(rows_so_far.lane[lane], row_now.lane[lane]);
          results.lane[lane] = Reduction::Result(rows_now.lane[lane]);
        }
      Shift:
        for (int i = 0; i < kPixelWords - 1; ++i) {
#pragma HLS UNROLL
          across[i] = across[i + 1];
        }
        across[kPixelWords - 1] = row_now;
        if (last_column) {
          above[place] = rows_now;
          place = place == kPlaces - 1 ? 0 : place + 1;
          if (window_row == Layer::kKernelHeight - 1) {
            out.write(results);
          }
        }
        if (word == kPixelWords - 1) {
          const bool row_ends = column == kColumns - 1;
          window_column = last_column || row_ends ? 0 : window_column + 1;
          if (row_ends) {
            window_row = window_row == Layer::kKernelHeight - 1 ? 0 : window_row + 1;
          }
        }
      }
    }
  }
}

/// Pools tiles as PoolTiles does, of an image whose pixels come several at a time: kKernelWidth of them side by side in
/// one word become one. Rows that fill no window are dropped.
///
/// \tparam Layer     shape as for PoolTiles; lanes of the words in (kLanes), which hold whole windows; types Input and
///                   Output
/// \tparam Reduction Largest<Layer> or Mean<Layer>
template <typename Layer, typename Reduction>
void PoolNeighbors(hls::stream<Lanes<typename Layer::Input, Layer::kLanes>>& in,
                   hls::stream<Lanes<typename Layer::Output, Layer::kLanes / Layer::kKernelWidth>>& out) {
  static_assert(Layer::kLanes % (Layer::kInChannels * Layer::kKernelWidth) == 0, "a word must hold whole windows");
  static_assert(Layer::kInWidth * Layer::kInChannels % Layer::kLanes == 0, "a row must consist of whole words");
  static_assert(Layer::kOutHeight == Layer::kInHeight / Layer::kKernelHeight, "windows overlap or leave gaps: rows");
  static_assert(Layer::kOutWidth * Layer::kKernelWidth == Layer::kInWidth, "windows overlap or leave gaps: columns");
  constexpr int kChannels = Layer::kInChannels;
  constexpr int kRowWords = Layer::kInWidth * kChannels / Layer::kLanes;
  constexpr int kOutLanes = Layer::kLanes / Layer::kKernelWidth;
  using Partial = Lanes<typename Reduction::Partial, kOutLanes>;

  // The rows of each window so far, one word per word of a row: a shift register, so that the distance between the two
  // uses of a word is the tool's to see, however few of them there are.
  Partial above[kRowWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = above
#pragma HLS ARRAY_PARTITION variable = above complete

  int window_row = 0;
Rows:
  for (int row = 0; row < Layer::kInHeight; ++row) {
  RowWords:
    for (int word = 0; word < kRowWords; ++word) {
#pragma HLS PIPELINE II = 1
      MNIST_HLS_TRIP("PoolNeighbors");
      const Lanes<typename Layer::Input, Layer::kLanes> values = in.read();
      const Partial rows_so_far = above[0];
      Partial rows_now;
      Lanes<typename Layer::Output, kOutLanes> results;
    Reduce:
      for (int lane = 0; lane < kOutLanes; ++lane) {
#pragma HLS UNROLL
        const int first = lane / kChannels * Layer::kKernelWidth * kChannels + lane % kChannels;
        typename Reduction::Partial row_now = Reduction::Start(values.lane[first]);
      Across:
        for (int next = 1; next < Layer::kKernelWidth; ++next) {
#pragma HLS UNROLL
          const typename Reduction::Partial value = Reduction::Start(values.lane[first + next * kChannels]);
          row_now = Reduction::Join(row_now, value);
        }
        rows_now.lane[lane] = window_row == 0 ? row_now : Reduction::Join(rows_so_far.lane[lane], row_now);
        results.lane[lane] = Reduction::Result(rows_now.lane[lane]);
      }
    Shift:
      for (int i = 0; i < kRowWords - 1; ++i) {
#pragma HLS UNROLL
        above[i] = above[i + 1];
      }
      above[kRowWords - 1] = rows_now;
      if (window_row == Layer::kKernelHeight - 1) {
        out.write(results);
      }
      if (word == kRowWords - 1) {
        window_row = window_row == Layer::kKernelHeight - 1 ? 0 : window_row + 1;
      }
    }
  }
}

/// Takes the next word of a window into its partial results.
/// \param so_far of this window, for each word of a pixel: a shift register, the next word's first
/// \param starts whether this is the window's first pixel
template <typename Layer, typename Reduction, int kPixelWords>
Lanes<typename Reduction::Partial, Layer::kSimd> JoinWindow(
    const Lanes<typename Layer::Input, Layer::kSimd>& values,
    Lanes<typename Reduction::Partial, Layer::kSimd> (&so_far)[kPixelWords], bool starts) {
#pragma HLS INLINE
  Lanes<typename Reduction::Partial, Layer::kSimd> now;
Reduce:
  for (int lane = 0; lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
    const typename Reduction::Partial value = Reduction::Start(values.lane[lane]);
    now.lane[lane] = starts ? value : Reduction::Join(so_far[0].lane[lane], value);
  }
Shift:
  for (int i = 0; i < kPixelWords - 1; ++i) {
#pragma HLS UNROLL
    so_far[i] = so_far[i + 1];
  }
  so_far[kPixelWords - 1] = now;
  return now;
}

/// Pools windows of any stride, as SlidingWindow sends them. Padding is of zeros for a mean, and of the lowest value for
/// the largest, so that it never wins.
///
/// \tparam Layer     as for SlidingWindow; kSimd divides kInChannels
/// \tparam Reduction Largest<Layer> or Mean<Layer>
template <typename Layer, typename Reduction>
void PoolWindows(hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
                 hls::stream<Lanes<typename Layer::Output, Layer::kSimd>>& out) {
  static_assert(Layer::kInChannels % Layer::kSimd == 0, "kSimd must divide kInChannels");
  constexpr int kPixelWords = Layer::kInChannels / Layer::kSimd;
  constexpr int kArea = Layer::kKernelHeight * Layer::kKernelWidth;

  Lanes<typename Reduction::Partial, Layer::kSimd> so_far[kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = so_far
#pragma HLS ARRAY_PARTITION variable = so_far complete
Windows:
  for (int position = 0; position < Layer::kOutHeight * Layer::kOutWidth; ++position) {
  Pixels:
    for (int pixel = 0; pixel < kArea; ++pixel) {
    PixelWords:
      for (int word = 0; word < kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("PoolWindows");
        const Lanes<typename Reduction::Partial, Layer::kSimd> now =
            JoinWindow<Layer, Reduction, kPixelWords>(in.read(), so_far, pixel == 0);
        Lanes<typename Layer::Output, Layer::kSimd> results;
      Results:
        for (int lane = 0; lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
          results.lane[lane] = Reduction::Result(now.lane[lane]);
        }
        if (pixel == kArea - 1) {
          out.write(results);
        }
      }
    }
  }
}

/// Means of windows of any stride where padding does not count: a window at the edge is divided by less.
///
/// \tparam Layer       as for SlidingWindow; kSimd divides kInChannels; kPositions windows; types as for Mean
/// \param  reciprocals of the number of values that each window sees
template <typename Layer>
void PoolWindowsByPosition(hls::stream<Lanes<typename Layer::Input, Layer::kSimd>>& in,
                           hls::stream<Lanes<typename Layer::Output, Layer::kSimd>>& out,
                           const typename Layer::RawReciprocal (&reciprocals)[Layer::kPositions]) {
  static_assert(Layer::kInChannels % Layer::kSimd == 0, "kSimd must divide kInChannels");
  static_assert(Layer::kPositions == Layer::kOutHeight * Layer::kOutWidth, "one reciprocal for each window");
  constexpr int kPixelWords = Layer::kInChannels / Layer::kSimd;
  constexpr int kArea = Layer::kKernelHeight * Layer::kKernelWidth;

  Lanes<typename Layer::Sum, Layer::kSimd> so_far[kPixelWords] MNIST_HLS_UNWRITTEN;
#pragma HLS AGGREGATE variable = so_far
#pragma HLS ARRAY_PARTITION variable = so_far complete
Windows:
  for (int position = 0; position < Layer::kPositions; ++position) {
  Pixels:
    for (int pixel = 0; pixel < kArea; ++pixel) {
    PixelWords:
      for (int word = 0; word < kPixelWords; ++word) {
#pragma HLS PIPELINE II = 1
        MNIST_HLS_TRIP("PoolWindowsByPosition");
        const Lanes<typename Layer::Sum, Layer::kSimd> now =
            JoinWindow<Layer, Mean<Layer>, kPixelWords>(in.read(), so_far, pixel == 0);
        const typename Layer::Reciprocal reciprocal = FromRaw<typename Layer::Reciprocal>(reciprocals[position]);
        Lanes<typename Layer::Output, Layer::kSimd> results;
      Results:
        for (int lane = 0; lane < Layer::kSimd; ++lane) {
#pragma HLS UNROLL
          const typename Layer::Accumulator mean = now.lane[lane] * reciprocal;
          results.lane[lane] = Finish<Layer>(mean);
        }
        if (pixel == kArea - 1) {
          out.write(results);
        }
      }
    }
  }
}

}  // namespace mnist_hls

#pragma GCC diagnostic pop

#endif
