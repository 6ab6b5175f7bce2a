/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// First-in-first-out channels between dataflow processes, for simulation on a host compiler.
///
/// A stream grows without limit, as in the vendor's C simulation. A program compiled with MNIST_HLS_ENFORCE_DEPTH gives
/// the streams with a depth their hardware size: a write to a full one is then an error.
#ifndef MNIST_HLS_SIM_HLS_STREAM_H
#define MNIST_HLS_SIM_HLS_STREAM_H

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace hls {

template <typename T, int kDepth = 0>
class stream;

/// A stream of any depth: what functions take by reference.
/// \tparam T copyable and default-constructible
template <typename T>
class stream<T, 0> {
 public:
  using value_type = T;

  stream() : stream("unnamed") {}
  explicit stream(const char* name) : stream(name, 0) {}
  stream(const stream&) = delete;
  stream& operator=(const stream&) = delete;
  /// Data that nobody read means that producer and consumer disagree: the simulation must not pass.
  ~stream() {
    if (!empty()) {
      fail("holds data that was never read");
    }
  }

  bool empty() const { return tail_ == head_; }
  bool full() const { return limit_ != 0 && size() == limit_; }
  std::size_t size() const { return tail_ - head_; }
  /// The largest number of elements that the stream has held at once: what a test compares with a planned depth.
  std::size_t max_size() const { return maxSize_; }

  T read() {
    if (empty()) {
      fail("was read while empty");
    }
    return std::move(ring_[head_++ & mask_]);
  }
  void read(T& value) { value = read(); }
  bool read_nb(T& value) {
    if (empty()) {
      return false;
    }
    value = read();
    return true;
  }
  void operator>>(T& value) { read(value); }

  void write(const T& value) {
    if (full()) {
      fail("was written while full");
    }
    if (size() == capacity_) {
      grow();
    }
    ring_[tail_++ & mask_] = value;
    if (size() > maxSize_) {
      maxSize_ = size();
    }
  }
  bool write_nb(const T& value) {
    if (full()) {
      return false;
    }
    write(value);
    return true;
  }
  void operator<<(const T& value) { write(value); }

 protected:
  stream(const char* name, std::size_t depth) : name_(name) {
#ifdef MNIST_HLS_ENFORCE_DEPTH
    limit_ = depth;
#else
    static_cast<void>(depth);
#endif
  }

 private:
  [[noreturn]] void fail(const char* what) const {
    std::fflush(nullptr);
    std::fprintf(stderr, "ERROR: hls::stream '%s' %s (elements now: %lu)\n", name_.c_str(), what,
                 static_cast<unsigned long>(size()));
    std::abort();
  }

  /// Indices count up for ever and are masked when used, so that a full and an empty ring look different.
  void grow() {
    const std::size_t capacity = capacity_ == 0 ? 64 : 2 * capacity_;
    std::unique_ptr<T[]> ring(new T[capacity]);
    for (std::size_t i = 0; i < size(); ++i) {
      ring[i] = std::move(ring_[(head_ + i) & mask_]);
    }
    tail_ = size();
    head_ = 0;
    ring_ = std::move(ring);
    capacity_ = capacity;
    mask_ = capacity - 1;
  }

  std::string name_;
  std::unique_ptr<T[]> ring_;
  std::size_t capacity_ = 0;
  std::size_t mask_ = 0;
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
  std::size_t maxSize_ = 0;
  std::size_t limit_ = 0;
};

/// \tparam kDepth elements that the FIFO holds in hardware
template <typename T, int kDepth>
class stream : public stream<T, 0> {
  static_assert(kDepth > 0, "the depth of an hls::stream must be positive");

 public:
  stream() : stream("unnamed") {}
  explicit stream(const char* name) : stream<T, 0>(name, static_cast<std::size_t>(kDepth)) {}
};

}  // namespace hls

#endif
