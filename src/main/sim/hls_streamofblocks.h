/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Streams whose elements are arrays that producer and consumer fill and read in place, for simulation on a host compiler.
///
/// Like hls::stream, one grows without limit unless the program is compiled with MNIST_HLS_ENFORCE_DEPTH.
#ifndef MNIST_HLS_SIM_HLS_STREAMOFBLOCKS_H
#define MNIST_HLS_SIM_HLS_STREAMOFBLOCKS_H

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>

#include "hls_stream.h"

namespace hls {

template <typename T, int kDepth = 0>
class stream_of_blocks;

/// Blocks of any number: what functions take by reference.
/// \tparam T type of a block, an array as a rule
template <typename T>
class stream_of_blocks<T, 0> {
 public:
  stream_of_blocks() : stream_of_blocks("unnamed") {}
  explicit stream_of_blocks(const char* name) : stream_of_blocks(name, 2) {}
  stream_of_blocks(const stream_of_blocks&) = delete;
  stream_of_blocks& operator=(const stream_of_blocks&) = delete;
  ~stream_of_blocks() {
    if (!blocks_.empty()) {
      fail("holds a block that was never read");
    }
  }

  bool empty() const {
    return blocks_.empty() && (stream_detail::yield() == nullptr || (stream_detail::yield()(), blocks_.empty()));
  }
  bool full() const { return limit_ != 0 && blocks_.size() >= limit_; }

 protected:
  stream_of_blocks(const char* name, std::size_t depth) : name_(name) {
#ifdef MNIST_HLS_ENFORCE_DEPTH
    limit_ = depth;
#else
    static_cast<void>(depth);
#endif
  }

 private:
  template <typename Block>
  friend class read_lock;
  template <typename Block>
  friend class write_lock;
  /// A class, since an array cannot be held as such.
  struct Holder {
    T block;
  };

  [[noreturn]] void fail(const char* what) const {
    std::fflush(nullptr);
    std::fprintf(stderr, "ERROR: hls::stream_of_blocks '%s' %s\n", name_, what);
    std::abort();
  }
  void awaitBlock() {
    if (blocks_.empty() && !stream_detail::await([this] { return !blocks_.empty(); })) {
      fail("was read while empty");
    }
  }
  void awaitRoom() {
    if (full() && !stream_detail::await([this] { return !full(); })) {
      fail("was written while full");
    }
  }

  const char* name_;
  std::deque<std::unique_ptr<Holder>> blocks_;
  std::size_t limit_ = 0;
};

/// \tparam kDepth blocks that hardware holds, those being filled and read among them
template <typename T, int kDepth>
class stream_of_blocks : public stream_of_blocks<T, 0> {
  static_assert(kDepth > 0, "the depth of an hls::stream_of_blocks must be positive");

 public:
  stream_of_blocks() : stream_of_blocks("unnamed") {}
  explicit stream_of_blocks(const char* name) : stream_of_blocks<T, 0>(name, static_cast<std::size_t>(kDepth)) {}
};

/// A new block, which the consumer gets when this object's life ends.
/// \tparam T type of a block
template <typename T>
class write_lock {
 public:
  explicit write_lock(stream_of_blocks<T, 0>& stream) : stream_(stream), block_(claim(stream)) {}
  write_lock(const write_lock&) = delete;
  write_lock& operator=(const write_lock&) = delete;
  ~write_lock() { stream_.blocks_.push_back(std::move(block_)); }

  operator T&() { return block_->block; }
  decltype(auto) operator[](std::size_t i) { return (block_->block[i]); }

 private:
  using Holder = typename stream_of_blocks<T, 0>::Holder;
  static Holder* claim(stream_of_blocks<T, 0>& stream) {
    stream.awaitRoom();
    return new Holder;
  }

  stream_of_blocks<T, 0>& stream_;
  std::unique_ptr<Holder> block_;
};

/// The oldest block, which the producer gets back when this object's life ends.
/// \tparam T type of a block
template <typename T>
class read_lock {
 public:
  explicit read_lock(stream_of_blocks<T, 0>& stream) : block_(claim(stream)) {}
  read_lock(const read_lock&) = delete;
  read_lock& operator=(const read_lock&) = delete;

  operator T&() { return block_->block; }
  decltype(auto) operator[](std::size_t i) { return (block_->block[i]); }

 private:
  using Holder = typename stream_of_blocks<T, 0>::Holder;
  static std::unique_ptr<Holder> claim(stream_of_blocks<T, 0>& stream) {
    stream.awaitBlock();
    std::unique_ptr<Holder> block = std::move(stream.blocks_.front());
    stream.blocks_.pop_front();
    return block;
  }

  std::unique_ptr<Holder> block_;
};

}  // namespace hls

#endif
