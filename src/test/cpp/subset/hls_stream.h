/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// All of hls::stream that the kernels may use, as external functions: what else the compiled design calls or contains is
/// the design's own.
///
/// It takes the place of the simulation's own wherever that is asked for, hence its guard.
#ifndef MNIST_HLS_SIM_HLS_STREAM_H
#define MNIST_HLS_SIM_HLS_STREAM_H

namespace hls {

template <typename T>
class stream {
 public:
  explicit stream(const char* name);
  T read();
  void write(const T& value);
  bool empty() const;
};

}  // namespace hls

#endif
