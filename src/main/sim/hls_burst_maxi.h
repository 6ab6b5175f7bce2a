/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Bursts on a memory port that the kernel asks for itself, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_HLS_BURST_MAXI_H
#define MNIST_HLS_SIM_HLS_BURST_MAXI_H

#include <cstddef>
#include <cstring>
#include <deque>
#include <functional>
#include <initializer_list>
#include <memory>

#include "ap_int.h"

namespace hls {

/// Requests are served in their order; what is read or written without one ends the simulation, and so does a request that
/// meets another one, still open, of the other direction: hardware promises no order between them. Copies are the same
/// port.
/// \tparam T type of the memory's words
template <typename T>
class burst_maxi {
  static_assert((sizeof(T) & (sizeof(T) - 1)) == 0, "hls::burst_maxi: the word must have a power of two of bytes");

 public:
  burst_maxi(T* memory) : port_(std::make_shared<Port>()) { port_->memory = memory; }

  /// \param offset of the first word  \param length in words
  void read_request(std::size_t offset, unsigned length) {
    request(port_->reads, {port_->writes, port_->responses}, offset, length);
  }
  T read() {
    const std::size_t address = next(port_->reads, port_->readWords, "hls::burst_maxi: read without request");
    return port_->memory[address];
  }

  void write_request(std::size_t offset, unsigned length) { request(port_->writes, {port_->reads}, offset, length); }
  /// \param enable which bytes of the word are written
  void write(const T& value, ap_int<static_cast<int>(sizeof(T))> enable = -1) {
    const Burst burst = port_->writes.empty() ? Burst() : port_->writes.front();
    const std::size_t address = next(port_->writes, port_->writtenWords, "hls::burst_maxi: write without request");
    unsigned char* const to = reinterpret_cast<unsigned char*>(port_->memory + address);
    const unsigned char* const from = reinterpret_cast<const unsigned char*>(&value);
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      if (enable[static_cast<int>(i)]) {
        to[i] = from[i];
      }
    }
    if (port_->writtenWords == 0) {
      port_->responses.push_back(burst);
    }
  }
  /// Waits until the memory has the words of the oldest burst.
  void write_response() {
    ap_detail::require(!port_->responses.empty(), "hls::burst_maxi: response without a burst that is written wholly");
    port_->responses.pop_front();
  }

 private:
  struct Burst {
    std::size_t offset;
    std::size_t length;
  };
  using Bursts = std::deque<Burst>;
  struct Port {
    T* memory;
    Bursts reads;
    Bursts writes;
    Bursts responses;
    std::size_t readWords = 0;
    std::size_t writtenWords = 0;
  };

  static void request(Bursts& bursts, std::initializer_list<std::reference_wrapper<const Bursts>> others,
                      std::size_t offset, std::size_t length) {
    ap_detail::require(length > 0, "hls::burst_maxi: request for no word");
    for (const Bursts& other : others) {
      for (const Burst& open : other) {
        ap_detail::require(offset + length <= open.offset || open.offset + open.length <= offset,
                           "hls::burst_maxi: a read and a write of the same words are under way at once");
      }
    }
    bursts.push_back({offset, length});
  }

  static std::size_t next(Bursts& bursts, std::size_t& words, const char* message) {
    ap_detail::require(!bursts.empty(), message);
    const std::size_t address = bursts.front().offset + words++;
    if (words == bursts.front().length) {
      bursts.pop_front();
      words = 0;
    }
    return address;
  }

  std::shared_ptr<Port> port_;
};

}  // namespace hls

#endif
