/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// A model of the dataflow: every process is a fiber, every stream has its hardware depth, and a process waits at an empty
/// or full one. If all wait, the design has a deadlock and the program ends with status 3.
#ifndef MNIST_HLS_TEST_BOUNDED_STREAM_H
#define MNIST_HLS_TEST_BOUNDED_STREAM_H

#include <ucontext.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace fibers {

/// Runs processes in turn, each until it must wait.
class Scheduler {
 public:
  void Spawn(std::function<void()> process) {
    fibers_.push_back(std::make_unique<Fiber>());
    Fiber& fiber = *fibers_.back();
    fiber.process = std::move(process);
    fiber.stack.resize(256 * 1024);
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.data();
    fiber.context.uc_stack.ss_size = fiber.stack.size();
    fiber.context.uc_link = &home_;
    makecontext(&fiber.context, reinterpret_cast<void (*)()>(&Scheduler::Enter), 0);
  }

  void Run() {
    std::size_t finished = 0;
    while (finished < fibers_.size()) {
      moved_ = false;
      finished = 0;
      for (const std::unique_ptr<Fiber>& fiber : fibers_) {
        if (!fiber->done) {
          current_ = fiber.get();
          swapcontext(&home_, &fiber->context);
        }
        finished += fiber->done ? 1 : 0;
      }
      if (!moved_ && finished < fibers_.size()) {
        std::printf("DEADLOCK: every process waits\n");
        std::exit(3);
      }
    }
    fibers_.clear();
  }

  void Wait() { swapcontext(&current_->context, &home_); }
  void Moved() { moved_ = true; }

 private:
  struct Fiber {
    ucontext_t context;
    std::function<void()> process;
    std::vector<char> stack;
    bool done = false;
  };
  static void Enter();

  ucontext_t home_;
  std::vector<std::unique_ptr<Fiber>> fibers_;
  Fiber* current_ = nullptr;
  bool moved_ = false;
};

inline Scheduler& scheduler() {
  static Scheduler scheduler;
  return scheduler;
}

inline void Scheduler::Enter() {
  Scheduler& self = scheduler();
  self.current_->process();
  self.current_->done = true;
  self.moved_ = true;
}

}  // namespace fibers

namespace hls {

template <typename T>
class stream {
 public:
  explicit stream(const char*) {}
  void set_depth(std::size_t depth) { depth_ = depth; }
  bool empty() const { return words_.empty(); }

  T read() {
    while (words_.empty()) {
      fibers::scheduler().Wait();
    }
    fibers::scheduler().Moved();
    const T word = words_.front();
    words_.pop_front();
    return word;
  }

  void write(const T& word) {
    while (depth_ != 0 && words_.size() == depth_) {
      fibers::scheduler().Wait();
    }
    fibers::scheduler().Moved();
    words_.push_back(word);
  }

 private:
  std::deque<T> words_;
  std::size_t depth_ = 0;  // endless: the ports
};

}  // namespace hls

#endif
