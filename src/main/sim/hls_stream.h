/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// First-in-first-out channels between dataflow processes, for simulation on a host compiler.
///
/// A stream grows without limit, as in the vendor's C simulation. A program compiled with MNIST_HLS_ENFORCE_DEPTH gives
/// the streams with a depth their hardware size: a write to a full one is then an error.
///
/// Where hls_task.h is used, an empty stream lets the tasks run.
///
/// With MNIST_HLS_STREAM_BUFFER defined as a number, streams are fixed buffers of so many elements, for synthesis by tools
/// that have no streams of their own.
#ifndef MNIST_HLS_SIM_HLS_STREAM_H
#define MNIST_HLS_SIM_HLS_STREAM_H

#ifdef MNIST_HLS_STREAM_BUFFER

namespace hls {

template <typename T, int kDepth = 0>
class stream;

/// A stream in a buffer of MNIST_HLS_STREAM_BUFFER elements: no memory is allocated, nothing is printed and nothing ends the
/// program, so that tools that have no streams of their own can synthesize it. Who runs the processes one after the other
/// needs as many elements as a stream holds in all; a read of an empty one gives what was there, a write to a full one is
/// lost.
template <typename T>
class stream<T, 0> {
 public:
  using value_type = T;

  stream() : head_(0), size_(0) {}
  explicit stream(const char*) : head_(0), size_(0) {}
  stream(const stream&) = delete;
  stream& operator=(const stream&) = delete;

  bool empty() const { return size_ == 0; }
  bool full() const { return size_ == MNIST_HLS_STREAM_BUFFER; }
  int size() const { return size_; }

  T read() {
    const T value = ring_[head_];
    if (size_ != 0) {
      head_ = next(head_);
      --size_;
    }
    return value;
  }
  void read(T& value) { value = read(); }
  bool read_nb(T& value) {
    const bool there = !empty();
    if (there) {
      value = read();
    }
    return there;
  }
  void operator>>(T& value) { read(value); }

  void write(const T& value) { write_nb(value); }
  bool write_nb(const T& value) {
    const bool fits = !full();
    if (fits) {
      // no remainder: a divider costs more than the buffer
      const int end = head_ + size_;
      ring_[end < MNIST_HLS_STREAM_BUFFER ? end : end - MNIST_HLS_STREAM_BUFFER] = value;
      ++size_;
    }
    return fits;
  }
  void operator<<(const T& value) { write(value); }

 private:
  static int next(int place) { return place == MNIST_HLS_STREAM_BUFFER - 1 ? 0 : place + 1; }

  T ring_[MNIST_HLS_STREAM_BUFFER];
  int head_;
  int size_;
};

/// \tparam kDepth elements that the FIFO holds in hardware
template <typename T, int kDepth>
class stream : public stream<T, 0> {
  static_assert(kDepth > 0 && kDepth <= MNIST_HLS_STREAM_BUFFER, "the depth must fit MNIST_HLS_STREAM_BUFFER");

 public:
  stream() {}
  explicit stream(const char* name) : stream<T, 0>(name) {}
};

}  // namespace hls

#else

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace hls {

namespace stream_detail {

/// What came of letting others work.
enum class Yielded {
  kNothing,  ///< all of them wait
  kChanged,  ///< something may have been read or written
  kInTask    ///< a task has waited for its turn
};

/// What a stream that cannot go on calls; null in a program without tasks.
inline Yielded (*&yield())() {
  static Yielded (*yield)() = nullptr;
  return yield;
}

/// How often somebody at a stream has waited with success.
inline std::size_t& successes() {
  static std::size_t successes = 0;
  return successes;
}

/// Waits, and tells whether the condition holds at last.
template <typename Condition>
bool await(Condition condition) {
  // a design that polls never rests: at some time what is waited for will not come any more
  int patience = 1000000;
  while (yield() != nullptr && patience > 0) {
    const Yielded outcome = yield()();
    if (condition()) {
      ++successes();
      return true;
    }
    patience = outcome == Yielded::kInTask ? patience : outcome == Yielded::kChanged ? patience - 1 : 0;
  }
  return false;
}

}  // namespace stream_detail

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
    if (!isEmpty() && !stream_detail::await([this] { return isEmpty(); })) {
      fail("holds data that was never read");
    }
  }

  void set_name(const char* name) { name_ = name; }

  /// An empty stream lets tasks run first: a loop that waits for data ends.
  bool empty() const {
    return isEmpty() && (stream_detail::yield() == nullptr || (stream_detail::yield()(), isEmpty()));
  }
  bool full() const { return limit_ != 0 && size() == limit_; }
  std::size_t size() const { return tail_ - head_; }
  /// The largest number of elements that the stream has held at once: what a test compares with a planned depth.
  std::size_t max_size() const { return maxSize_; }
  /// Elements that the FIFO holds in hardware; for a stream without a depth, what the vendor's tools make of it.
  std::size_t capacity() const { return depth_ != 0 ? depth_ : 2; }

  T read() {
    if (isEmpty() && !stream_detail::await([this] { return !isEmpty(); })) {
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
    if (full() && !stream_detail::await([this] { return !full(); })) {
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
  stream(const char* name, std::size_t depth) : name_(name), depth_(depth) {
#ifdef MNIST_HLS_ENFORCE_DEPTH
    limit_ = depth;
#endif
  }

 private:
  bool isEmpty() const {
    return tail_ == head_;
  }

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
  std::size_t depth_;
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

#endif  // MNIST_HLS_STREAM_BUFFER

#endif
