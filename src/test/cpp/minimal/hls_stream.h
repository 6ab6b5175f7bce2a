/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// All of hls::stream that a project may use whose dialect names no streams: less than any tool has.
#ifndef MNIST_HLS_TEST_MINIMAL_STREAM_H
#define MNIST_HLS_TEST_MINIMAL_STREAM_H

#include <queue>

namespace hls {

template <typename T>
class stream {
 public:
  stream() {}
  stream(const stream&) = delete;
  stream& operator=(const stream&) = delete;
  bool empty() const { return values_.empty(); }
  T read() {
    const T value = values_.front();
    values_.pop();
    return value;
  }
  void write(const T& value) { values_.push(value); }

 private:
  std::queue<T> values_;
};

}  // namespace hls

#endif
