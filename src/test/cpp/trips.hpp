/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Counts the trips of the kernels' pipelined loops: given to the compiler before the design (-include trips.hpp).
#ifndef MNIST_HLS_TEST_TRIPS_HPP
#define MNIST_HLS_TEST_TRIPS_HPP

#include <cstdio>

namespace trips {

/// Prints one line per run of a process. Processes run one after the other in C simulation, so that a trip in another
/// function ends a run.
class Log {
 public:
  ~Log() { Print(); }
  void Count(const char* loop, const char* function) {
    if (function != function_) {
      Print();
      loop_ = loop;
      function_ = function;
      trips_ = 0;
    }
    ++trips_;
  }

 private:
  void Print() const {
    if (function_ != nullptr) {
      std::printf("trips %s %ld\n", loop_, trips_);
    }
  }
  const char* loop_ = nullptr;
  const char* function_ = nullptr;
  long trips_ = 0;
};

inline Log& log() {
  static Log log;
  return log;
}

}  // namespace trips

#define MNIST_HLS_TRIP(loop) trips::log().Count(loop, __PRETTY_FUNCTION__)

#endif
